#include "core/url/percent.h"

namespace pith::url {
namespace {

/// Characters that a set adds to the one before it. Each set holds the ones before it, save that kQuery has no '`' and kPath and
/// kUserinfo no '\''.
bool IsIn(char c, EncodeSet set) {
  const auto byte = static_cast<unsigned char>(c);
  if (byte < 0x20 || byte > 0x7E) return true;
  const auto among = [c](std::string_view characters) { return characters.find(c) != std::string_view::npos; };
  switch (set) {
    case EncodeSet::kC0Control: return false;
    case EncodeSet::kFragment: return among(" \"<>`");
    case EncodeSet::kQuery: return among(" \"#<>");
    case EncodeSet::kSpecialQuery: return among(" \"#<>'");
    case EncodeSet::kPath: return among(" \"#<>?^`{}");
    case EncodeSet::kUserinfo: return among(" \"#<>?^`{}/:;=@[\\]|");
  }
  return false;
}

int HexValue(char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1; }

}  // namespace

void AppendEncoded(std::string& to, std::string_view text, EncodeSet set) {
  constexpr char kHex[] = "0123456789ABCDEF";
  for (const char c : text) {
    if (!IsIn(c, set)) {
      to += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    to += '%';
    to += kHex[byte >> 4];
    to += kHex[byte & 15];
  }
}

std::string PercentDecoded(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? HexValue(text[i + 1]) : -1, low = high >= 0 ? HexValue(text[i + 2]) : -1;
    if (low < 0) {
      decoded += text[i];
      continue;
    }
    decoded += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return decoded;
}

}  // namespace pith::url

#include "core/for_speed.h"
#include "core/unicode/eight_bytes.h"
#include "core/unicode/unicode.h"

namespace pith::unicode {

std::string Lowered(std::string_view text) {
  std::string lowered;
  lowered.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = Decode(text, at);
    Append(lowered, ToLower(next.code_point));
    at += next.size;
  }
  return lowered;
}

bool EqualsIgnoringAsciiCase(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (AsciiLower(a[i]) != AsciiLower(b[i])) return false;
  }
  return true;
}

std::string_view Trimmed(std::string_view text) {
  while (!text.empty() && IsAsciiSpace(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsAsciiSpace(text.back())) text.remove_suffix(1);
  return text;
}

std::size_t EndOfEven(std::string_view text, std::size_t at) {
  const auto is_ink = [&](std::size_t i) {
    return static_cast<unsigned char>(text[i]) < 0x80 && kAsciiClasses[static_cast<unsigned char>(text[i])] != CharClass::kSpace;
  };
  const std::size_t begin = at;
  if constexpr (kForSpeed) {
    for (bool spaced = true; at + sizeof(EightBytes) <= text.size(); at += sizeof(EightBytes)) {
      const EightBytes eight(text.data() + at);
      const std::uint64_t spaces = eight.Are(' '), before = spaces << 8 | (spaced ? 0x80 : 0);
      if ((eight.AreBelow(' ') | eight.AreBeyondAscii() | (spaces & before)) != 0) break;
      spaced = spaces >> 63 != 0;
    }
    if (at > begin && text[at - 1] == ' ') --at;
  }
  for (; at < text.size(); ++at) {
    if (!is_ink(at) && (text[at] != ' ' || at == begin || at + 1 == text.size() || !is_ink(at + 1))) break;
  }
  return at;
}

std::string Collapsed(std::string_view text) {
  std::string collapsed;
  collapsed.reserve(text.size());
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = Decode(text, at);
    if (ClassOf(next.code_point) == CharClass::kSpace) {
      space = !collapsed.empty();
    } else {
      if (space) collapsed += ' ';
      space = false;
      collapsed.append(text.substr(at, next.size));
    }
    at += next.size;
  }
  return collapsed;
}

}  // namespace pith::unicode

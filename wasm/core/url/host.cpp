#include "core/url/host.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "core/unicode/unicode.h"
#include "core/url/percent.h"

namespace pith::url {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsHexDigit(char c) { return IsDigit(c) || (unicode::AsciiLower(c) >= 'a' && unicode::AsciiLower(c) <= 'f'); }

bool IsForbidden(char c, bool domain) {
  if (std::string_view("\t\n\r #/:<>?@[\\]^|").find(c) != std::string_view::npos || c == '\0') return true;
  return domain && (c == '%' || static_cast<unsigned char>(c) < 0x20 || c == 0x7F);
}

std::vector<std::string_view> Split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0;;) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    parts.push_back(text.substr(at, end - at));
    if (end == text.size()) return parts;
    at = end + 1;
  }
}

// --- domains --------------------------------------------------------------------------------------------------------------------

/// Punycode (RFC 3492): a label's characters beyond ASCII as digits behind its ASCII ones. Nothing where it overflows.
std::optional<std::string> Punycode(const std::u32string& label) {
  constexpr std::uint32_t kBase = 36, kTMin = 1, kTMax = 26, kSkew = 38, kDamp = 700, kInitialBias = 72;
  const auto digit = [](std::uint32_t value) { return static_cast<char>(value < 26 ? 'a' + value : '0' + (value - 26)); };
  std::string encoded;
  for (const char32_t c : label) {
    if (c < 0x80) encoded += static_cast<char>(c);
  }
  const auto basic = static_cast<std::uint32_t>(encoded.size());
  std::uint32_t handled = basic, n = 0x80, bias = kInitialBias;
  std::uint64_t delta = 0;
  if (basic > 0) encoded += '-';
  while (handled < label.size()) {
    char32_t next = 0x10FFFF;
    for (const char32_t c : label) {
      if (c >= n) next = std::min(next, c);
    }
    delta += std::uint64_t{next - n} * (handled + 1);
    if (delta > 0x7FFFFFFF) return std::nullopt;
    n = next;
    for (const char32_t c : label) {
      if (c < n) ++delta;
      if (c != n) continue;
      auto q = static_cast<std::uint32_t>(delta);
      for (std::uint32_t k = kBase;; k += kBase) {
        const std::uint32_t t = k <= bias ? kTMin : k >= bias + kTMax ? kTMax : k - bias;
        if (q < t) break;
        encoded += digit(t + (q - t) % (kBase - t));
        q = (q - t) / (kBase - t);
      }
      encoded += digit(q);
      auto adapted = static_cast<std::uint32_t>(handled == basic ? delta / kDamp : delta / 2);
      adapted += adapted / (handled + 1);
      std::uint32_t k = 0;
      for (; adapted > ((kBase - kTMin) * kTMax) / 2; k += kBase) adapted /= kBase - kTMin;
      bias = k + (kBase - kTMin + 1) * adapted / (adapted + kSkew);
      delta = 0;
      ++handled;
    }
    ++delta;
    ++n;
  }
  return encoded;
}

/// A domain in lower-case ASCII. Full-width forms and the full stops of other scripts are what they look like.
std::optional<std::string> ToAscii(std::string_view domain) {
  constexpr std::size_t kLongestLabel = 1000;  // characters; the digits of one are found in quadratic time
  std::vector<std::u32string> labels(1);
  for (std::size_t at = 0; at < domain.size();) {
    const unicode::Decoded next = unicode::Decode(domain, at);
    at += next.size;
    char32_t c = next.code_point;
    if (c == 0xFFFD) return std::nullopt;
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
    if (c == 0x3002 || c == 0xFF61) c = '.';
    if (c == '.') {
      labels.emplace_back();
    } else if (c < 0x80) {
      labels.back() += static_cast<char32_t>(unicode::AsciiLower(static_cast<char>(c)));
    } else if (!unicode::IsFormat(c) || c == 0x200C || c == 0x200D) {
      labels.back() += unicode::ToLower(c);
    }
  }
  std::string ascii;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (i > 0) ascii += '.';
    if (std::all_of(labels[i].begin(), labels[i].end(), [](char32_t c) { return c < 0x80; })) {
      for (const char32_t c : labels[i]) ascii += static_cast<char>(c);
      continue;
    }
    const std::optional<std::string> label = labels[i].size() > kLongestLabel ? std::nullopt : Punycode(labels[i]);
    if (!label) return std::nullopt;
    ascii += "xn--" + *label;
  }
  return ascii;
}

// --- numbers --------------------------------------------------------------------------------------------------------------------

/// One number of an IPv4 address: decimal, octal after "0", hexadecimal after "0x". Nothing where it is none; huge ones saturate.
std::optional<std::uint64_t> Ipv4Number(std::string_view text) {
  if (text.empty()) return std::nullopt;
  unsigned radix = 10;
  if (text.size() >= 2 && text[0] == '0' && unicode::AsciiLower(text[1]) == 'x') {
    text.remove_prefix(2);
    radix = 16;
  } else if (text.size() >= 2 && text[0] == '0') {
    text.remove_prefix(1);
    radix = 8;
  }
  std::uint64_t value = 0;
  for (const char c : text) {
    if (!IsHexDigit(c)) return std::nullopt;
    const auto digit = static_cast<unsigned>(IsDigit(c) ? c - '0' : unicode::AsciiLower(c) - 'a' + 10);
    if (digit >= radix) return std::nullopt;
    value = std::min<std::uint64_t>(value * radix + digit, std::uint64_t{1} << 40);
  }
  return value;
}

bool EndsInNumber(std::string_view domain) {
  if (!domain.empty() && domain.back() == '.') domain.remove_suffix(1);
  const std::string_view last = domain.substr(domain.rfind('.') + 1);
  return !last.empty() && (std::all_of(last.begin(), last.end(), IsDigit) || (last.size() >= 2 && last[0] == '0' && last[1] == 'x' && Ipv4Number(last)));
}

std::optional<std::string> Ipv4(std::string_view domain) {
  std::vector<std::string_view> parts = Split(domain, '.');
  if (parts.back().empty() && parts.size() > 1) parts.pop_back();
  if (parts.size() > 4) return std::nullopt;
  std::uint64_t address = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::optional<std::uint64_t> number = Ipv4Number(parts[i]);
    if (!number) return std::nullopt;
    const bool last = i + 1 == parts.size();
    const std::size_t bytes = last ? 5 - parts.size() : 1;
    if (*number >= std::uint64_t{1} << (8 * bytes)) return std::nullopt;
    address += last ? *number : *number << (8 * (3 - i));
  }
  std::string text;
  for (int shift = 24; shift >= 0; shift -= 8) {
    text += std::to_string((address >> shift) & 255);
    if (shift > 0) text += '.';
  }
  return text;
}

/// The four decimal numbers at the end of an IPv6 address, as its last two pieces.
bool ReadEmbeddedIpv4(std::string_view text, std::array<std::uint16_t, 8>& pieces, std::size_t piece) {
  const std::vector<std::string_view> parts = Split(text, '.');
  if (parts.size() != 4 || piece > 6) return false;
  for (std::size_t i = 0; i < 4; ++i) {
    const std::string_view part = parts[i];
    if (part.empty() || part.size() > 3 || !std::all_of(part.begin(), part.end(), IsDigit) || (part.size() > 1 && part[0] == '0')) return false;
    unsigned value = 0;
    for (const char c : part) value = value * 10 + static_cast<unsigned>(c - '0');
    if (value > 255) return false;
    std::uint16_t& to = pieces[piece + i / 2];
    to = static_cast<std::uint16_t>(to * 256 + value);
  }
  return true;
}

std::string Ipv6Text(const std::array<std::uint16_t, 8>& pieces) {
  // The first of the longest runs of zeros, of two at least, becomes "::".
  std::size_t zeros = 8, longest = 1;
  for (std::size_t i = 0; i < 8;) {
    std::size_t end = i;
    while (end < 8 && pieces[end] == 0) ++end;
    if (end - i > longest) {
      longest = end - i;
      zeros = i;
    }
    i = std::max(end, i + 1);
  }
  constexpr char kHex[] = "0123456789abcdef";
  std::string text = "[";
  for (std::size_t i = 0; i < 8; ++i) {
    if (i == zeros) {
      text += i == 0 ? "::" : ":";
      i += longest - 1;
      continue;
    }
    bool started = false;
    for (int shift = 12; shift >= 0; shift -= 4) {
      const unsigned digit = (pieces[i] >> shift) & 15U;
      started = started || digit != 0 || shift == 0;
      if (started) text += kHex[digit];
    }
    if (i < 7) text += ':';
  }
  return text + "]";
}

std::optional<std::string> Ipv6(std::string_view text) {
  std::array<std::uint16_t, 8> pieces{};
  std::size_t piece = 0, compressed = 8, at = 0;
  if (text.substr(0, 1) == ":") {
    if (text.substr(0, 2) != "::") return std::nullopt;
    at = 2;
    compressed = 0;
  }
  while (at < text.size()) {
    if (piece == 8) return std::nullopt;
    if (text[at] == ':') {
      if (compressed != 8) return std::nullopt;
      ++at;
      compressed = piece;
      continue;
    }
    const std::size_t start = at;
    unsigned value = 0;
    for (; at < text.size() && at - start < 4 && IsHexDigit(text[at]); ++at)
      value = value * 16 + static_cast<unsigned>(IsDigit(text[at]) ? text[at] - '0' : unicode::AsciiLower(text[at]) - 'a' + 10);
    if (at < text.size() && text[at] == '.') {
      if (at == start || !ReadEmbeddedIpv4(text.substr(start), pieces, piece)) return std::nullopt;
      piece += 2;
      at = text.size();
      break;
    }
    if (at < text.size()) {
      if (text[at] != ':' || ++at == text.size()) return std::nullopt;
    }
    pieces[piece++] = static_cast<std::uint16_t>(value);
  }
  if (compressed != 8) {
    std::rotate(pieces.begin() + static_cast<std::ptrdiff_t>(compressed), pieces.begin() + static_cast<std::ptrdiff_t>(piece), pieces.end());
  } else if (piece != 8) {
    return std::nullopt;
  }
  return Ipv6Text(pieces);
}

}  // namespace

std::optional<std::string> ParseHost(std::string_view text, bool special) {
  if (text.substr(0, 1) == "[") return text.back() == ']' && text.size() > 2 ? Ipv6(text.substr(1, text.size() - 2)) : std::nullopt;
  if (!special) {
    if (std::any_of(text.begin(), text.end(), [](char c) { return IsForbidden(c, false); })) return std::nullopt;
    std::string host;
    AppendEncoded(host, text, EncodeSet::kC0Control);
    return host;
  }
  std::optional<std::string> domain = ToAscii(PercentDecoded(text));
  if (!domain || domain->empty() || std::any_of(domain->begin(), domain->end(), [](char c) { return IsForbidden(c, true); })) return std::nullopt;
  return EndsInNumber(*domain) ? Ipv4(*domain) : domain;
}

}  // namespace pith::url

#include "core/decode/decode.h"

#include <cstddef>
#include <cstdint>
#include <utility>

#include "core/decode/binary.h"
#include "core/decode/meta_charset.h"
#include "core/unicode/eight_bytes.h"
#include "core/unicode/unicode.h"
#include "core/unicode/windows_1252.h"

namespace pith::decode {
namespace {

/// What is meant by a character of Latin-1, whose C1 control characters no text has: they are windows-1252 that was taken for Latin-1, on its way or
/// by who wrote it. So HTML reads their numbers, too (`&#146;`).
char32_t Meant(char32_t c) { return c >= 0x80 && c < 0xA0 ? unicode::kWindows1252[c - 0x80] : c; }

bool StartsWith(std::string_view text, std::string_view prefix) { return text.substr(0, prefix.size()) == prefix; }

/// Bytes of the longest prefix that is valid UTF-8.
/// @param lowest of the characters beyond ASCII that it may have
std::size_t ValidPrefix(std::string_view bytes, char32_t lowest = 0x80) {
  std::size_t at = 0;
  while ((at = unicode::FindBeyondAscii(bytes, at)) < bytes.size()) {
    const unicode::Decoded next = unicode::Decode(bytes, at);
    if (next.size == 1 || next.code_point < lowest) break;  // only ASCII is one byte long, so this is the mark of an invalid sequence
    at += next.size;
  }
  return at;
}

/// Whether bytes that the page declares to be in another encoding are UTF-8 all the same: a page that was saved or passed on as UTF-8
/// keeps its old declaration. Text of an encoding of single bytes is valid UTF-8 by chance hardly ever, of pairs of bytes one character in six.
bool IsUtf8AllTheSame(std::string_view bytes, std::string_view declared) {
  const std::size_t wanted = declared == "windows-1252" ? 1 : 8;  // characters beyond ASCII
  std::size_t found = 0;
  if (ValidPrefix(bytes) != bytes.size()) return false;
  for (std::size_t at = 0; at < bytes.size() && found < wanted; ++at) found += static_cast<unsigned char>(bytes[at]) >= 0xC0 ? 1 : 0;
  return found == wanted;
}

/// Bytes of a broken sequence that become one U+FFFD: its longest valid start ("maximal subpart", Unicode 15.0, section 3.9).
std::size_t BrokenLength(std::string_view bytes, std::size_t at) {
  const auto lead = static_cast<unsigned char>(bytes[at]);
  const std::size_t wanted = lead >= 0xC2 && lead < 0xE0 ? 2 : lead >= 0xE0 && lead < 0xF0 ? 3 : lead >= 0xF0 && lead < 0xF5 ? 4 : 1;
  std::size_t length = 1;
  while (length < wanted && at + length < bytes.size()) {
    const auto next = static_cast<unsigned char>(bytes[at + length]);
    unsigned low = 0x80, high = 0xBF;
    if (length == 1) {
      if (lead == 0xE0) low = 0xA0;
      if (lead == 0xED) high = 0x9F;
      if (lead == 0xF0) low = 0x90;
      if (lead == 0xF4) high = 0x8F;
    }
    if (next < low || next > high) break;
    ++length;
  }
  return length;
}

constexpr char32_t kLowest = 0xA0;  // beyond ASCII and C1

/// Whether a control character of C1 is a byte of UTF-8 that was taken for Latin-1: the quotation mark of three bytes that came as "â" and two of them.
bool IsMisread(std::string_view bytes, std::size_t at) {
  constexpr char kLatinLetter = '\xC3', kBelowLetters = '\xC2';  // how U+00C0 to U+00FF begin in UTF-8, and U+0080 to U+00BF
  constexpr std::size_t kMostBehind = 3, kSize = 2;
  std::size_t lead = at;
  do {
    if (lead < kSize) return false;
    lead -= kSize;
  } while (bytes[lead] == kBelowLetters && at - lead < kMostBehind * kSize);
  if (bytes[lead] != kLatinLetter) return false;
  const unsigned byte = static_cast<unsigned char>(bytes[lead + 1]) + 0x40U;
  const std::size_t wanted = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1;
  std::size_t found = 0;
  while (found < wanted && lead + (found + 1) * kSize < bytes.size() && bytes[lead + (found + 1) * kSize] == kBelowLetters) ++found;
  return found == wanted && at <= lead + wanted * kSize;
}

/// Appends what stands for a broken sequence, or for a control character of C1.
void AppendRepair(std::string& to, std::string_view bytes, std::size_t at, std::size_t end) {
  const unicode::Decoded control = unicode::Decode(bytes.substr(at, end - at), 0);
  unicode::Append(to, control.size == 1 ? 0xFFFD : IsMisread(bytes, at) ? U' ' : Meant(control.code_point));
}

/// Calls for each broken sequence, and for each control character of C1, with where the valid bytes before it begin, where it begins and where it ends; and for
/// those behind the last.
/// @param lowest of the characters beyond ASCII that are not repaired
template <typename Each>
void EachPart(std::string_view bytes, char32_t lowest, Each each) {
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t broken = at + ValidPrefix(bytes.substr(at), lowest);
    const std::size_t end = broken == bytes.size() ? broken : broken + BrokenLength(bytes, broken);
    each(at, broken, end);
    at = end;
  }
}

std::string Repaired(std::string_view bytes, char32_t lowest) {
  std::string text;
  text.reserve(bytes.size() + 16);
  EachPart(bytes, lowest, [&](std::size_t valid, std::size_t broken, std::size_t end) {
    text.append(bytes.substr(valid, broken - valid));
    if (end > broken) AppendRepair(text, bytes, broken, end);
  });
  return text;
}

std::string FromWindows1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) unicode::Append(text, Meant(static_cast<unsigned char>(c)));
  return text;
}

std::string FromUtf16(std::string_view bytes, bool big_endian) {
  const auto unit_at = [&](std::size_t at) -> char32_t {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(big_endian ? first << 8 | second : second << 8 | first);
  };
  std::string text;
  text.reserve(bytes.size());
  std::size_t at = 0;
  for (; at + 1 < bytes.size(); at += 2) {
    char32_t unit = unit_at(at);
    if (unit >= 0xD800 && unit < 0xDC00 && at + 3 < bytes.size()) {
      const char32_t low = unit_at(at + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
        at += 2;
      }
    }
    unicode::Append(text, Meant(unit));
  }
  if (at < bytes.size()) unicode::Append(text, 0xFFFD);
  return text;
}

Decoded Owning(std::string text, Form form, std::size_t mark = 0) {
  Decoded decoded;
  decoded.owned = std::move(text);
  decoded.form = form;
  decoded.mark = static_cast<std::uint8_t>(mark);
  return decoded;
}

Decoded Utf8(std::string_view bytes) {
  const std::size_t mark = StartsWith(bytes, "\xEF\xBB\xBF") ? 3 : 0;
  bytes.remove_prefix(mark);
  if (ValidPrefix(bytes, kLowest) != bytes.size()) return Owning(Repaired(bytes, kLowest), Form::kUtf8, mark);
  Decoded decoded;
  decoded.given = bytes;
  decoded.mark = static_cast<std::uint8_t>(mark);
  return decoded;
}

Decoded As(std::string_view name, std::string_view bytes) {
  if (name == "UTF-8") return Utf8(bytes);
  if (name == "windows-1252") return Owning(FromWindows1252(bytes), Form::kWindows1252);
  if (name == "UTF-16LE") return Owning(FromUtf16(bytes, false), Form::kUtf16);
  if (name == "UTF-16BE") return Owning(FromUtf16(bytes, true), Form::kUtf16);
  Decoded decoded;
  decoded.failure.code = Error::kUnsupportedEncoding;
  decoded.failure.encoding = name;
  const std::string_view shown = name == "replacement" ? "an encoding that the standard has given up" : name;
  decoded.failure.message = "the page is in " + std::string(shown) + ", which has to be turned into UTF-8 first";
  return decoded;
}

}  // namespace

Decoded ToUtf8(std::string_view bytes, std::string_view charset, bool plain) {
  if (const std::string_view type = BinaryType(bytes); !type.empty()) {
    Decoded decoded;
    decoded.failure.code = Error::kUnsupportedType;
    decoded.failure.message = "the page is of type " + std::string(type) + ", not HTML or plain text";
    return decoded;
  }
  if (StartsWith(bytes, "\xEF\xBB\xBF")) return Utf8(bytes);
  if (StartsWith(bytes, "\xFF\xFE")) return Owning(FromUtf16(bytes.substr(2), false), Form::kUtf16, 2);
  if (StartsWith(bytes, "\xFE\xFF")) return Owning(FromUtf16(bytes.substr(2), true), Form::kUtf16, 2);
  if (!charset.empty()) {
    const std::string_view name = NameOfLabel(charset);
    if (!name.empty()) return As(name, bytes);
    Decoded decoded;
    decoded.failure.code = Error::kUnknownEncoding;
    decoded.failure.message = "\"" + Valid(charset.substr(0, 64)) + "\" names no encoding";
    return decoded;
  }
  if (!plain) {
    const std::string_view declared = NameOfLabel(MetaCharset(bytes));
    // A page that can be read far enough to find `<meta charset="utf-16">` is not UTF-16 (WHATWG HTML, "prescan a byte stream").
    if (StartsWith(declared, "UTF-16")) return Utf8(bytes);
    if (!declared.empty() && declared != "UTF-8" && IsUtf8AllTheSame(bytes, declared)) return Utf8(bytes);
    if (!declared.empty()) return As(declared == "x-user-defined" ? "windows-1252" : declared, bytes);
  }
  if (ValidPrefix(bytes) == bytes.size()) return Utf8(bytes);
  return Owning(FromWindows1252(bytes), Form::kWindows1252);
}

std::string Valid(std::string_view text) { return Repaired(text, 0x80); }

std::vector<Repair> RepairsOf(std::string_view bytes) {
  std::vector<Repair> repairs;
  std::size_t text = 0;
  EachPart(bytes, kLowest, [&](std::size_t valid, std::size_t broken, std::size_t end) {
    text += broken - valid;
    if (end == broken) return;
    std::string repair;
    AppendRepair(repair, bytes, broken, end);
    text += repair.size();
    repairs.push_back({static_cast<std::uint32_t>(text), static_cast<std::uint32_t>(end)});
  });
  return repairs;
}

}  // namespace pith::decode

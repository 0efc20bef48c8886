#include "core/unicode/unicode.h"

#include <utf8proc.h>

namespace pith::unicode {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool IsContinuation(std::string_view text, std::size_t at) { return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80; }
char32_t Low6(char c) { return static_cast<unsigned char>(c) & 0x3F; }

CharClass AsciiClass(char32_t c) {
  if (c == ' ' || (c >= 9 && c <= 13)) return CharClass::kSpace;
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return CharClass::kLetter;
  if (c >= '0' && c <= '9') return CharClass::kNumber;
  if (c < 32 || c == 127) return CharClass::kOther;
  return c == '$' || c == '+' || c == '<' || c == '=' || c == '>' || c == '^' || c == '`' || c == '|' || c == '~' ? CharClass::kSymbol : CharClass::kPunctuation;
}

/// Accents of Latin, Greek and Cyrillic, Arabic vowel signs and hamza marks, tatweel.
bool IsDroppedMark(char32_t c) { return (c >= 0x0300 && c <= 0x036F) || (c >= 0x064B && c <= 0x065F) || c == 0x0640 || c == 0x0670; }

}  // namespace

Decoded Decode(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {lead, 1};
  if (lead >= 0xC2 && lead < 0xE0 && IsContinuation(text, at + 1)) return {(lead & 0x1Fu) << 6 | Low6(text[at + 1]), 2};
  if (lead >= 0xE0 && lead < 0xF0 && IsContinuation(text, at + 1) && IsContinuation(text, at + 2)) {
    const char32_t code_point = (lead & 0x0Fu) << 12 | Low6(text[at + 1]) << 6 | Low6(text[at + 2]);
    if (code_point >= 0x800 && (code_point < 0xD800 || code_point > 0xDFFF)) return {code_point, 3};
  }
  if (lead >= 0xF0 && lead < 0xF5 && IsContinuation(text, at + 1) && IsContinuation(text, at + 2) && IsContinuation(text, at + 3)) {
    const char32_t code_point = (lead & 0x07u) << 18 | Low6(text[at + 1]) << 12 | Low6(text[at + 2]) << 6 | Low6(text[at + 3]);
    if (code_point >= 0x10000 && code_point <= 0x10FFFF) return {code_point, 4};
  }
  return {kReplacement, 1};
}

void Append(std::string& to, char32_t c) {
  if (c < 0x80) {
    to += static_cast<char>(c);
  } else if (c < 0x800) {
    to += static_cast<char>(0xC0 | c >> 6);
    to += static_cast<char>(0x80 | (c & 0x3F));
  } else if ((c >= 0xD800 && c <= 0xDFFF) || c > 0x10FFFF) {
    to += "\xEF\xBF\xBD";
  } else if (c < 0x10000) {
    to += static_cast<char>(0xE0 | c >> 12);
    to += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    to += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    to += static_cast<char>(0xF0 | c >> 18);
    to += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    to += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    to += static_cast<char>(0x80 | (c & 0x3F));
  }
}

CharClass ClassOf(char32_t code_point) {
  if (code_point < 128) return AsciiClass(code_point);
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(code_point))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO: return CharClass::kLetter;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME: return CharClass::kMark;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO: return CharClass::kNumber;
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO: return CharClass::kPunctuation;
    case UTF8PROC_CATEGORY_SM:
    case UTF8PROC_CATEGORY_SC:
    case UTF8PROC_CATEGORY_SK:
    case UTF8PROC_CATEGORY_SO: return CharClass::kSymbol;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP: return CharClass::kSpace;
    default: return code_point == 0x85 ? CharClass::kSpace : CharClass::kOther;
  }
}

char32_t ToLower(char32_t code_point) {
  if (code_point < 128) return static_cast<unsigned char>(AsciiLower(static_cast<char>(code_point)));
  return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(code_point)));
}

bool IsUnspaced(char32_t c) {
  if (c < 0x0E00) return false;
  return c <= 0x0EFF || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF) || (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0x3005 && c <= 0x3007) ||
         (c >= 0x3041 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool IsDigit(char32_t c) {
  if (c < 128) return c >= '0' && c <= '9';
  return utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_ND;
}

bool IsFormat(char32_t c) { return c >= 128 && utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_CF; }

char32_t Fold(char32_t c) {
  if (c < 128) return ToLower(c);
  if (IsDroppedMark(c)) return 0;
  c = ToLower(c);
  if (c < 0xAC00 || c > 0xD7A3) {
    utf8proc_int32_t parts[8];
    int boundary = 0;
    const utf8proc_ssize_t count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts, 8, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE), &boundary);
    bool bare = count > 1 && count <= 8;
    for (utf8proc_ssize_t i = 1; i < count && bare; ++i) bare = IsDroppedMark(static_cast<char32_t>(parts[i]));
    if (bare) c = static_cast<char32_t>(parts[0]);
  }
  switch (c) {  // what neither case mapping nor decomposition unites, though writers mix them
    case 0x03C2: return 0x03C3;
    case 0x0131: return 'i';
    case 0x0649:
    case 0x06CC: return 0x064A;
    case 0x06A9: return 0x0643;
    default: return c;
  }
}

int WidthOf(char32_t code_point) {
  if (code_point < 128) return code_point >= 32 && code_point != 127 ? 1 : 0;
  return utf8proc_charwidth(static_cast<utf8proc_int32_t>(code_point));
}

bool IsRightToLeft(char32_t c) {
  return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFF) || (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF);
}

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

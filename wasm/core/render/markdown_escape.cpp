#include "core/render/markdown_escape.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "core/unicode/unicode.h"

namespace pith::render {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsAlphanumeric(char c) { return IsDigit(c) || unicode::IsAsciiLetter(c); }

/// Whether `text` starts with what could begin a block: a heading, a list item, a quote, a rule, a table's second line.
bool LooksLikeBlock(std::string_view text) {
  if (text.empty()) return false;
  const char c = text[0];
  if (c == '#' || c == '>' || c == '=' || c == ':' || c == '|') return true;
  if (c == '-' || c == '+') return text.size() == 1 || text[1] == ' ' || text[1] == c;
  return false;
}

/// The length of an ordered list marker's number at the start; 0 where there is none.
std::size_t OrderedMarker(std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && digits < 10 && IsDigit(text[digits])) ++digits;
  if (digits == 0 || digits == text.size() || (text[digits] != '.' && text[digits] != ')')) return 0;
  return digits + 1 == text.size() || text[digits + 1] == ' ' ? digits : 0;
}

/// Whether a character reference such as `&amp;` starts at `at`.
bool IsReference(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongestName = 32;
  std::size_t end = at + 1;
  if (end < text.size() && text[end] == '#') ++end;
  const std::size_t start = end;
  while (end < text.size() && end - start < kLongestName && IsAlphanumeric(text[end])) ++end;
  return end > start && end < text.size() && text[end] == ';';
}

/// What a character may be within a line; most are nothing.
enum class Role : std::uint8_t { kNone, kMark, kUnderscore, kAmpersand, kDollar, kLineEnd };

constexpr auto kRoles = [] {
  std::array<Role, 256> roles{};
  for (const char c : std::string_view("\\`*[]<~")) roles[static_cast<unsigned char>(c)] = Role::kMark;
  roles['_'] = Role::kUnderscore;
  roles['&'] = Role::kAmpersand;
  roles['$'] = Role::kDollar;
  roles['\n'] = roles['\r'] = Role::kLineEnd;
  return roles;
}();

/// Whether the character at `i` could be read as inline mark-up.
bool IsMark(std::string_view text, std::size_t i, Role role, bool dollars) {
  switch (role) {
    case Role::kMark: return true;
    case Role::kUnderscore: return i == 0 || i + 1 == text.size() || !IsAlphanumeric(text[i - 1]) || !IsAlphanumeric(text[i + 1]);  // within a word it is none
    case Role::kAmpersand: return IsReference(text, i);
    case Role::kDollar: return dollars;
    default: return false;
  }
}

}  // namespace

void AppendEscaped(std::string& to, std::string_view text, bool line_start, bool dollars) {
  std::size_t i = 0;
  if (line_start) {
    const std::size_t marker = OrderedMarker(text);
    if (marker > 0 || LooksLikeBlock(text)) {
      to.append(text.substr(0, marker));
      to += '\\';
      to += text[marker];
      i = marker + 1;
    }
  }
  std::size_t kept = i;
  for (; i < text.size(); ++i) {
    const Role role = kRoles[static_cast<unsigned char>(text[i])];
    if (role == Role::kNone) continue;
    const bool ends_line = role == Role::kLineEnd;
    if (!ends_line && !IsMark(text, i, role, dollars)) continue;
    to.append(text.substr(kept, i - kept));
    to += ends_line ? ' ' : '\\';
    kept = ends_line ? i + 1 : i;
  }
  to.append(text.substr(kept));
}

std::string AttributeValue(std::string_view text) {
  std::string value;
  for (const char c : text) {
    switch (c) {
      case '&': value += "&amp;"; break;
      case '"': value += "&quot;"; break;
      case '<': value += "&lt;"; break;
      case '>': value += "&gt;"; break;
      case '|': value += "&#124;"; break;  // within a table
      case '$': value += "&#36;"; break;    // to readers of formulas
      case '`': value += "&#96;"; break;
      case '\r':
      case '\n': value += ' '; break;
      default: value += c;
    }
  }
  return value;
}

std::string Destination(std::string_view address) {
  const bool bare = !address.empty() && std::none_of(address.begin(), address.end(), [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == '(' || c == ')' || c == '<' || c == '>';
  });
  std::string written = bare ? "" : "<";
  for (std::size_t i = 0; i < address.size(); ++i) {
    const char c = address[i];
    if (c == '<' || c == '>' || c == '\\' || c == '`' || (c == '&' && IsReference(address, i))) written += '\\';
    written += c == '\n' || c == '\r' ? ' ' : c;
  }
  if (!bare) written += '>';
  return written;
}

std::string Formula(std::string_view tex) {
  std::string written;
  for (std::size_t i = 0; i < tex.size(); ++i) {
    const char c = tex[i], next = i + 1 < tex.size() ? tex[i + 1] : ' ';
    written += c;
    const bool tag = c == '<' && (next == '/' || next == '!' || next == '?' || unicode::IsAsciiLetter(next));
    const bool link = c == ']' && (next == '(' || next == '[' || next == ':');
    if (tag || link) written += ' ';  // which TeX does not show
  }
  return written;
}

std::size_t LongestRun(std::string_view text, char c) {
  std::size_t longest = 0, run = 0;
  for (const char here : text) {
    run = here == c ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

}  // namespace pith::render

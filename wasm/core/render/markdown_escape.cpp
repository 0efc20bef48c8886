#include "core/render/markdown_escape.h"

#include <algorithm>

namespace pith::render {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

/// Whether `text` starts with what would begin a block: a heading, a list item, a quote, a rule, a setext underline.
bool LooksLikeBlock(std::string_view text) {
  if (text.empty()) return false;
  const char c = text[0];
  if (c == '#' || c == '>' || c == '=') return true;
  if (c == '-' || c == '+' || c == '*') return text.size() == 1 || text[1] == ' ' || text[1] == c;
  return false;
}

/// The length of an ordered list marker's number at the start; 0 where there is none.
std::size_t OrderedMarker(std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && digits < 10 && IsDigit(text[digits])) ++digits;
  if (digits == 0 || digits == text.size() || (text[digits] != '.' && text[digits] != ')')) return 0;
  return digits + 1 == text.size() || text[digits + 1] == ' ' ? digits : 0;
}

}  // namespace

void AppendEscaped(std::string& to, std::string_view text, bool line_start) {
  std::size_t i = 0;
  if (line_start) {
    if (LooksLikeBlock(text)) to += '\\';
    const std::size_t marker = OrderedMarker(text);
    to.append(text.substr(0, marker));
    if (marker > 0) to += '\\';
    i = marker;
    if (marker > 0 || LooksLikeBlock(text)) to += text[i++];
  }
  for (; i < text.size(); ++i) {
    const char c = text[i];
    const bool word_inside = c == '_' && i > 0 && i + 1 < text.size() && text[i - 1] != ' ' && text[i + 1] != ' ' && text[i - 1] != '_' && text[i + 1] != '_';
    const bool mark = c == '\\' || c == '`' || c == '*' || (c == '_' && !word_inside) || c == '[' || c == ']' || c == '<' || c == '~' ||
                      (c == '!' && i + 1 < text.size() && text[i + 1] == '[') || (c == '&' && i + 1 < text.size() && text[i + 1] != ' ');
    if (mark) to += '\\';
    to += c == '\n' ? ' ' : c;
  }
}

std::string Destination(std::string_view address) {
  const bool bare = std::none_of(address.begin(), address.end(), [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '(' || c == ')' || c == '<' || c == '>'; });
  if (bare && !address.empty()) return std::string(address);
  std::string wrapped = "<";
  for (const char c : address) {
    if (c == '<' || c == '>' || c == '\\') wrapped += '\\';
    wrapped += c == '\n' ? ' ' : c;
  }
  return wrapped + ">";
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

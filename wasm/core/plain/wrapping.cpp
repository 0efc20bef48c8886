#include "core/plain/wrapping.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "core/unicode/unicode.h"

namespace pith::plain {
namespace {

/// UTF-8 has one byte of each character that is no continuation.
std::size_t Characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\f'; }

std::string_view WithoutEnd(std::string_view line) {
  while (!line.empty() && IsBlank(line.back())) line.remove_suffix(1);
  return line;
}

std::size_t IndentOf(std::string_view line) { return static_cast<std::size_t>(std::find_if_not(line.begin(), line.end(), IsBlank) - line.begin()); }

std::string_view FirstWord(std::string_view line) {
  line.remove_prefix(IndentOf(line));
  return line.substr(0, static_cast<std::size_t>(std::find_if(line.begin(), line.end(), IsBlank) - line.begin()));
}

/// Whether a line begins as sentences do: with a capital. Letters without cases are none.
bool BeginsSentence(std::string_view line) {
  const char32_t first = unicode::Decode(line, IndentOf(line)).code_point;
  return unicode::ToLower(first) != first;
}

/// "-", "*", "12.", "(a)": what an item of a list begins with.
bool IsItem(std::string_view line) {
  constexpr std::size_t kLongestNumber = 3;
  std::string_view word = FirstWord(line);
  if (word == "-" || word == "*" || word == "+" || word == "\u2022" || word == "\u00B7" || word == "\u2013") return true;
  if (word.substr(0, 1) == "(") word.remove_prefix(1);
  if (word.size() < 2 || (word.back() != '.' && word.back() != ')')) return false;
  word.remove_suffix(1);
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return (word.size() == 1 && unicode::IsAsciiLetter(word[0])) || (word.size() <= kLongestNumber && std::all_of(word.begin(), word.end(), is_digit));
}

/// A heading of Markdown, quoted mail, a fence, a rule.
bool IsByItself(std::string_view line) {
  const std::string_view word = FirstWord(line);
  if (word.empty() || word[0] == '>' || word[0] == '|') return true;
  if (word[0] == '#') return word.find_first_not_of('#') == std::string_view::npos;
  return word.size() >= 3 && word[0] == word[1] && word[0] == word[2] && std::string_view("`~=-*_").find(word[0]) != std::string_view::npos;
}

/// Whether `next` may be of the paragraph that `line` is of, by what they begin with.
bool MayGoOn(std::string_view line, std::string_view next) {
  return !IsItem(next) && !IsByItself(next) && !IsByItself(line) && (IndentOf(next) <= IndentOf(line) || IsItem(line));
}

}  // namespace

std::string_view LineAt(std::string_view text, std::size_t at) { return text.substr(at, std::min(text.find_first_of("\r\n", at), text.size()) - at); }

std::size_t BehindLine(std::string_view text, std::string_view line) {
  auto end = static_cast<std::size_t>(line.data() - text.data()) + line.size();
  if (text.substr(end, 2) == "\r\n") ++end;
  return std::min(end + 1, text.size());
}

Wrapping::Wrapping(std::string_view text) {
  constexpr std::size_t kFewest = 4;  // breaks within paragraphs
  constexpr std::size_t kNarrowest = 40, kWidest = 120;
  constexpr std::size_t kLonger = 10;  // per cent of the lines, which a word that nothing could break may make longer than the width
  constexpr std::size_t kWithin = 40;  // per cent of the breaks; beside paragraphs are labels and headers of mails
  std::array<std::uint32_t, kWidest + 1> of_width{};
  std::size_t breaks = 0, within = 0;
  for (const bool is_measured : {false, true}) {
    std::string_view before;
    for (std::size_t at = 0; at < text.size();) {
      std::string_view line = LineAt(text, at);
      at = BehindLine(text, line);
      line = WithoutEnd(line);
      if (!before.empty() && !line.empty() && MayGoOn(before, line)) {
        if (is_measured) {
          within += IsFull(before, line) && !BeginsSentence(line);
        } else {
          ++breaks;
          ++of_width[std::min(Characters(before), kWidest)];
        }
      }
      before = line;
    }
    if (is_measured) break;
    std::size_t longer = 0;
    for (width_ = kWidest; width_ > kNarrowest && (longer += of_width[width_]) * 100 < breaks * kLonger;) --width_;
    if (breaks < kFewest || width_ == kNarrowest || width_ == kWidest) break;
  }
  if (within * 100 < breaks * kWithin || within == 0) width_ = 0;
}

bool Wrapping::IsFull(std::string_view line, std::string_view next) const {
  constexpr std::size_t kLongestWord = 30;  // characters; longer ones are addresses, or sentences of a script without spaces
  const std::size_t word = Characters(FirstWord(next));
  return word <= kLongestWord && Characters(line) + 1 + word > width_;
}

bool Wrapping::GoesOn(std::string_view first, std::string_view line, std::string_view next) const {
  if (width_ == 0) return false;
  line = WithoutEnd(line);
  next = WithoutEnd(next);
  const bool goes_on = !line.empty() && !next.empty() && MayGoOn(line, next) && IsFull(line, next);
  return goes_on && (line.data() == first.data() || IndentOf(line) == IndentOf(next));
}

}  // namespace pith::plain

#include "core/select/age.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "core/phrases/phrases.h"
#include "core/unicode/unicode.h"

namespace pith::select {
namespace {

constexpr std::size_t kLongest = 20;  // tokens of an age; each character of Thai is one
constexpr std::size_t kDate = 16;    // characters: "12 May 2026", "2026-05-12 18:05"

bool IsAge(std::span<const phrases::Token> tokens) { return phrases::ClassOf(tokens) == phrases::Class::kAge; }

/// Where the first `characters` of a text end.
std::size_t EndOf(std::string_view text, std::size_t characters) {
  std::size_t at = 0;
  while (at < text.size() && characters-- > 0) at += unicode::Decode(text, at).size;
  return at;
}

/// Where the last `characters` of a text start.
std::size_t StartOf(std::string_view text, std::size_t characters) {
  std::size_t at = text.size();
  while (at > 0 && characters > 0) characters -= (static_cast<unsigned char>(text[--at]) & 0xC0U) == 0x80 ? 0 : 1;
  return at;
}

/// A number, and the one character that parts it from the number before, 0 where there are more or there is none.
struct Number {
  std::uint32_t value = 0, digits = 0;
  char32_t sign = 0;

  [[nodiscard]] bool IsWithin(std::uint32_t least, std::uint32_t most) const { return digits <= 2 && value >= least && value <= most; }
  /// Of today's calendars: the Persian, ours and the Thai.
  [[nodiscard]] bool IsYear() const {
    return digits == 4 && ((value >= 1390 && value < 1420) || (value >= 1900 && value < 2100) || (value >= 2540 && value < 2600));
  }
};

/// The value of a decimal digit: those of a script stand in a row.
std::uint32_t ValueOf(char32_t digit) {
  std::uint32_t value = 0;
  while (value < 9 && unicode::IsDigit(digit - 1 - value)) ++value;
  return value;
}

std::vector<Number> NumbersOf(std::string_view text) {
  constexpr std::uint32_t kEnough = 100'000;
  std::vector<Number> numbers;
  char32_t sign = 0;
  std::size_t since = 2;  // characters since the last digit
  for (std::size_t at = 0; at < text.size();) {
    const unicode::Decoded next = unicode::Decode(text, at);
    at += next.size;
    if (!unicode::IsDigit(next.code_point)) {
      sign = next.code_point;
      ++since;
      continue;
    }
    if (numbers.empty() || since > 0) numbers.push_back({0, 0, since == 1 ? sign : 0});
    since = 0;
    Number& number = numbers.back();
    if (number.value < kEnough) number.value = number.value * 10 + ValueOf(next.code_point);
    ++number.digits;
  }
  return numbers;
}

/// Whether a number is the minutes of a time of day: "18:05".
bool EndsTime(const Number& before, const Number& number) {
  return number.sign == ':' && before.IsWithin(0, 24) && number.digits == 2 && number.IsWithin(0, 59);
}

/// Whether a text of some words has a date or a time of day: "18:05", "5月12日", "12 May 2026", "12.05.26".
bool HasDate(std::string_view text) {
  const std::vector<Number> numbers = NumbersOf(text);
  for (std::size_t i = 1; i < numbers.size(); ++i) {
    const Number &before = numbers[i - 1], &number = numbers[i];
    if (EndsTime(before, number)) return true;
    if (number.sign == U'\u6708' && before.IsWithin(1, 12) && number.IsWithin(1, 31)) return true;
    if ((number.IsYear() && before.IsWithin(1, 31)) || (before.IsYear() && number.IsWithin(1, 31))) return true;
    if (i > 1 && number.sign != 0 && number.sign == before.sign && number.digits == 2 && before.IsWithin(1, 12) && numbers[i - 2].IsWithin(1, 31)) return true;
  }
  return false;
}

/// Whether a line begins with a phrase and a sign behind it.
bool HasAgeBeforeSign(std::string_view text) {
  const std::size_t sign =
      std::min({text.find(" - "), text.find(" \xE2\x80\x93 "), text.find(" | "), text.find(" \xC2\xB7 "), text.find(": "), text.find(") ")});
  return sign != std::string_view::npos && IsAge(phrases::Cut(text.substr(0, sign), kLongest + 1));
}

}  // namespace

bool HasDateAndTime(std::string_view text) {
  const std::vector<Number> numbers = NumbersOf(text);
  bool time = false, date = false;
  for (std::size_t i = 1; i < numbers.size(); ++i) {
    const Number &before = numbers[i - 1], &number = numbers[i];
    time = time || EndsTime(before, number);
    date = date || (number.IsYear() && before.IsWithin(1, 31)) || (before.IsYear() && number.IsWithin(1, 31));
  }
  return time && date;
}

bool HasFigure(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const unicode::Decoded next = unicode::Decode(text, at);
    if (unicode::IsDigit(next.code_point)) return true;
    at += next.size;
  }
  return false;
}

Age AgeOf(std::string_view text) {
  constexpr std::size_t kLine = 160;  // tokens: of longer ones the end is not looked at
  const std::vector<phrases::Token> tokens = phrases::Cut(text, kLine);
  if (tokens.empty()) return Age::kNone;
  const std::span<const phrases::Token> all = tokens;
  if (all.size() <= kLongest && IsAge(all)) return Age::kWhole;
  const std::string_view head = text.substr(0, EndOf(text, kDate));
  const bool figure = HasFigure(head);
  bool starts = HasAgeBeforeSign(text);
  for (std::size_t size = std::min(kLongest, all.size() - 1); size > 0; --size) {
    if (all.size() < kLine && IsAge(all.last(size))) return Age::kEnd;
    starts = starts || (figure && size > 1 && IsAge(all.first(size)));
  }
  if (starts) return Age::kStart;
  return HasDate(head) || HasDate(text.substr(StartOf(text, kDate))) ? Age::kDate : Age::kNone;
}

}  // namespace pith::select

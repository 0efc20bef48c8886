#include "core/select/age.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/phrases/phrases.h"
#include "core/unicode/unicode.h"

namespace pith::select {
namespace {

constexpr std::size_t kLongest = 6;  // tokens of an age: "about 4 hours and 5 minutes ago" has more

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

/// Whether the characters of [begin, end) hold a date or a time of day: two numbers that no point parts ("2.1 per cent"), or three.
bool HasDate(std::string_view text, std::size_t begin, std::size_t end) {
  std::uint32_t numbers = 0, decimals = 0;
  bool inside = false, point = false;
  for (std::size_t at = begin; at < end;) {
    const unicode::Decoded next = unicode::Decode(text, at);
    const bool digit = unicode::IsDigit(next.code_point);
    if (digit && !inside) {
      ++numbers;
      decimals += point ? 1 : 0;
    }
    point = inside && (next.code_point == '.' || next.code_point == ',');
    inside = digit;
    at += next.size;
  }
  return numbers - decimals > 1 || numbers > 2;
}

}  // namespace

Age AgeOf(std::string_view text) {
  constexpr std::size_t kLine = 80;  // tokens: of longer ones the end is not looked at
  constexpr std::size_t kDate = 14;  // characters: "12 May 2026", "2026-05-12"
  const std::vector<phrases::Token> tokens = phrases::Cut(text, kLine);
  if (tokens.empty()) return Age::kNone;
  const std::span<const phrases::Token> all = tokens;
  for (std::size_t size = 1; size <= std::min(kLongest, all.size()); ++size) {
    if (IsAge(all.first(size)) || (all.size() < kLine && IsAge(all.last(size)))) return size == all.size() ? Age::kWhole : Age::kEdge;
  }
  return HasDate(text, 0, EndOf(text, kDate)) || HasDate(text, StartOf(text, kDate), text.size()) ? Age::kDate : Age::kNone;
}

}  // namespace pith::select

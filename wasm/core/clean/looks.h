#pragma once

// What an element's classes say of its form, by rules/looks.txt.

#include <cstdint>
#include <string_view>

#include "core/parse/document.h"
#include "core/unicode/unicode.h"
#include "look_table.h"

namespace pith::clean {

/// A set of looks, one bit each.
using LookSet = std::uint32_t;

[[nodiscard]] constexpr LookSet Bit(Look look) { return LookSet{1} << static_cast<unsigned>(look); }

/// The look of one class name, in any letter case; kNone for most.
[[nodiscard]] Look LookOf(std::string_view name);
/// The looks of an element's classes.
[[nodiscard]] LookSet LooksOf(const parse::Document& document, parse::NodeId element);

/// Calls `visit` with each class of a value of the attribute `class`. Of a value that is longer than any author writes, the start.
template <typename Visit>
void EachClass(std::string_view value, Visit visit) {
  constexpr std::size_t kLongestValue = 400;  // bytes
  value = value.substr(0, kLongestValue);
  for (std::size_t at = 0; at < value.size();) {
    std::size_t end = at;
    while (end < value.size() && !unicode::IsAsciiSpace(value[end])) ++end;
    if (end > at) visit(value.substr(at, end - at));
    at = end + 1;
  }
}

}  // namespace pith::clean

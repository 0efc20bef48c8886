#pragma once

// When another story appeared, as lists of headlines say it: "4 hours ago", "12 May 2026", "18:05".

#include <string_view>

namespace pith::select {

/// What of a line says when something appeared.
enum class Age {
  kNone,
  kDate,   ///< its beginning or its end is a date or a time of day: "18:05 Council backs new bridge"
  kEdge,   ///< its beginning or its end is a phrase: "Council backs new bridge - 4 hours ago"
  kWhole,  ///< all of it is a phrase
};

/// @param text one line. Ages are phrases that are listed (rules/phrases), in thirty languages; dates and times of day are figures that stand together.
[[nodiscard]] Age AgeOf(std::string_view text);

}  // namespace pith::select

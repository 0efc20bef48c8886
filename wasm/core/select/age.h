#pragma once

// When another story appeared, as lists of headlines say it: "4 hours ago", "12 May 2026", "18:05".

#include <cstdint>
#include <string_view>

namespace pith::select {

/// What of a line says when something appeared.
enum class Age : std::uint8_t {
  kNone,
  kDate,   ///< its beginning or its end is a date or a time of day: "18:05 Council backs new bridge"
  kStart,  ///< its beginning is a phrase: "4 hours ago: Council backs new bridge"
  kEnd,    ///< its end is one: "Council backs new bridge - 4 hours ago"
  kWhole,  ///< all of it is one
};

/// @param text one line. Phrases are those that are listed (rules/phrases), in thirty languages. At the start of a line they have a figure, or a sign
/// behind them: one language's "yesterday" is another's "here".
[[nodiscard]] Age AgeOf(std::string_view text);

/// Whether a text has a time of day and a date with its year: "Updated: April 24, 2022, 3:26 AM", "2021年9月3日 12:05".
[[nodiscard]] bool HasDateAndTime(std::string_view text);

/// Whether a text has a decimal digit of any script.
[[nodiscard]] bool HasFigure(std::string_view text);

}  // namespace pith::select

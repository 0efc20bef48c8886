#pragma once

// Dates as people and programs write them → ISO 8601.
// Input: a short text. Output: the date as precise as the text gives it, its time zone kept.
// Idea: the text becomes numbers, known words (rules/dates.txt) and signs; a date is one of a few sequences of these.
// Known failure: calendars other than the Gregorian and the Thai one are not read; 5/6/2024 is read as the order of the language
// says, and not at all where no language is known.

#include <string>
#include <string_view>
#include <vector>

namespace pith::metadata {

/// What a reader of dates must know of the page.
enum class DayOrder : unsigned char { kUnknown, kDayFirst, kMonthFirst };

/// The order in which all-number dates of that language (BCP 47) give day and month.
[[nodiscard]] DayOrder DayOrderOf(std::string_view lang);

struct FoundDate {
  std::string iso;   ///< "2024-05-17", "2024-05-17T10:00:00+02:00", "2024-05" or "2024"
  std::string_view raw;  ///< the part of the text that says so; points into it
  bool updated = false;  ///< a word before it says that it is not the publishing date
  bool published = false;  ///< a word before it says that it is
};

/// Whether a word is a month's name.
[[nodiscard]] bool IsMonth(std::string_view word);

/// The whole text as one date, as machine-readable sources give it; also a year or month alone, and seconds since 1970. Empty where it is none.
[[nodiscard]] std::string IsoOf(std::string_view text, DayOrder order);

/// The dates with a day in a line that people read, in order.
[[nodiscard]] std::vector<FoundDate> DatesIn(std::string_view line, DayOrder order);

/// The date in an address whose path gives year, month and day ("/2024/05/17/"); empty where it gives none.
[[nodiscard]] std::string DateInPath(std::string_view url);

}  // namespace pith::metadata

#include "core/metadata/date.h"

#include <cstdint>
#include <cstdlib>

#include "core/metadata/language_tag.h"
#include "core/metadata/word.h"
#include "core/unicode/unicode.h"
#include "core/url/url.h"
#include "date_words.h"  // generated from rules/dates.txt by tools/date_table.py

namespace pith::metadata {
namespace {

enum class Kind : std::uint8_t { kNumber, kMonth, kUnit, kFiller, kUpdated, kPublished, kHalf, kZone, kWord, kSign, kSpace };

struct Token {
  Kind kind;
  char sign = 0;          ///< of kSign: the character, if ASCII
  int value = 0;          ///< a number, or what the word means
  int digits = 0;
  std::uint32_t begin = 0;  ///< bytes of the text
  std::uint32_t end = 0;
};

constexpr std::size_t kLongestText = 400;  // bytes; a date line is short

/// The value of a decimal digit. The digits of the scripts of India begin at 6 in their row of sixteen, all others at 0.
int DigitOf(char32_t c) {
  const int low = static_cast<int>(c & 0xF);
  return c >= 0x0900 && c < 0x0E00 ? low - 6 : low;
}

bool IsHan(char32_t c) { return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF); }

/// What a word means in a date; nullptr for most.
const DateMeaning* MeaningOf(std::string_view word) {
  const int found = kDateWords.Find(WordHash(word));
  return found < 0 ? nullptr : &kDateMeanings[found];
}

Kind KindOf(DateWord word) {
  switch (word) {
    case DateWord::kMonth: return Kind::kMonth;
    case DateWord::kUnit: return Kind::kUnit;
    case DateWord::kFiller: return Kind::kFiller;
    case DateWord::kUpdated: return Kind::kUpdated;
    case DateWord::kPublished: return Kind::kPublished;
    case DateWord::kHalf: return Kind::kHalf;
    case DateWord::kZone: return Kind::kZone;
  }
  return Kind::kWord;
}

std::vector<Token> Cut(std::string_view text) {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < text.size();) {
    const unicode::Decoded next = unicode::Decode(text, at);
    Token token{Kind::kSign};
    token.begin = static_cast<std::uint32_t>(at);
    std::size_t end = at + next.size;
    if (unicode::IsDigit(next.code_point)) {
      token.kind = Kind::kNumber;
      for (end = at; end < text.size();) {
        const unicode::Decoded digit = unicode::Decode(text, end);
        if (!unicode::IsDigit(digit.code_point)) break;
        if (++token.digits <= 8) token.value = token.value * 10 + DigitOf(digit.code_point);
        end += digit.size;
      }
    } else if (IsWordCharacter(next.code_point)) {
      const bool han = IsHan(next.code_point);
      while (!han && end < text.size()) {
        const unicode::Decoded letter = unicode::Decode(text, end);
        if (!IsWordCharacter(letter.code_point) || IsHan(letter.code_point)) break;
        end += letter.size;
      }
      const DateMeaning* known = MeaningOf(text.substr(at, end - at));
      token.kind = known == nullptr ? Kind::kWord : KindOf(known->kind);
      if (known != nullptr) token.value = known->value;
    } else if (unicode::ClassOf(next.code_point) == unicode::CharClass::kSpace) {
      token.kind = Kind::kSpace;
    } else {
      token.sign = next.code_point < 128 ? static_cast<char>(next.code_point) : '\0';
    }
    token.end = static_cast<std::uint32_t>(end);
    tokens.push_back(token);
    at = end;
  }
  return tokens;
}

std::string Padded(int value, std::size_t digits) {
  std::string text = std::to_string(value);
  return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

/// A date that a reader found, and where the text goes on behind it.
struct Date {
  int year = 0, month = 0, day = 0;
  std::size_t next = 0;  ///< 0: none
};

class Reader {
 public:
  Reader(std::string_view text, DayOrder order) : text_(text.substr(0, kLongestText)), order_(order), tokens_(Cut(text_)) {}

  [[nodiscard]] std::size_t size() const { return tokens_.size(); }
  [[nodiscard]] const Token& operator[](std::size_t at) const { return tokens_[at]; }

  /// The date that begins at a token.
  [[nodiscard]] Date At(std::size_t at) const {
    if (at > 0 && (tokens_[at - 1].kind == Kind::kNumber || (tokens_[at - 1].kind == Kind::kSign && JoinsNumbers(tokens_[at - 1].sign) && at > 1 && tokens_[at - 2].kind == Kind::kNumber))) return {};
    Date date;
    if (tokens_[at].kind == Kind::kMonth) {
      date = MonthDayYear(at);
    } else if (tokens_[at].kind == Kind::kNumber) {
      date = YearFirst(at);
      if (date.next == 0) date = DayMonthYear(at);
      if (date.next == 0) date = Numbers(at);
    }
    return Exists(date) ? date : Date{};
  }

  /// "T10:00:00+02:00" behind a date, or any spelling of it; empty where there is no time. Moves `next` behind it.
  [[nodiscard]] std::string Time(std::size_t& next) const {
    std::size_t at = next;
    for (int skipped = 0; at < size() && tokens_[at].kind != Kind::kNumber; ++at) {
      if (tokens_[at].kind != Kind::kSpace && ++skipped > 2) return {};
      if (tokens_[at].kind == Kind::kMonth || (tokens_[at].kind == Kind::kSign && (tokens_[at].sign == '+' || tokens_[at].sign == '('))) return {};
    }
    if (!Number(at, 1, 2) || tokens_[at].value > 23) return {};
    int hour = tokens_[at].value, minute = 0;
    std::string seconds;
    std::size_t end = at + 1;
    if (Sign(end, ':') && Number(end + 1, 2, 2)) {
      minute = tokens_[end + 1].value;
      end += 2;
      if (Sign(end, ':') && Number(end + 1, 2, 2) && tokens_[end + 1].value < 60) {
        seconds = ":" + Padded(tokens_[end + 1].value, 2);
        end += 2;
        if ((Sign(end, '.') || Sign(end, ',')) && end + 1 < size() && tokens_[end + 1].kind == Kind::kNumber && tokens_[end + 1].digits <= 9) {
          seconds += "." + std::string(TextOf(end + 1));
          end += 2;
        }
      }
    } else if (Skipped(end) >= size() || tokens_[Skipped(end)].kind != Kind::kHalf) {
      return {};
    }
    const std::size_t half = Skipped(end);
    if (half < size() && tokens_[half].kind == Kind::kHalf && hour <= 12) {
      hour = hour % 12 + tokens_[half].value;
      end = half + 1;
    } else if (half < size() && Dotted(half)) {  // "p.m."
      hour = hour % 12 + (TextOf(half) == "p" || TextOf(half) == "P" ? 12 : 0);
      end = half + 4;
    }
    if (minute > 59) return {};
    next = end;
    return "T" + Padded(hour, 2) + ":" + Padded(minute, 2) + seconds + Zone(next);
  }

 private:
  static bool JoinsNumbers(char c) { return c == '.' || c == '/' || c == '-' || c == ':'; }

  [[nodiscard]] std::string_view TextOf(std::size_t at) const { return text_.substr(tokens_[at].begin, tokens_[at].end - tokens_[at].begin); }
  [[nodiscard]] bool Sign(std::size_t at, char sign) const { return at < size() && tokens_[at].kind == Kind::kSign && tokens_[at].sign == sign; }
  [[nodiscard]] bool Number(std::size_t at, int fewest, int most) const { return at < size() && tokens_[at].kind == Kind::kNumber && tokens_[at].digits >= fewest && tokens_[at].digits <= most; }
  [[nodiscard]] bool Dotted(std::size_t at) const {
    return at + 3 < size() && (TextOf(at) == "a" || TextOf(at) == "p" || TextOf(at) == "A" || TextOf(at) == "P") && Sign(at + 1, '.') && (TextOf(at + 2) == "m" || TextOf(at + 2) == "M") && Sign(at + 3, '.');
  }
  [[nodiscard]] std::size_t Skipped(std::size_t at) const {
    while (at < size() && tokens_[at].kind == Kind::kSpace) ++at;
    return at;
  }

  /// Past what may stand between the parts of a date: spaces, a comma or dot, "of", "de", an ordinal's ending.
  [[nodiscard]] std::size_t Between(std::size_t at) const {
    constexpr int kMost = 5;  // tokens
    for (int i = 0; i < kMost && at < size(); ++i, ++at) {
      const Token& token = tokens_[at];
      const bool skips = token.kind == Kind::kSpace || token.kind == Kind::kFiller || token.kind == Kind::kUnit || (token.kind == Kind::kSign && (token.sign == '.' || token.sign == ',' || token.sign == '-' || token.sign == '/'));
      if (!skips) break;
    }
    return at;
  }

  [[nodiscard]] bool Year(std::size_t at) const { return Number(at, 4, 4) && tokens_[at].value >= 1000 && tokens_[at].value < 3000; }

  /// A Thai year counts from 543 years before ours.
  [[nodiscard]] int YearAt(std::size_t at) const { return tokens_[at].value >= 2400 && tokens_[at].value < 2700 ? tokens_[at].value - 543 : tokens_[at].value; }

  [[nodiscard]] Date MonthDayYear(std::size_t at) const {
    const std::size_t day = Between(at + 1);
    if (!Number(day, 1, 2)) return {};
    const std::size_t year = Between(day + 1);
    return Year(year) ? Date{YearAt(year), tokens_[at].value, tokens_[day].value, year + 1} : Date{};
  }

  [[nodiscard]] Date DayMonthYear(std::size_t at) const {
    if (!Number(at, 1, 2)) return {};
    const std::size_t month = Between(at + 1);
    if (month >= size() || tokens_[month].kind != Kind::kMonth) return {};
    const std::size_t year = Between(month + 1);
    return Year(year) ? Date{YearAt(year), tokens_[month].value, tokens_[at].value, year + 1} : Date{};
  }

  [[nodiscard]] Date YearFirst(std::size_t at) const {
    if (!Year(at)) return {};
    const std::size_t month = Between(at + 1), day = Between(month + 1);
    const bool named = month < size() && tokens_[month].kind == Kind::kMonth;
    if (month == at + 1 || (!named && !Number(month, 1, 2)) || !Number(day, 1, 2) || day == month + 1) return {};
    // "2024 10 11" is three numbers, not a date.
    bool spaces = !named;
    for (std::size_t i = at + 1; i < month; ++i) spaces = spaces && tokens_[i].kind == Kind::kSpace;
    if (spaces) return {};
    return {YearAt(at), tokens_[month].value, tokens_[day].value, day + 1};
  }

  /// 17.05.2024, 17/05/2024, 17-05-2024, 17 tháng 5 năm 2024.
  [[nodiscard]] Date Numbers(std::size_t at) const {
    if (!Number(at, 1, 2) || at + 1 >= size()) return {};
    std::size_t second = at + 2, year = at + 4;
    const char sign = tokens_[at + 1].sign;
    const bool signs = tokens_[at + 1].kind == Kind::kSign && (sign == '.' || sign == '/' || sign == '-') && Sign(at + 3, sign);
    DayOrder order = sign == '/' ? order_ : DayOrder::kDayFirst;
    if (!signs) {
      const std::size_t unit = Skipped(at + 1);
      if (unit >= size() || tokens_[unit].kind != Kind::kUnit || tokens_[unit].value != 1) return {};
      second = Skipped(unit + 1);
      year = Between(second + 1);
      order = DayOrder::kDayFirst;
    }
    if (!Number(second, 1, 2) || !Year(year)) return {};
    int day = tokens_[at].value, month = tokens_[second].value;
    if (month > 12 || (order == DayOrder::kMonthFirst && day <= 12)) std::swap(day, month);
    if (order == DayOrder::kUnknown && day <= 12 && day != month && tokens_[second].value <= 12) return {};
    return {YearAt(year), month, day, year + 1};
  }

  static bool Exists(const Date& date) {
    constexpr int kDays[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (date.next == 0 || date.month < 1 || date.month > 12 || date.day < 1 || date.day > kDays[date.month - 1]) return false;
    const bool leaps = date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0);
    return leaps || date.month != 2 || date.day != 29;
  }

  /// "Z", "+02:00" or nothing. Moves `next` behind it.
  [[nodiscard]] std::string Zone(std::size_t& next) const {
    std::size_t at = Skipped(next);
    if (at < size() && tokens_[at].kind == Kind::kZone) {
      next = at + 1;
      const std::size_t offset = tokens_[at].value == 0 ? Skipped(at + 1) : size();  // "GMT+0200"
      if (!Sign(offset, '+') && !Sign(offset, '-')) return Offset(tokens_[at].value);
      at = offset;
    }
    const bool plus = Sign(at, '+');
    if (!plus && !Sign(at, '-')) return {};
    int minutes = 0;
    if (Number(at + 1, 4, 4)) {
      minutes = tokens_[at + 1].value / 100 * 60 + tokens_[at + 1].value % 100;
      next = at + 2;
    } else if (Number(at + 1, 1, 2) && Sign(at + 2, ':') && Number(at + 3, 2, 2)) {
      minutes = tokens_[at + 1].value * 60 + tokens_[at + 3].value;
      next = at + 4;
    } else if (Number(at + 1, 2, 2)) {
      minutes = tokens_[at + 1].value * 60;
      next = at + 2;
    } else {
      return {};
    }
    if (minutes > 14 * 60) return {};
    return minutes == 0 ? std::string(plus ? "+00:00" : "-00:00") : Offset(plus ? minutes : -minutes);
  }

  static std::string Offset(int minutes) {
    if (minutes == 0) return "Z";
    const int absolute = std::abs(minutes);
    return (minutes < 0 ? "-" : "+") + Padded(absolute / 60, 2) + ":" + Padded(absolute % 60, 2);
  }

  std::string_view text_;
  DayOrder order_;
  std::vector<Token> tokens_;
};

std::string IsoDay(const Date& date) { return Padded(date.year, 4) + "-" + Padded(date.month, 2) + "-" + Padded(date.day, 2); }

/// Days since 1970-01-01 → a date; the algorithm counts from 0000-03-01, in eras of 400 years.
Date DateOfDays(std::int64_t days) {
  const std::int64_t shifted = days + 719468, era = shifted / 146097, day_of_era = shifted % 146097;
  const std::int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month = (5 * day_of_year + 2) / 153;
  const int real_month = static_cast<int>(month < 10 ? month + 3 : month - 9);
  return {static_cast<int>(year_of_era + era * 400 + (real_month <= 2 ? 1 : 0)), real_month, static_cast<int>(day_of_year - (153 * month + 2) / 5 + 1), 1};
}

/// Seconds (10 digits) or milliseconds (13) since 1970.
std::string OfTimestamp(std::string_view text) {
  std::int64_t seconds = 0;
  for (const char c : text.substr(0, 10)) seconds = seconds * 10 + (c - '0');
  const Date date = DateOfDays(seconds / 86400);
  const int rest = static_cast<int>(seconds % 86400);
  return IsoDay(date) + "T" + Padded(rest / 3600, 2) + ":" + Padded(rest / 60 % 60, 2) + ":" + Padded(rest % 60, 2) + "Z";
}

/// A date without a day, or one written without signs: "2024", "2024-05", "May 2024", "20240517".
std::string Partial(std::string_view text, const Reader& tokens) {
  const bool digits = text.find_first_not_of("0123456789") == std::string_view::npos;
  if (digits && (text.size() == 10 || text.size() == 13)) return OfTimestamp(text);
  if (digits && text.size() == 8) return IsoOf(std::string(text.substr(0, 4)) + "-" + std::string(text.substr(4, 2)) + "-" + std::string(text.substr(6)), DayOrder::kUnknown);
  const auto year = [&](std::size_t at) { return tokens[at].kind == Kind::kNumber && tokens[at].digits == 4 && tokens[at].value >= 1000 && tokens[at].value < 3000; };
  if (tokens.size() == 1 && year(0)) return std::string(text);
  if (tokens.size() != 3) return {};
  if (year(0) && tokens[2].kind == Kind::kNumber && tokens[2].value >= 1 && tokens[2].value <= 12 && (tokens[1].sign == '-' || tokens[1].sign == '/')) return Padded(tokens[0].value, 4) + "-" + Padded(tokens[2].value, 2);
  if (tokens[0].kind == Kind::kMonth && year(2)) return Padded(tokens[2].value, 4) + "-" + Padded(tokens[0].value, 2);
  return {};
}

}  // namespace

DayOrder DayOrderOf(std::string_view lang) {
  if (lang.empty()) return DayOrder::kUnknown;
  if (!IsEnglish(lang)) return DayOrder::kDayFirst;
  const std::string_view region = lang.size() == 5 ? lang.substr(3) : std::string_view();
  return region.empty() || unicode::EqualsIgnoringAsciiCase(region, "us") ? DayOrder::kMonthFirst : DayOrder::kDayFirst;
}

bool IsMonth(std::string_view word) {
  while (!word.empty() && word.back() == '.') word.remove_suffix(1);
  const DateMeaning* known = MeaningOf(word);
  return known != nullptr && known->kind == DateWord::kMonth;
}

std::string IsoOf(std::string_view text, DayOrder order) {
  text = unicode::Trimmed(text);
  const Reader tokens(text, order);
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const Date date = tokens.At(at);
    if (date.next == 0) continue;
    if (date.year == 1970 && date.month == 1 && date.day == 1) return {};  // what programs write that know no date
    std::size_t next = date.next;
    const std::string time = tokens.Time(next);
    return IsoDay(date) + time;
  }
  return Partial(text, tokens);
}

std::vector<FoundDate> DatesIn(std::string_view line, DayOrder order) {
  constexpr int kFirstYear = 1980, kLastYear = 2199;  // the web's; other years are what a text is about
  std::vector<FoundDate> found;
  const Reader tokens(line, order);
  bool updated = false, published = false;
  for (std::size_t at = 0; at < tokens.size();) {
    if (tokens[at].kind == Kind::kUpdated) updated = true, published = false;
    if (tokens[at].kind == Kind::kPublished) published = true, updated = false;
    const Date date = tokens.At(at);
    if (date.next == 0 || date.year < kFirstYear || date.year > kLastYear) {
      ++at;
      continue;
    }
    std::size_t next = date.next;
    const std::string time = tokens.Time(next);
    const std::uint32_t begin = tokens[at].begin, end = tokens[next - 1].end;
    found.push_back({IsoDay(date) + time, line.substr(begin, end - begin), updated, published});
    updated = published = false;
    at = next;
  }
  return found;
}

std::string DateInPath(std::string_view url) {
  const std::string_view path = url::Parse(url).path;
  const Reader tokens(path, DayOrder::kUnknown);
  for (std::size_t at = 0; at + 4 < tokens.size(); ++at) {
    const bool bounded = at > 0 && tokens[at - 1].kind == Kind::kSign && tokens[at + 1].kind == Kind::kSign && tokens[at + 3].kind == Kind::kSign;
    if (!bounded || tokens[at].kind != Kind::kNumber || tokens[at + 2].kind != Kind::kNumber || tokens[at + 4].kind != Kind::kNumber) continue;
    if (tokens[at].value < 1990 || tokens[at].value > 2199) continue;
    const Date date = tokens.At(at);
    if (date.next == at + 5) return IsoDay(date);
  }
  return {};
}

}  // namespace pith::metadata

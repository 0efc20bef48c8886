#include "core/metadata/names.h"

#include <algorithm>

#include "byline_words.h"  // generated from rules/bylines.txt by tools/byline_table.py
#include "core/metadata/date.h"
#include "core/metadata/word.h"
#include "core/unicode/unicode.h"
#include "core/unicode/word_list.h"

namespace pith::metadata {
namespace {

using unicode::CharClass;
using unicode::Decoded;

std::string Folded(std::string_view text) {
  std::string folded;
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      folded += unicode::AsciiLower(text[at++]);
      continue;
    }
    const Decoded next = unicode::Decode(text, at);
    const char32_t letter = unicode::Fold(next.code_point);
    if (letter != 0) unicode::Append(folded, letter);
    at += next.size;
  }
  return folded;
}

bool IsUpper(char32_t c) { return unicode::ToLower(c) != c; }
/// A letter of a script that has no capitals.
bool IsUncased(char32_t c) { return (c >= 0x0590 && c < 0x10A0) || (c >= 0x1100 && c < 0x1E00) || c >= 0x2E80; }

/// How many bytes at the start of `text` spell `folded`; 0 where it does not begin so.
std::size_t Prefix(std::string_view text, std::string_view folded) {
  std::size_t at = 0, matched = 0;
  while (at < text.size() && matched < folded.size()) {
    const Decoded next = unicode::Decode(text, at);
    std::string letter;
    if (const char32_t c = unicode::Fold(next.code_point)) unicode::Append(letter, c);
    if (folded.compare(matched, letter.size(), letter) != 0) return 0;
    matched += letter.size();
    at += next.size;
  }
  return matched == folded.size() ? at : 0;
}

/// Whether a word ends at `at`: at what is no letter, at a capital behind a small letter ("ByJane"), or at a change between scripts
/// without capitals, which may be written without spaces.
bool EndsWord(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return true;
  const char32_t next = unicode::Decode(text, at).code_point;
  const char before = text[at - 1];
  if (!IsWordCharacter(next)) return true;
  if (before >= 'a' && before <= 'z') return IsUpper(next);
  return unicode::IsUnspaced(next);
}

/// Past the signs behind "By": spaces, colons, dashes.
std::string_view PastSigns(std::string_view text) {
  while (!text.empty()) {
    const Decoded next = unicode::Decode(text, 0);
    const CharClass char_class = unicode::ClassOf(next.code_point);
    if (char_class != CharClass::kSpace && char_class != CharClass::kPunctuation && char_class != CharClass::kSymbol) break;
    if (next.code_point == '(' || next.code_point == '"' || next.code_point == '@') break;
    text.remove_prefix(next.size);
  }
  return text;
}

/// The longest of the phrases that `text` begins with, in bytes.
std::size_t LongestPrefix(const unicode::WordList& phrases, std::string_view text, bool declared) {
  std::string first;  // letter of the text, which tells most phrases apart from it
  if (!text.empty()) {
    if (const char32_t c = unicode::Fold(unicode::Decode(text, 0).code_point)) unicode::Append(first, c);
  }
  std::size_t longest = 0;
  for (const std::string_view phrase : phrases) {
    if (!first.empty() && phrase.front() != first.front()) {
      if (static_cast<unsigned char>(phrase.front()) > static_cast<unsigned char>(first.front())) break;
      continue;
    }
    if (declared && kParticles.Has(phrase)) continue;
    const std::size_t size = Prefix(text, phrase);
    if (size > longest && EndsWord(text, size)) longest = size;
  }
  return longest;
}

bool EndsWithSign(std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  for (const std::string_view sign : {"|", "\u00B7", "\u2022", "-", "\u2013", "\u2014", "/"}) {
    if (text.size() > sign.size() && text.substr(text.size() - sign.size()) == sign) return true;
  }
  return false;
}

/// The word that begins at `at`, with the marks that names have in them: "O'Brien", "Jean-Luc", "J.".
std::string_view WordAt(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size()) {
    const Decoded next = unicode::Decode(text, end);
    const bool inside = IsWordCharacter(next.code_point) || next.code_point == '\'' || next.code_point == 0x2019 || next.code_point == '-' || next.code_point == 0x2010 || next.code_point == '.' || next.code_point == 0xB7;
    if (!inside) break;
    end += next.size;
  }
  return text.substr(at, end - at);
}

bool IsNameWord(std::string_view word) {
  const char32_t first = word.empty() ? 0 : unicode::Decode(word, 0).code_point;
  return IsUpper(first) || IsUncased(first);
}

/// Whether all words of a text are such as stand where a name is expected and are none.
bool IsNoName(std::string_view text) {
  const std::string folded = Folded(text);
  if (kNoNames.Has(folded)) return true;
  std::size_t words = 0;
  for (std::size_t at = 0; at < folded.size();) {
    const std::string_view word = WordAt(folded, at);
    if (word.empty()) {
      ++at;
      continue;
    }
    if (!kNoNames.Has(word)) return false;
    ++words;
    at += word.size();
  }
  return words > 0;
}

/// Whether a month stands there, with a number behind it or nothing: some are names of people as well.
bool BeginsDate(std::string_view text, std::string_view word) {
  if (!IsMonth(word)) return false;
  text.remove_prefix(word.size());
  text = PastSigns(text);
  return text.empty() || unicode::IsDigit(unicode::Decode(text, 0).code_point);
}

/// Reads names from the start of a text until something stands there that is no part of one.
std::vector<std::string> NamesFrom(std::string_view text) {
  constexpr std::size_t kMostNames = 8;
  constexpr int kMostWords = 5;
  std::vector<std::string> names;
  std::size_t begin = 0, end = 0;
  int words = 0;
  bool capital = false;
  const auto finish = [&]() {
    const std::string name(text.substr(begin, end - begin));
    if (capital && words <= kMostWords && LooksLikeName(name)) names.push_back(name);
    words = 0;
    capital = false;
  };
  for (std::size_t at = 0; at < text.size() && names.size() < kMostNames;) {
    const std::string_view word = WordAt(text, at);
    if (word.empty()) {
      const Decoded next = unicode::Decode(text, at);
      const bool parts = next.code_point == ',' || next.code_point == ';' || next.code_point == '&' || next.code_point == '+' || next.code_point == 0x3001 || next.code_point == 0xFF0C || next.code_point == 0x060C;
      if (parts) {
        finish();
      } else if (unicode::ClassOf(next.code_point) != CharClass::kSpace) {
        break;
      }
      at += next.size;
      continue;
    }
    const std::string folded = Folded(word);
    const bool small = !IsNameWord(word);
    if (BeginsDate(text.substr(at), word) && (at + word.size() < text.size() || words > 0 || !names.empty())) break;  // "Jane Doe March 5, 2031"
    if (words > 0 && kRoles.Has(folded)) {  // "Jane Doe, Digital Expert": the role goes with what leads to it
      if (!names.empty()) words = 0;
      break;
    }
    if (words > 0 && kAnd.Has(folded) && (small || IsUncased(unicode::Decode(word, 0).code_point)) && !(kParticles.Has(folded) && word.size() > 1)) {
      finish();
    } else if (small && !(kParticles.Has(folded) && !kAnd.Has(folded))) {
      break;
    } else if (words > 0 && kNoNames.Has(folded)) {
      break;  // "Jane Doe Updated …"
    } else {
      if (words++ == 0) begin = at;
      capital = capital || !small;
      end = at + word.size();
      constexpr std::size_t kLongestInitials = 5;  // "J.R.R."; a longer word with a full stop ends a sentence
      if (word.back() == '.' && word.size() > kLongestInitials) {
        --end;
        break;
      }
    }
    at += word.size();
  }
  finish();
  return names;
}

}  // namespace

std::string_view WithoutBy(std::string_view text, bool declared) {
  text = unicode::Trimmed(text);
  for (int round = 0; round < 2; ++round) {  // "Author: Written by …"
    const std::size_t size = LongestPrefix(kBy, text, declared);
    const std::string_view rest = size == 0 ? std::string_view() : PastSigns(text.substr(size));
    if (rest.empty()) break;
    text = rest;
  }
  while (!text.empty() && (text.back() == '-' || text.back() == ',' || text.back() == '|' || text.back() == ':' || unicode::IsAsciiSpace(text.back()))) text.remove_suffix(1);
  return text;
}

bool CanBeAuthor(std::string_view text) {
  constexpr std::size_t kLongest = 200;  // bytes; several names
  if (text.empty() || text.size() > kLongest) return false;
  if (text.find_first_of("{}<>%*[]=") != std::string_view::npos || text.find("://") != std::string_view::npos || text.substr(0, 4) == "www." || text.find('@', 1) != std::string_view::npos) return false;
  if (text.find(' ') == std::string_view::npos && (text.find('/') != std::string_view::npos || std::count(text.begin(), text.end(), '.') > 1)) return false;
  const bool letters = std::any_of(text.begin(), text.end(), [](char c) { return unicode::IsAsciiLetter(c) || static_cast<unsigned char>(c) >= 0x80; });
  return letters && !kNeverNames.Has(Folded(text));
}

bool LooksLikeName(std::string_view text) {
  constexpr std::size_t kLongest = 60;  // bytes
  constexpr int kMostWords = 5;
  if (text.size() < 3 || text.size() > kLongest || !CanBeAuthor(text) || IsNoName(text)) return false;
  int words = 0, small = 0;
  std::size_t longest = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view word = WordAt(text, at);
    if (word.empty()) {
      const Decoded next = unicode::Decode(text, at);
      if (unicode::ClassOf(next.code_point) != CharClass::kSpace) return false;
      at += next.size;
      continue;
    }
    ++words;
    longest = std::max(longest, word.size());
    if (!IsNameWord(word) && !kParticles.Has(Folded(word))) ++small;
    at += word.size();
  }
  return words >= 1 && words <= kMostWords && small == 0 && longest >= 3;
}

bool IsByLabel(std::string_view line) {
  const std::size_t size = LongestPrefix(kBy, unicode::Trimmed(line), false);
  return size != 0 && PastSigns(unicode::Trimmed(line).substr(size)).empty();
}

std::vector<std::string> NamesInLine(std::string_view line) {
  constexpr std::size_t kLongest = 200;  // bytes; longer lines are prose
  line = unicode::Trimmed(line);
  if (line.empty() || line.size() > kLongest) return {};
  if (const std::size_t size = LongestPrefix(kBy, line, false)) {
    std::vector<std::string> names = NamesFrom(WithoutBy(PastSigns(line.substr(size)), false));
    if (!names.empty()) return names;
  }
  // "May 5, 2031 by Jane Doe", "Jane Doe 기자"
  for (std::size_t at = 0; at < line.size();) {
    const std::string_view word = WordAt(line, at);
    if (word.empty()) {
      at += unicode::Decode(line, at).size;
      continue;
    }
    if (at > 0) {
      const std::size_t size = LongestPrefix(kByWithin, line.substr(at), false);
      // Behind a date or a sign: "Sort by City" names nobody.
      if (size != 0 && (EndsWithSign(line.substr(0, at)) || !DatesIn(line.substr(0, at), DayOrder::kMonthFirst).empty())) {
        std::vector<std::string> names = NamesFrom(PastSigns(line.substr(at + size)));
        if (!names.empty()) return names;
      }
      if (kAfter.Has(Folded(word))) {
        const std::string_view name = unicode::Trimmed(line.substr(0, at));
        if (LooksLikeName(name)) return {std::string(name)};
      }
    }
    at += word.size();
  }
  return {};
}

std::vector<std::string> Split(std::string_view names) {
  std::vector<std::string> parts;
  const auto add = [&](std::string_view part) {
    part = unicode::Trimmed(part);
    // What stands alone behind a comma and is no name of a person is a degree or a role of the one before.
    if (!part.empty() && std::find(parts.begin(), parts.end(), part) == parts.end() && CanBeAuthor(part)) parts.emplace_back(part);
  };
  std::size_t begin = 0;
  for (std::size_t at = 0; at < names.size();) {
    const std::string_view word = WordAt(names, at);
    const Decoded next = unicode::Decode(names, at);
    const bool sign = word.empty() && (next.code_point == ',' || next.code_point == ';' || next.code_point == '&' || next.code_point == 0x3001 || next.code_point == 0xFF0C || next.code_point == 0x060C);
    const bool conjunction = !word.empty() && at > begin && !IsNameWord(word) && word.size() > 1 && kAnd.Has(Folded(word));
    const std::size_t size = word.empty() ? next.size : word.size();
    if (sign || conjunction) {
      add(names.substr(begin, at - begin));
      begin = at + size;
    }
    at += size;
  }
  add(names.substr(begin));
  return parts;
}

bool IsAuthorAddress(std::string_view href) {
  href = href.substr(0, std::min(href.find_first_of("?#"), std::size_t{300}));
  for (std::size_t at = href.find('/'); at != std::string_view::npos;) {
    const std::size_t end = href.find('/', at + 1);
    if (end == std::string_view::npos) {
      return at + 2 < href.size() && href[at + 1] == '@';  // "/@jane"
    }
    const std::string_view segment = href.substr(at + 1, end - at - 1);
    if (end + 1 < href.size() && kAuthorPaths.Has(Folded(segment))) {
      const std::string_view behind = href.substr(end + 1);
      return !kAccountPaths.Has(Folded(behind.substr(0, behind.find_first_of("/."))));
    }
    at = end;
  }
  return false;
}

}  // namespace pith::metadata

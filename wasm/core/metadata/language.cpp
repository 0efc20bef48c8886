#include "core/metadata/language.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <iterator>
#include <vector>

#include "core/metadata/language_tag.h"
#include "core/phrases/phrases.h"
#include "core/unicode/unicode.h"
#include "language_words.h"  // generated from rules/function_words.txt by tools/language_table.py

namespace pith::metadata {
namespace {

constexpr std::size_t kSample = 6000;  // bytes of prose that are read
constexpr std::size_t kGlance = 700;   // of these, where they agree already with what the page says
constexpr std::size_t kFirstWords = 8;  // words of a line that tell in most cases that it is in the page's language
constexpr std::size_t kLanguageCount = sizeof kLanguages / sizeof kLanguages[0];

/// The language of a letter that only one of ours is written with; empty for others.
std::string_view ScriptLanguage(char32_t c) {
  if (c >= 0x3040 && c <= 0x30FF) return "ja";
  if ((c >= 0xAC00 && c <= 0xD7AF) || (c >= 0x1100 && c <= 0x11FF)) return "ko";
  if (c >= 0x4E00 && c <= 0x9FFF) return "zh";
  if (c >= 0x0E00 && c <= 0x0E7F) return "th";
  if (c >= 0x0590 && c <= 0x05FF) return "he";
  if (c >= 0x0370 && c <= 0x03FF) return "el";
  if (c >= 0x0980 && c <= 0x09FF) return "bn";
  if (c >= 0x0530 && c <= 0x058F) return "hy";
  if (c >= 0x10A0 && c <= 0x10FF) return "ka";
  return {};
}

/// The language of a tag among those that we have words of; the end of kLanguages where it is none.
const std::string_view* Known(std::string_view tag) {
  std::string_view primary = PrimaryLanguage(tag);
  if (unicode::EqualsIgnoringAsciiCase(primary, "nb") || unicode::EqualsIgnoringAsciiCase(primary, "nn")) primary = "no";
  return std::find_if(std::begin(kLanguages), std::end(kLanguages), [&](std::string_view lang) { return unicode::EqualsIgnoringAsciiCase(lang, primary); });
}

std::size_t IndexOf(const std::string_view* known) { return static_cast<std::size_t>(known - std::begin(kLanguages)); }

struct Tally {
  std::array<std::uint32_t, kLanguageCount> hits{};
  std::uint32_t words = 0;
};

Tally Count(std::string_view text) {
  Tally tally;
  for (const phrases::Token token : phrases::Cut(text, 2000)) {
    ++tally.words;
    const int found = kLanguageWords.Find(phrases::Short(token));
    if (found < 0) continue;
    for (std::uint32_t set = kLanguageSets[found]; set != 0; set &= set - 1) ++tally.hits[static_cast<std::size_t>(std::countr_zero(set))];
  }
  return tally;
}

/// A word of a line.
struct Word {
  phrases::Token token = 0;
  int found = -1;      ///< the place of the languages of which it is a function word
  bool small = false;  ///< it begins with a small letter; of names that is only such as "of" and "de la"

  [[nodiscard]] bool IsOf(std::size_t language) const { return found >= 0 && (kLanguageSets[found] >> language & 1) != 0; }
};

std::vector<Word> WordsOf(std::string_view line) {
  std::vector<Word> words;
  std::size_t begin = 0;
  bool inside = false, small = false;
  const auto end_word = [&](std::size_t end) {
    if (!inside) return;
    const std::vector<phrases::Token> tokens = phrases::Cut(line.substr(begin, end - begin), 1);
    inside = false;
    if (!tokens.empty()) words.push_back({.token = tokens.front(), .found = kLanguageWords.Find(phrases::Short(tokens.front())), .small = small});
  };
  for (std::size_t at = 0; at < line.size();) {
    const unicode::Decoded next = unicode::Decode(line, at);
    const unicode::CharClass char_class = unicode::ClassOf(next.code_point);
    const bool letter = char_class == unicode::CharClass::kLetter || char_class == unicode::CharClass::kMark;
    if (!letter) end_word(at);
    if (letter && !inside) {
      begin = at;
      small = unicode::ToLower(next.code_point) == next.code_point;
      inside = true;
    }
    at += next.size;
  }
  end_word(line.size());
  return words;
}

/// Whether a line is in this language and not in that one: function words are enough of it; some of them, all different, only this language has, and none only
/// the other has. With what else is in small letters these are four at least: titles have few of both.
/// @param fewest words that only this language has
bool IsInRatherThanIn(const std::vector<Word>& words, std::size_t language, std::size_t other, std::size_t fewest) {
  constexpr std::size_t kEnough = 4, kOf = 5;
  std::vector<phrases::Token> only;
  std::size_t hits = 0, small = 0;
  for (const Word& word : words) {
    if (!word.IsOf(language)) {
      if (word.IsOf(other)) return false;
      small += word.small ? 1 : 0;
      continue;
    }
    ++hits;
    if (!word.IsOf(other) && std::find(only.begin(), only.end(), word.token) == only.end()) only.push_back(word.token);
  }
  return hits * kOf >= words.size() && only.size() >= fewest && only.size() + small >= kEnough;
}

/// The language that most letters belong to, where their script tells; empty otherwise. Japanese is written with Han as well.
std::string_view ByScript(std::string_view text) {
  struct Votes {
    std::string_view lang;
    std::uint32_t letters;
  };
  std::array<Votes, 10> votes{};
  std::uint32_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {  // most text is nothing else
      letters += unicode::IsAsciiLetter(text[at]);
      ++at;
      continue;
    }
    const unicode::Decoded next = unicode::Decode(text, at);
    at += next.size;
    if (unicode::ClassOf(next.code_point) != unicode::CharClass::kLetter) continue;
    ++letters;
    const std::string_view lang = ScriptLanguage(next.code_point);
    if (lang.empty()) continue;
    for (Votes& vote : votes) {
      if (vote.lang.empty()) vote.lang = lang;
      if (vote.lang != lang) continue;
      ++vote.letters;
      break;
    }
  }
  std::uint32_t kana = 0, han = 0;
  for (const Votes& vote : votes) {
    if (vote.lang == "ja") kana = vote.letters;
    if (vote.lang == "zh") han = vote.letters;
  }
  if ((kana + han) * 2 > letters) return kana * 20 > han ? "ja" : "zh";
  for (const Votes& vote : votes) {
    if (vote.letters * 2 > letters) return vote.lang;
  }
  return {};
}

/// Whether the text has enough of another language's words, and almost none of the declared one's, that the declaration is an oversight.
bool IsPlainlyFalse(std::string_view declared, std::string_view detected, std::string_view text) {
  const std::string_view* const known = Known(declared);
  if (known == std::end(kLanguages) || *known == detected) return false;
  constexpr std::uint32_t kFewestWords = 60;
  const Tally tally = Count(text);
  if (tally.words < kFewestWords) return false;
  if (!ByScript(text).empty()) return true;
  const std::uint32_t found = tally.hits[IndexOf(Known(detected))], claimed = tally.hits[IndexOf(known)];
  return found * 4 >= tally.words && claimed * 4 <= found;
}

}  // namespace

std::string_view DetectLanguage(std::string_view text) {
  const std::string_view script = ByScript(text);
  if (!script.empty()) return script;
  const Tally tally = Count(text);
  constexpr std::uint32_t kFewestHits = 5;
  std::size_t best = 0;
  std::uint32_t second = 0;
  for (std::size_t i = 1; i < kLanguageCount; ++i) {
    if (tally.hits[i] > tally.hits[best]) best = i;
  }
  for (std::size_t i = 0; i < kLanguageCount; ++i) {
    if (i != best) second = std::max(second, tally.hits[i]);
  }
  const std::uint32_t hits = tally.hits[best];
  // A tenth of all words at least, and a fifth more than the next: a language that we have no words of stays unnamed.
  return hits >= kFewestHits && hits * 10 >= tally.words && hits * 5 >= second * 6 ? kLanguages[best] : std::string_view();
}

bool IsInAnotherLanguage(std::string_view line, std::string_view lang, bool strange) {
  const std::string_view* const known = Known(lang);
  if (known == std::end(kLanguages)) return false;
  const std::size_t own = IndexOf(known);
  const std::size_t rather = IsEnglish(lang) ? 2 : 3;  // other languages have common words that their list lacks and another's has
  const std::size_t fewest = strange ? 1 : rather;
  std::uint32_t candidates = ~(1U << own);  // bit n: kLanguages[n]
  for (const phrases::Token token : phrases::Cut(line, kFirstWords)) {
    const int found = kLanguageWords.Find(phrases::Short(token));
    if (found >= 0 && (kLanguageSets[found] >> own & 1) != 0) candidates &= kLanguageSets[found];
  }
  candidates &= ~(1U << own);
  if (candidates == 0) return false;  // of most lines, which are in the page's language
  const std::vector<Word> words = WordsOf(line);
  for (std::size_t language = 0; language < kLanguageCount; ++language) {
    if ((candidates >> language & 1) != 0 && IsInRatherThanIn(words, language, own, fewest)) return true;
  }
  return false;
}

std::size_t CountFunctionWords(std::string_view line, std::string_view lang) {
  const std::string_view* const known = Known(lang);
  return known == std::end(kLanguages) ? 0 : Count(line).hits[IndexOf(known)];
}

std::string LanguageOf(std::string_view declared, const annotate::Blocks& blocks) {
  std::string prose;
  for (const annotate::Block& block : blocks.blocks) {
    if (prose.size() >= kSample) break;
    // By bytes, not words: a sentence of Chinese has as many words as characters.
    constexpr std::uint32_t kShortest = 60;
    if (block.text.size < kShortest || block.link_words * 3 >= block.words) continue;
    prose += blocks.TextOf(block).substr(0, kSample);
    prose += '\n';
  }
  const std::string_view* const known = Known(declared);
  if (known != std::end(kLanguages) && DetectLanguage(std::string_view(prose).substr(0, kGlance)) == *known) return std::string(declared);
  const std::string_view detected = DetectLanguage(prose);
  if (declared.empty()) return std::string(detected);
  return !detected.empty() && IsPlainlyFalse(declared, detected, prose) ? std::string(detected) : std::string(declared);
}

bool IsRightToLeftLanguage(std::string_view lang) {
  const std::string_view primary = PrimaryLanguage(lang);
  for (const std::string_view rtl : {"ar", "fa", "he", "iw", "ur", "yi", "ps", "ckb", "ug", "dv", "sd"}) {
    if (unicode::EqualsIgnoringAsciiCase(primary, rtl)) return true;
  }
  return false;
}

}  // namespace pith::metadata

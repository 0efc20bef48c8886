#include "core/select/foreign.h"

#include <algorithm>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "core/html/tag.h"
#include "core/metadata/language.h"
#include "core/metadata/language_tag.h"
#include "core/select/line.h"
#include "core/select/promotion.h"
#include "core/select/repair.h"
#include "core/select/whole_lists.h"
#include "core/unicode/eight_bytes.h"
#include "core/unicode/unicode.h"

namespace pith::select {

using annotate::BlockId;

namespace {

/// The least probability, of 65535, at which a line stays whatever its language: on pages that are clean, all lines are likely.
std::uint32_t VerySureOf(float threshold) {
  constexpr std::uint32_t kVerySure = 62258;  // .95
  return std::min(SureOf(threshold) + kMuch, kVerySure);
}

constexpr char32_t kGreek = 0x370, kLatinAgain = 0x1E00, kGreekAgain = 0x1F00;

/// Latin letters that English has not: é, ø, ş, ợ.
constexpr bool IsAccented(char32_t c) {
  constexpr char32_t kAccented = 0xC0, kPhonetic = 0x250;
  return (c >= kAccented && c < kPhonetic) || (c >= kLatinAgain && c < kGreekAgain);
}

/// Which letters of Latin scripts a text has beyond ASCII, as they are and in lower case.
using Alphabet = std::bitset<kGreekAgain>;

/// A text's letters: how many of them are not Latin, and how many are accented.
struct Letters {
  std::uint32_t all = 0, of_other_scripts = 0, of_accented = 0;

  /// @param alphabet is added to, if given
  void Add(std::string_view text, Alphabet* alphabet = nullptr) {
    if (unicode::FindBeyondAscii(text, 0) == text.size()) {  // most of a Latin page
      all += static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), unicode::IsAsciiLetter));
      return;
    }
    for (std::size_t at = 0; at < text.size();) {
      if (static_cast<unsigned char>(text[at]) < 0x80) {
        all += unicode::IsAsciiLetter(text[at++]) ? 1 : 0;
        continue;
      }
      const unicode::Decoded next = unicode::Decode(text, at);
      const char32_t c = next.code_point;
      if (unicode::ClassOf(c) == unicode::CharClass::kLetter) {
        ++all;
        of_other_scripts += c >= kGreek && (c < kLatinAgain || c >= kGreekAgain) ? 1 : 0;
        if (IsAccented(c)) {
          ++of_accented;
          if (alphabet != nullptr) alphabet->set(c).set(IsAccented(unicode::ToLower(c)) ? unicode::ToLower(c) : c);
        }
      }
      at += next.size;
    }
  }
};

/// How many words of a line have an accented letter that an alphabet has not, but those that begin with a capital: names bring their own.
std::uint32_t StrangeWords(std::string_view line, const Alphabet& alphabet) {
  std::uint32_t words = 0;
  bool inside = false, small = false, strange = false;
  for (std::size_t at = 0; at < line.size();) {
    const unicode::Decoded next = unicode::Decode(line, at);
    const char32_t c = next.code_point;
    const bool letter = unicode::ClassOf(c) == unicode::CharClass::kLetter;
    if (letter && !inside) {
      small = unicode::ToLower(c) == c;
      strange = false;
    }
    if (letter && small && !strange && IsAccented(c) && !alphabet[c]) {
      strange = true;
      ++words;
    }
    inside = letter;
    at += next.size;
  }
  return words;
}

/// Whether a text is a quotation from end to end.
bool IsQuoted(std::string_view text) {
  for (const auto& [opens, closes] : {std::pair{"“", "”"}, {"„", "“"}, {"«", "»"}, {"‘", "’"}, {"\"", "\""}}) {
    if (text.starts_with(opens) && text.ends_with(closes)) return true;
  }
  return false;
}

/// Whether an author meant a line to be in another language: it is quoted, or code, or the page declares its language.
bool IsMeant(const parse::Document& document, std::string_view text, const annotate::Block& block, std::string_view lang) {
  constexpr int kLevels = 3;  // <blockquote><div><p>
  if (IsQuoted(text)) return true;
  int level = 0;
  for (annotate::NodeId node = document.nodes[block.first].parent; node != parse::kNoNode; node = document.nodes[node].parent) {
    const parse::Node& element = document.nodes[node];
    if (element.tag == html::Tag::kBody || element.tag == html::Tag::kHtml) return false;
    if (element.end <= block.last) continue;  // it holds a part of the line only
    if (element.tag == html::Tag::kQ || element.tag == html::Tag::kCite || element.tag == html::Tag::kCode) return true;
    if (level++ < kLevels && element.tag == html::Tag::kBlockquote) return true;
    const std::string_view declared = metadata::PrimaryLanguage(document.AttributeOf(node, "lang"));
    if (!declared.empty()) return !unicode::EqualsIgnoringAsciiCase(declared, metadata::PrimaryLanguage(lang));
  }
  return false;
}

struct Line {
  BlockId id;
  bool script;  ///< it is in another one
  bool words;   ///< it has function words of another language, if the article is in the page's; else it has letters that the article may have as well
};

constexpr std::uint32_t kOf = 5, kAbroad = 3, kHome = 1;  // of so many letters, those that are not Latin: of a foreign line at least, of the prose at most
constexpr std::uint32_t kStrange = 2, kStrangeOf = 5;     // words with letters that the prose has not, and of how many

/// The lines that may be foreign, by themselves, and that no author meant to be.
std::vector<Line> LinesAbroad(const parse::Document& document, const annotate::Blocks& blocks, const score::Scores& scores, float threshold,
                              std::string_view lang, const Marks& keep) {
  constexpr std::uint32_t kFewestWords = 3, kLetters = 3;  // of a line; of a word in the mean: formulas have single ones, which are words of some languages
  const auto denied = static_cast<std::uint16_t>(threshold * kDenied * 65535.0F);
  std::vector<Line> lines;
  bool announced = false;  // by a line with a colon
  for (BlockId id = 0; id < keep.size(); ++id) {
    const annotate::Block& block = blocks.blocks[id];
    const std::string_view text = blocks.TextOf(id);
    if (scores.probabilities[id] >= denied && scores.probabilities[id] < VerySureOf(threshold)) {
      Letters letters;
      letters.Add(text);
      const bool script = letters.of_other_scripts > 0 && letters.of_other_scripts * kOf >= letters.all * kAbroad;
      const bool enough = block.words >= kFewestWords && letters.all >= block.words * kLetters;
      const bool words = !script && enough && metadata::IsInAnotherLanguage(text, lang);
      if (script || words || letters.of_accented >= kStrange) {
        if (!announced && !IsMeant(document, text, block, lang)) lines.push_back({.id = id, .script = script, .words = words});
        continue;
      }
    }
    if (keep[id] && block.words > 0) announced = LastOf(text) == ':';
  }
  return lines;
}

/// Drops what stands right above a foreign line that went and has too few words to tell their language: the name of a newsletter.
void DropNamesAbove(const parse::Document& document, const annotate::Blocks& blocks, const score::Scores& scores, float threshold, const Marks& appeals,
                    Marks& keep) {
  constexpr std::uint32_t kName = 4;   // words
  bool above = false;                  // a foreign line that went
  for (auto id = static_cast<BlockId>(keep.size()); id-- > 0;) {
    const annotate::Block& block = blocks.blocks[id];
    if (block.words == 0) continue;
    const bool name = above && keep[id] && block.words <= kName && scores.probabilities[id] < VerySureOf(threshold) &&
                      !unicode::EndsSentence(LastOf(blocks.TextOf(id))) && !IsHeading(document, block) && !IsInList(document, blocks, block);
    if (name) keep[id] = false;
    above = !keep[id] && appeals[id] == kForeign;
  }
}

}  // namespace

void AddForeign(const parse::Document& document, const annotate::Blocks& blocks, const score::Scores& scores, float threshold, std::string_view lang,
                const Marks& keep, Marks& appeals) {
  constexpr std::uint32_t kAccents = 200;   // letters, one of which is accented at most, as in English and Dutch: a short text in German has not all of its own
  constexpr std::uint32_t kFunctionOf = 5;  // words of a sentence, one of which is a function word of its language,
  constexpr std::uint32_t kMostOf = 3, kMost = 2;  // as in so many sentences of so many
  constexpr std::uint32_t kAlso = 4;               // sentences of which one may be in another language
  const std::vector<Line> lines = LinesAbroad(document, blocks, scores, threshold, lang, keep);
  if (lines.empty()) return;

  std::vector<BlockId> sentences;
  std::size_t foreign = 0, at_home = 0;
  Letters prose;
  Alphabet alphabet;
  for (BlockId id = 0; id < keep.size(); ++id) {
    if (!IsSureSentence(blocks, scores, threshold, keep, id)) continue;
    sentences.push_back(id);
    const bool abroad = metadata::IsInAnotherLanguage(blocks.TextOf(id), lang);
    foreign += abroad ? 1 : 0;
    if (!abroad) prose.Add(blocks.TextOf(id), &alphabet);
  }
  if (sentences.size() < kFewestSentences || prose.of_other_scripts * kOf > prose.all * kHome) return;
  const bool accents = prose.of_accented * kAccents > prose.all;
  if (accents && std::none_of(lines.begin(), lines.end(), [](const Line& line) { return line.script || line.words; })) return;
  for (const BlockId id : sentences) at_home += metadata::CountFunctionWords(blocks.TextOf(id), lang) * kFunctionOf >= blocks.blocks[id].words ? 1 : 0;
  const bool known = at_home * kMostOf >= sentences.size() * kMost && foreign * kAlso <= sentences.size();
  for (const Line& line : lines) {
    const std::string_view text = blocks.TextOf(line.id);
    const std::uint32_t strange = line.script || line.words || !known || accents ? 0 : StrangeWords(text, alphabet);
    const bool odd = strange >= kStrange && strange * kStrangeOf >= blocks.blocks[line.id].words && strange > metadata::CountFunctionWords(text, lang);
    const bool both = strange > 0 && metadata::IsInAnotherLanguage(text, lang, true);
    if (line.script || (line.words && known) || odd || both) appeals[line.id] = kForeign;
  }
}

void DropForeign(const parse::Document& document, const annotate::Blocks& blocks, const score::Scores& scores, float threshold, const Marks& appeals,
                 Marks& keep) {
  if (!scores.may_be_article || std::find(appeals.begin(), appeals.end(), kForeign) == appeals.end()) return;
  constexpr std::uint32_t kButton = 2;  // words
  Marks gone(keep.size());
  for (BlockId id = 0; id < keep.size(); ++id) gone[id] = appeals[id] == kForeign || !keep[id];
  WholeLists lists(document, blocks, gone, kButton);
  for (BlockId id = 0; id < keep.size(); ++id) {
    if (!keep[id] || scores.probabilities[id] >= VerySureOf(threshold)) continue;
    if (IsInList(document, blocks, blocks.blocks[id]) ? lists.Has(id) : appeals[id] == kForeign) keep[id] = false;
  }
  DropNamesAbove(document, blocks, scores, threshold, appeals, keep);
}

}  // namespace pith::select

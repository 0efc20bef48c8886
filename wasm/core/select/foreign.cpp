#include "core/select/foreign.h"

#include <algorithm>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/html/tag.h"
#include "core/metadata/language.h"
#include "core/metadata/language_tag.h"
#include "core/select/line.h"
#include "core/select/promotion.h"
#include "core/unicode/eight_bytes.h"
#include "core/unicode/unicode.h"

namespace pith::select {

using annotate::BlockId;

namespace {

constexpr char32_t kGreek = 0x370, kLatinAgain = 0x1E00, kGreekAgain = 0x1F00;

/// Latin letters that English has not: é, ø, ş, ợ.
constexpr bool IsAccented(char32_t c) {
  constexpr char32_t kAccented = 0xC0, kPhonetic = 0x250;
  return (c >= kAccented && c < kPhonetic) || (c >= kLatinAgain && c < kGreekAgain);
}

/// A text's letters, and how many of them are not Latin.
struct Letters {
  std::uint32_t all = 0, of_other_scripts = 0, of_accented = 0;
  std::bitset<kGreekAgain> found;  ///< those of Latin scripts

  void Add(std::string_view text) {
    if (unicode::FindBeyondAscii(text, 0) == text.size()) {  // most of a Latin page
      all += static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), unicode::IsAsciiLetter));
      return;
    }
    for (std::size_t at = 0; at < text.size();) {
      const unicode::Decoded next = unicode::Decode(text, at);
      const char32_t c = next.code_point;
      if (unicode::ClassOf(c) == unicode::CharClass::kLetter) {
        ++all;
        of_other_scripts += c >= kGreek && (c < kLatinAgain || c >= kGreekAgain) ? 1 : 0;
        if (c < kGreekAgain) found.set(c);
        of_accented += IsAccented(c) ? 1 : 0;
      }
      at += next.size;
    }
  }

  /// How many words of a line have an accented letter that these are not, but those that begin with a capital: names bring their own.
  [[nodiscard]] std::uint32_t StrangeWords(std::string_view line) const {
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
      if (letter && small && !strange && IsAccented(c) && !found[c]) {
        strange = true;
        ++words;
      }
      inside = letter;
      at += next.size;
    }
    return words;
  }
};

/// Whether a line is part of a list of nothing but foreign lines, or of no list. An author's sources are in several languages.
bool StandsAlone(const parse::Document& document, const annotate::Blocks& blocks, const Marks& appeals, const annotate::Block& block) {
  if (!IsInList(document, blocks, block)) return true;
  annotate::NodeId list = block.container;
  while (list != parse::kNoNode && document.nodes[list].tag != html::Tag::kUl && document.nodes[list].tag != html::Tag::kOl) list = document.nodes[list].parent;
  if (list == parse::kNoNode) return false;
  const annotate::Extent& extent = blocks.extents[list];
  return std::all_of(appeals.begin() + extent.first_block, appeals.begin() + extent.end_block, [](std::uint8_t mark) { return mark == kForeign; });
}

/// Whether an element is a quotation, or stands in one that is hardly more, or is declared to be in another language than the page: an author meant it.
bool IsMeant(const parse::Document& document, annotate::NodeId node, std::string_view lang) {
  constexpr int kLevels = 3;  // <blockquote><div><p>
  for (int level = 0; node != parse::kNoNode && node != 0; ++level, node = document.nodes[node].parent) {
    if (level < kLevels && document.nodes[node].tag == html::Tag::kBlockquote) return true;
    const std::string_view declared = metadata::PrimaryLanguage(document.AttributeOf(node, "lang"));
    if (!declared.empty()) return !unicode::EqualsIgnoringAsciiCase(declared, metadata::PrimaryLanguage(lang));
  }
  return false;
}

}  // namespace

void AddForeign(const parse::Document& document, const annotate::Blocks& blocks, const score::Scores& scores, float threshold, std::string_view lang,
                const Marks& keep, Marks& appeals) {
  constexpr std::uint32_t kOf = 5, kAbroad = 3, kHome = 1;  // of so many letters, those that are not Latin: of a foreign line at least, of the prose at most
  constexpr std::uint32_t kFewestWords = 3, kLetters = 3;   // of a line; of a word in the mean: formulas have single ones, which are words of some languages
  constexpr std::uint32_t kStrange = 2;                     // words with letters that the prose has not,
  constexpr std::uint32_t kAccents = 200;  // which has one in so many at most: a short text in another language than English or Dutch has not all of its own
  constexpr std::uint32_t kAlso = 2;       // of so many sentences, one in another language: an article in two
  struct Line {
    BlockId id;
    bool plain;  ///< it is in another language, if the article is in this one; else it has letters that the article may have as well
  };
  const auto denied = static_cast<std::uint16_t>(threshold * kDenied * 65535.0F);
  const std::uint32_t sure = SureOf(threshold) + kMuch;
  std::vector<Line> lines;
  for (BlockId id = 0; id < keep.size(); ++id) {
    const annotate::Block& block = blocks.blocks[id];
    if (scores.probabilities[id] < denied || scores.probabilities[id] >= sure) continue;
    Letters letters;
    letters.Add(blocks.TextOf(id));
    const bool script = letters.of_other_scripts > 0 && letters.of_other_scripts * kOf >= letters.all * kAbroad;
    const bool words = block.words >= kFewestWords && letters.all >= block.words * kLetters;
    const bool plain = script || (words && metadata::IsInAnotherLanguage(blocks.TextOf(id), lang));
    if ((plain || letters.of_accented >= kStrange) && !IsMeant(document, block.container, lang)) lines.push_back({.id = id, .plain = plain});
  }
  if (lines.empty()) return;

  std::uint32_t sentences = 0, foreign = 0;
  Letters prose;
  for (BlockId id = 0; id < keep.size(); ++id) {
    if (!IsSureSentence(blocks, scores, threshold, keep, id)) continue;
    const bool abroad = metadata::IsInAnotherLanguage(blocks.TextOf(id), lang);
    if (!abroad) prose.Add(blocks.TextOf(id));
    foreign += abroad ? 1 : 0;
    ++sentences;
  }
  if (sentences < kFewestSentences || foreign * kAlso > sentences || prose.of_other_scripts * kOf > prose.all * kHome) return;
  const bool accents = prose.of_accented * kAccents > prose.all;
  for (const Line& line : lines) {
    const std::string_view text = blocks.TextOf(line.id);
    const std::uint32_t strange = line.plain || accents ? 0 : prose.StrangeWords(text);
    const bool odd = strange >= kStrange && strange * kOf >= blocks.blocks[line.id].words && strange > metadata::CountFunctionWords(text, lang);
    if (line.plain || odd) appeals[line.id] = kForeign;
  }
}

void DropForeign(const parse::Document& document, const annotate::Blocks& blocks, const score::Scores& scores, float threshold, const Marks& appeals,
                 Marks& keep) {
  if (!scores.may_be_article && scores.page_type.type != PageType::kForum) return;
  for (BlockId id = 0; id < keep.size(); ++id) {
    if (!keep[id] || appeals[id] != kForeign || scores.probabilities[id] >= SureOf(threshold) + kMuch) continue;
    if (StandsAlone(document, blocks, appeals, blocks.blocks[id])) keep[id] = false;
  }
}

}  // namespace pith::select

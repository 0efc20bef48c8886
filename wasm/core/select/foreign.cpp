#include "core/select/foreign.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "core/html/tag.h"
#include "core/metadata/language.h"
#include "core/select/promotion.h"
#include "core/unicode/eight_bytes.h"
#include "core/unicode/unicode.h"

namespace pith::select {

using annotate::BlockId;

namespace {

/// A text's letters, and how many of them are not Latin.
struct Letters {
  std::uint32_t all = 0, of_other_scripts = 0;

  void Add(std::string_view text) {
    if (unicode::FindBeyondAscii(text, 0) == text.size()) {  // most of a Latin page
      all += static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), unicode::IsAsciiLetter));
      return;
    }
    for (std::size_t at = 0; at < text.size();) {
      constexpr char32_t kGreek = 0x370, kLatinAgain = 0x1E00, kGreekAgain = 0x1F00;
      const unicode::Decoded next = unicode::Decode(text, at);
      const char32_t c = next.code_point;
      if (unicode::ClassOf(c) == unicode::CharClass::kLetter) {
        ++all;
        of_other_scripts += c >= kGreek && (c < kLatinAgain || c >= kGreekAgain) ? 1 : 0;
      }
      at += next.size;
    }
  }
};

/// Whether an element is a quotation, or stands in one that is hardly more.
bool IsQuoted(const parse::Document& document, annotate::NodeId node) {
  constexpr int kLevels = 3;  // <blockquote><div><p>
  for (int level = 0; level < kLevels && node != parse::kNoNode; ++level, node = document.nodes[node].parent) {
    if (document.nodes[node].tag == html::Tag::kBlockquote) return true;
  }
  return false;
}

}  // namespace

void AddForeign(const parse::Document& document, const annotate::Blocks& blocks, const score::Scores& scores, float threshold, std::string_view lang,
                const Marks& keep, Marks& appeals) {
  constexpr std::uint32_t kOf = 5, kAbroad = 3, kHome = 1;  // of so many letters, those that are not Latin: of a foreign line at least, of the prose at most
  constexpr std::uint32_t kLetters = 3;                     // of a word in the mean; formulas have single ones, which are words of some languages
  const auto denied = static_cast<std::uint16_t>(threshold * kDenied * 65535.0F);
  const std::uint32_t sure = SureOf(threshold);
  std::uint32_t sentences = 0;
  Letters prose;
  for (BlockId id = 0; id < keep.size(); ++id) {
    if (!IsSureSentence(blocks, scores, threshold, keep, id)) continue;
    prose.Add(blocks.TextOf(id));
    ++sentences;
  }
  if (sentences < kFewestSentences || prose.of_other_scripts * kOf > prose.all * kHome) return;
  for (BlockId id = 0; id < keep.size(); ++id) {
    if (appeals[id] || scores.probabilities[id] < denied || scores.probabilities[id] >= sure || IsQuoted(document, blocks.blocks[id].container)) continue;
    Letters letters;
    letters.Add(blocks.TextOf(id));
    const bool script = letters.of_other_scripts > 0 && letters.of_other_scripts * kOf >= letters.all * kAbroad;
    const bool words = letters.all >= blocks.blocks[id].words * kLetters;
    appeals[id] = script || (words && metadata::IsInAnotherLanguage(blocks.TextOf(id), lang));
  }
}

}  // namespace pith::select

#include "core/select/promotion.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/unicode/eight_bytes.h"
#include "core/unicode/unicode.h"

namespace pith::select {
namespace {

using annotate::Block;
using annotate::BlockId;
using annotate::Blocks;
using html::Tag;

constexpr std::uint8_t kAppealing = 155;  // by its words alone; of the articles' own paragraphs in WCXB, one in forty has as much

/// A text's letters, and how many of them are not Latin.
struct Letters {
  std::uint32_t all = 0, of_other_scripts = 0;

  void Add(std::string_view text) {
    if (unicode::FindBeyondAscii(text, 0) == text.size()) {  // most of a Latin page
      all += static_cast<std::uint32_t>(text.size());
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

/// What tells a box that asks something of people from a part of the article in a box.
struct Signs {
  bool calls = false;  ///< a form or a button
  bool works = false;  ///< code or data, with buttons to handle it
};

Signs SignsOf(const parse::Document& document, annotate::NodeId box) {
  Signs signs;
  for (annotate::NodeId id = box + 1; id < document.nodes[box].end; ++id) {
    if (document.IsText(id)) continue;
    const Tag tag = document.nodes[id].tag;
    signs.calls = signs.calls || tag == Tag::kForm || tag == Tag::kButton;
    signs.works = signs.works || tag == Tag::kPre || tag == Tag::kTable;
  }
  return signs;
}

}  // namespace

Marks FindAppeals(const Blocks& blocks, const score::Scores& scores, float threshold, bool english, const Marks& keep) {
  constexpr std::uint32_t kApart = 40, kLeast = 124;             // above the page's own prose: a plain report's has 75, that of WCXB's articles 118; never less
  constexpr float kSurer = 0.2F;                                 // than the threshold, of that prose
  constexpr std::uint32_t kSentence = 12, kFewestSentences = 3;  // words of that prose; of shorter lines hardly a stem is known
  constexpr std::uint32_t kShortest = 5, kPlainly = 160;         // words of what is measured by the page's prose; what fewer words need
  const auto sure = static_cast<std::uint32_t>((threshold + kSurer) * 65535.0F);
  constexpr std::uint32_t kOf = 5, kAbroad = 3, kHome = 1;  // of so many letters, those that are not Latin: of a foreign line at least, of that prose at most
  std::uint32_t sum = 0, sentences = 0;
  Letters prose;
  for (BlockId id = 0; id < keep.size(); ++id) {
    if (!keep[id] || blocks.blocks[id].words < kSentence || scores.probabilities[id] < sure) continue;
    sum += scores.appeals[id];
    ++sentences;
    prose.Add(blocks.TextOf(id));
  }
  const bool latin = sentences >= kFewestSentences && prose.of_other_scripts * kOf <= prose.all * kHome;
  const std::uint32_t line =
      !english || sentences < kFewestSentences ? std::uint32_t{kAppealing} : std::clamp<std::uint32_t>(sum / sentences + kApart, kLeast, kAppealing);
  Marks appeals(keep.size());
  for (BlockId id = 0; id < keep.size(); ++id) {
    appeals[id] = scores.appeals[id] >= (blocks.blocks[id].words < kShortest ? kPlainly : line);
    if (!latin || appeals[id] || static_cast<float>(scores.probabilities[id]) < threshold * kDenied * 65535.0F) continue;
    Letters letters;
    letters.Add(blocks.TextOf(id));
    appeals[id] = letters.of_other_scripts > 0 && letters.of_other_scripts * kOf >= letters.all * kAbroad;
  }
  return appeals;
}

void DropLabels(const score::Scores& scores, float threshold, Marks& keep) {
  const auto lowest = static_cast<std::uint16_t>(threshold * 65535.0F);
  for (std::size_t id = 0; id < keep.size(); ++id) {
    if (keep[id] && scores.hits[id].whole && scores.probabilities[id] < lowest) keep[id] = false;
  }
}

void DropAppeals(const parse::Document& document, const Blocks& blocks, const score::Scores& scores, float threshold, const Marks& appeals, Marks& keep) {
  // Of 65535, how much surer still it has to be: for each step above what appeals by its words alone, and where half of a line is a phrase of promotion.
  constexpr std::uint32_t kStep = 262, kListed = 13000;
  if (scores.page_type.type != PageType::kArticle && scores.page_type.type != PageType::kForum) return;
  const std::uint32_t lowest = SureOf(threshold);
  for (std::size_t id = 0; id < keep.size(); ++id) {
    const Block& block = blocks.blocks[id];
    const phrases::Hits& hits = scores.hits[id];
    const bool listed = hits.longest > 1 && hits.longest * 2U >= block.words;
    const std::uint32_t more = listed ? kListed : (std::max(scores.appeals[id], kAppealing) - kAppealing) * kStep;
    if ((listed || appeals[id]) && scores.probabilities[id] < lowest + more && !IsPartOfList(document.nodes[block.container].tag)) keep[id] = false;
  }
}

void DropBoxes(const parse::Document& document, const Blocks& blocks, const score::Scores& scores, float threshold, Marks& keep) {
  constexpr std::uint32_t kParagraphs = 3;  // around a box, of which the model is sure
  constexpr std::uint32_t kLongest = 80;    // words
  constexpr std::uint32_t kCall = 9830;     // of 65535, how much surer it has to be of a box that calls people to act
  if (scores.page_type.type != PageType::kArticle) return;
  const std::uint32_t lowest = SureOf(threshold);
  std::vector<std::uint32_t> sure(document.nodes.size());  // by element, paragraphs in it that stand with others
  for (BlockId id = 0; id < keep.size(); ++id) {
    if (!keep[id] || !annotate::IsProse(blocks.blocks[id]) || scores.probabilities[id] < lowest) continue;
    annotate::NodeId around = document.nodes[blocks.blocks[id].container].parent;
    while (around != parse::kNoNode && blocks.extents[around].end_block == blocks.extents[around].first_block + 1) around = document.nodes[around].parent;
    if (around != parse::kNoNode) ++sure[around];
  }
  for (annotate::NodeId node = 1; node < document.nodes.size(); ++node) {
    const parse::Node& box = document.nodes[node];
    const annotate::Extent& extent = blocks.extents[node];
    if (document.IsText(node) || (box.tag != Tag::kDiv && box.tag != Tag::kAside && box.tag != Tag::kSection)) continue;
    if (extent.words > kLongest || sure[node] > 0 || sure[box.parent] < kParagraphs) continue;
    auto [calls, works] = SignsOf(document, node);
    bool asks = calls;
    for (BlockId id = extent.first_block; id < extent.end_block; ++id) {
      const Block& block = blocks.blocks[id];
      if (keep[id] || block.words == 0) continue;
      calls = calls || block.link_words == block.words;
      asks = asks || calls || scores.hits[id].longest > 0 || scores.appeals[id] >= kAppealing;
    }
    if (!asks || works) continue;
    const std::uint32_t wanted = calls ? lowest + kCall : lowest;
    for (BlockId id = extent.first_block; id < extent.end_block; ++id) keep[id] = keep[id] && scores.probabilities[id] >= wanted;
  }
}

}  // namespace pith::select

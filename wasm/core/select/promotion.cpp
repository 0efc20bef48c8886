#include "core/select/promotion.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/select/label.h"
#include "core/select/line.h"
#include "core/select/whole_lists.h"

namespace pith::select {
namespace {

using annotate::Block;
using annotate::BlockId;
using annotate::Blocks;
using html::Tag;

constexpr std::uint8_t kAppealing = 155;  // by its words alone; of the articles' own paragraphs in WCXB, one in forty has as much

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
  constexpr std::uint32_t kApart = 40, kLeast = 124;      // above the page's own prose: a plain report's has 75, that of WCXB's articles 118; never less
  constexpr std::uint32_t kShortest = 5, kPlainly = 160;  // words of what is measured by the page's prose; what fewer words need
  std::uint32_t sum = 0, sentences = 0;
  for (BlockId id = 0; id < keep.size(); ++id) {
    if (!IsSureSentence(blocks, scores, threshold, keep, id)) continue;
    sum += scores.appeals[id];
    ++sentences;
  }
  const std::uint32_t line =
      !english || sentences < kFewestSentences ? std::uint32_t{kAppealing} : std::clamp<std::uint32_t>(sum / sentences + kApart, kLeast, kAppealing);
  Marks appeals(keep.size());
  for (BlockId id = 0; id < keep.size(); ++id) appeals[id] = scores.appeals[id] >= (blocks.blocks[id].words < kShortest ? kPlainly : line);
  return appeals;
}

void DropLabels(const score::Scores& scores, float threshold, Marks& keep) {
  const auto lowest = static_cast<std::uint16_t>(threshold * 65535.0F);
  for (std::size_t id = 0; id < keep.size(); ++id) {
    if (keep[id] && scores.hits[id].whole && scores.probabilities[id] < lowest) keep[id] = false;
  }
}

void DropAppeals(const parse::Document& document, const Blocks& blocks, const score::Scores& scores, float threshold, const Marks& appeals, Marks& keep) {
  // Of 65535, how much surer still it has to be: for each step above what appeals by its words alone.
  constexpr std::uint32_t kStep = 262;
  if (!scores.may_be_article && scores.page_type.type != PageType::kForum) return;
  const std::uint32_t lowest = SureOf(threshold);
  WholeLists lists(document, blocks, appeals);
  for (BlockId id = 0; id < keep.size(); ++id) {
    const Block& block = blocks.blocks[id];
    const phrases::Hits& hits = scores.hits[id];
    if (!keep[id] || (IsInList(document, blocks, block) && !lists.Has(id))) continue;
    const auto lacks = [&](std::uint32_t more) { return scores.probabilities[id] < lowest + more; };
    const bool listed = (hits.longest > 1 && hits.longest * 2U >= block.words) || (lacks(kMuch) && IsLabelledHeadline(blocks.TextOf(block)));
    if ((listed || appeals[id]) && lacks(listed ? kMuch : (std::max(scores.appeals[id], kAppealing) - kAppealing) * kStep)) keep[id] = false;
  }
}

void DropBoxes(const parse::Document& document, const Blocks& blocks, const score::Scores& scores, float threshold, Marks& keep) {
  constexpr std::uint32_t kParagraphs = 3;  // around a box, of which the model is sure
  constexpr std::uint32_t kLongest = 80;    // words
  constexpr std::uint32_t kCall = 9830;     // of 65535, how much surer it has to be of a box that calls people to act
  if (!scores.may_be_article) return;
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

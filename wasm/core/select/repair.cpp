#include "core/select/repair.h"

#include <cstdint>

#include "core/unicode/unicode.h"

namespace pith::select {
namespace {

using annotate::Block;
using annotate::BlockId;
using annotate::Blocks;

bool IsAge(const phrases::Hits& hits) { return hits.whole && hits.best == phrases::Class::kAge; }

}  // namespace

void FillProse(const Blocks& blocks, const score::Scores& scores, float threshold, std::vector<bool>& keep) {
  constexpr float kDoubt = 0.4F;  // of the threshold; below that the model does not doubt, it denies
  const auto lowest = static_cast<std::uint16_t>(threshold * kDoubt * 65535.0F);
  const auto fill = [&](BlockId id, BlockId neighbour) {
    const Block& block = blocks.blocks[id];
    if (keep[id] || !keep[neighbour] || scores.probabilities[id] < lowest || !annotate::IsProse(block) || scores.hits[id].longest > 0 || block.hidden) return;
    if (scores.groups[id] == scores.groups[neighbour] && annotate::IsProse(blocks.blocks[neighbour])) keep[id] = true;
  };
  const auto count = static_cast<BlockId>(keep.size());
  for (BlockId id = 1; id < count; ++id) fill(id, id - 1);
  for (BlockId id = count; id-- > 1;) fill(id - 1, id);
}

void DropAgedHeadlines(const Blocks& blocks, const score::Scores& scores, std::vector<bool>& keep) {
  constexpr std::uint32_t kShortestList = 3, kLongestHeadline = 25;  // pairs; words
  const std::size_t count = keep.size();
  for (std::size_t first = 0; first + 1 < count;) {
    std::size_t end = first;
    std::uint32_t pairs = 0, kept = 0;
    while (end + 1 < count && blocks.blocks[end].words <= kLongestHeadline && !IsAge(scores.hits[end]) && IsAge(scores.hits[end + 1])) {
      ++pairs;
      kept += keep[end] ? 1 : 0;
      end += 2;
    }
    if (pairs >= kShortestList && kept * 2 < pairs) {
      for (std::size_t i = first; i < end; ++i) keep[i] = false;
    }
    first = end > first ? end : first + 1;
  }
}

void DropLabels(const score::Scores& scores, float threshold, std::vector<bool>& keep) {
  const auto lowest = static_cast<std::uint16_t>(threshold * 65535.0F);
  for (std::size_t id = 0; id < keep.size(); ++id) {
    if (keep[id] && scores.hits[id].whole && scores.probabilities[id] < lowest) keep[id] = false;
  }
}

void DropSignatures(const Blocks& blocks, std::vector<bool>& keep) {
  for (std::size_t id = 0; id < keep.size(); ++id) {
    if (blocks.TextOf(blocks.blocks[id]) != "--") continue;
    keep[id] = false;
    while (id + 1 < keep.size() && blocks.blocks[id + 1].breaks > 0 && blocks.blocks[id + 1].container == blocks.blocks[id].container) keep[++id] = false;
  }
}

void DropButtons(const parse::Document& document, const Blocks& blocks, std::vector<bool>& keep) {
  for (std::size_t id = 0; id < keep.size(); ++id) {
    const Block& block = blocks.blocks[id];
    if (!keep[id] || block.words == 0 || block.link_words < block.words) continue;
    bool leads = false;
    for (annotate::NodeId leaf = block.first; leaf <= block.last && !leads; ++leaf) {
      if (!document.IsText(leaf)) continue;
      annotate::NodeId link = document.nodes[leaf].parent;
      while (link != parse::kNoNode && document.nodes[link].tag != html::Tag::kA) link = document.nodes[link].parent;  // `<a><div>…` too
      if (link == parse::kNoNode) continue;
      const std::string_view href = unicode::Trimmed(document.AttributeOf(link, "href"));
      leads = href != "#" && !unicode::EqualsIgnoringAsciiCase(href.substr(0, 11), "javascript:");
    }
    keep[id] = leads;
  }
}

}  // namespace pith::select

#include "core/select/stamps.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "core/html/tag.h"
#include "core/select/age.h"
#include "core/select/line.h"

namespace pith::select {

using annotate::Block;
using annotate::BlockId;
using annotate::Blocks;

void DropStamps(const parse::Document& document, const Blocks& blocks, const score::Scores& scores, float threshold, Marks& keep) {
  constexpr std::uint32_t kLongest = 24;  // words; of Thai, characters
  if (!scores.may_be_article) return;
  const std::uint32_t lowest = SureOf(threshold);
  const auto sure = [&](BlockId id) { return keep[id] && annotate::IsProse(blocks.blocks[id]) && scores.probabilities[id] >= lowest; };
  auto end = static_cast<BlockId>(keep.size());  // of the article
  while (end > 0 && !sure(end - 1)) --end;
  bool above = true;
  for (BlockId id = 0; id < keep.size(); ++id) {
    above = above && !sure(id);
    const Block& block = blocks.blocks[id];
    if (!keep[id] || (!above && id < end) || block.words == 0 || block.words > kLongest || scores.probabilities[id] >= lowest) continue;
    if (html::IsHeading(document.nodes[block.container].tag) || IsInList(document, blocks, block)) continue;
    const std::string_view text = blocks.TextOf(block);
    if (HasDateAndTime(text) && !EndsStatement(LastOf(text))) keep[id] = false;
  }
}

}  // namespace pith::select

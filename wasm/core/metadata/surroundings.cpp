#include "core/metadata/surroundings.h"

#include <algorithm>

namespace pith::metadata {

using annotate::BlockId;

std::vector<BlockId> Surroundings(const annotate::Blocks& blocks, parse::NodeId heading) {
  constexpr std::size_t kMostBelow = 24, kMostAbove = 10;  // blocks
  constexpr int kMostParagraphs = 2;
  constexpr std::uint32_t kParagraph = 25;  // words; shorter prose may be the standfirst
  const auto count = static_cast<BlockId>(blocks.blocks.size());
  std::vector<BlockId> around;
  BlockId above = 0, below = 0;
  if (heading != parse::kNoNode) {
    above = std::min(blocks.extents[heading].first_block, count);
    below = std::min(blocks.extents[heading].end_block, count);
  } else {
    while (below < count && !(annotate::IsProse(blocks.blocks[below]) && blocks.blocks[below].words >= kParagraph)) ++below;
    above = below;
  }
  int paragraphs = 0;
  for (BlockId id = below; id < count && around.size() < kMostBelow && paragraphs < kMostParagraphs; ++id) {
    if (annotate::IsProse(blocks.blocks[id]) && blocks.blocks[id].words >= kParagraph) ++paragraphs;
    if (blocks.blocks[id].text.size > 0) around.push_back(id);
  }
  for (BlockId id = above; id > 0 && above - id < kMostAbove; --id) {
    if (blocks.blocks[id - 1].text.size > 0) around.push_back(id - 1);
  }
  return around;
}

}  // namespace pith::metadata

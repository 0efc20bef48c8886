#include "core/clean/between.h"

#include <algorithm>

#include "core/clean/embed.h"

namespace pith::clean {

using annotate::Block;
using annotate::BlockId;
using annotate::Extent;
using html::Tag;
using parse::kNoNode;
using parse::NodeId;

BetweenBlocks::BetweenBlocks(const parse::Document& document, const annotate::Blocks& blocks, const select::Selection& selection, const Formulas& formulas)
    : document_(document), blocks_(blocks) {
  for (NodeId id = 0; id < document.nodes.size();) {
    if (document.IsText(id) || (document.nodes[id].tag != Tag::kHr && !IsEmbed(document, id))) {
      ++id;
      continue;
    }
    elements_.push_back(id);
    id = document.nodes[id].end;  // what a player offers where it cannot play is no further one
  }
  BlockId block = 0;
  for (const Formula& formula : formulas.All()) {
    while (block < blocks.blocks.size() && blocks.blocks[block].last < formula.root) ++block;
    if (block == blocks.blocks.size() || blocks.blocks[block].first >= formula.end) elements_.push_back(formula.root);
  }
  std::sort(elements_.begin(), elements_.end());
  const auto count = static_cast<BlockId>(blocks.blocks.size());
  kept_.resize(count);
  kept_words_.assign(count + std::size_t{1}, 0);
  for (BlockId id = 0; id < count; ++id) {
    kept_[id] = selection.reasons[id] == select::Reason::kKept;
    kept_words_[id + 1] = kept_words_[id] + (kept_[id] ? blocks.blocks[id].words : 0);
    if (!kept_[id]) continue;
    first_kept_ = std::min(first_kept_, id);
    end_kept_ = id + 1;
  }
}

bool BetweenBlocks::Belongs(NodeId element, BlockId next) const {
  if (next > 0 && next < kept_.size() && kept_[next - 1] && kept_[next]) return true;
  const bool within = first_kept_ < next && next < end_kept_;
  for (NodeId node = document_.nodes[element].parent; node != kNoNode; node = document_.nodes[node].parent) {
    const Extent& extent = blocks_.extents[node];
    if (extent.words == 0) continue;
    if (document_.nodes[node].tag == Tag::kBody || document_.nodes[node].tag == Tag::kHtml) return false;
    const std::uint32_t kept = kept_words_[extent.end_block] - kept_words_[extent.first_block];
    // Before the first block that stays and behind the last, more has to speak for an element.
    return within ? kept * 2 >= extent.words : kept * 5 >= extent.words * 4;
  }
  return false;
}

}  // namespace pith::clean

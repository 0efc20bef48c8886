#include "core/select/stamps.h"

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/html/tag.h"
#include "core/select/age.h"
#include "core/select/line.h"

namespace pith::select {

using annotate::Block;
using annotate::BlockId;
using annotate::Blocks;

void DropStamps(const parse::Document& document, const Blocks& blocks, const score::Scores& scores, float threshold, Marks& keep) {
  constexpr std::uint32_t kLongest = 24;  // words; of Thai, characters
  constexpr std::size_t kMost = 2;        // in a row: when it appeared, and when it was changed; more are a programme
  if (!scores.may_be_article) return;
  const std::uint32_t lowest = SureOf(threshold);
  const auto sure = [&](BlockId id) { return keep[id] && annotate::IsProse(blocks.blocks[id]) && scores.probabilities[id] >= lowest; };
  auto end = static_cast<BlockId>(keep.size());  // of the article
  while (end > 0 && !sure(end - 1)) --end;
  bool above = true;
  std::vector<BlockId> run;  // lines that follow each other
  const auto drop = [&] {
    for (const BlockId id : run) keep[id] = run.size() > kMost;
    run.clear();
  };
  for (BlockId id = 0; id < keep.size(); ++id) {
    const Block& block = blocks.blocks[id];
    if (!keep[id] || block.words == 0) continue;
    above = above && !sure(id);
    const std::string_view text = blocks.TextOf(block);
    const bool stamp = (above || id >= end) && block.words <= kLongest && scores.probabilities[id] < lowest &&
                       !html::IsHeading(document.nodes[block.container].tag) && !IsInList(document, blocks, block) && HasDateAndTime(text) &&
                       !EndsStatement(LastOf(text));
    if (stamp) {
      run.push_back(id);
    } else {
      drop();
    }
  }
  drop();
}

}  // namespace pith::select

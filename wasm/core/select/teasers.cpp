#include "core/select/teasers.h"

#include <cstdint>
#include <string_view>

#include "core/select/label.h"
#include "core/select/statement.h"

namespace pith::select {

using annotate::Block;
using annotate::BlockId;
using annotate::Blocks;

void DropTeasers(const parse::Document& document, const Blocks& blocks, const score::Scores& scores, float threshold, Marks& keep) {
  constexpr std::uint32_t kShortest = 3, kLongest = 40;  // words of a headline
  constexpr std::uint32_t kSurer = 13000;                // of 65535, of a line that says itself what it is
  if (scores.page_type.type != PageType::kArticle) return;
  const std::uint32_t lowest = SureOf(threshold);
  bool links_below = false, below = false;  // a label
  for (BlockId id = 0; id < keep.size(); ++id) {
    const Block& block = blocks.blocks[id];
    if (block.words == 0) continue;
    if (IsLabel(scores.hits[id])) {
      links_below = !keep[id] && block.link_words == 0;
      below = true;
      continue;
    }
    const std::string_view text = blocks.TextOf(id);
    const bool may_be = block.words >= kShortest && block.words <= kLongest && !EndsStatement(text) && !unicode::IsUnspacedAlphabet(LastOf(text)) &&
                        !html::IsHeading(document.nodes[block.container].tag);
    links_below = links_below && block.link_words == block.words;
    below = below && may_be;
    if (!keep[id]) continue;
    const std::uint32_t wanted = !may_be ? 0 : below ? lowest : IsLabelled(text) ? lowest + kSurer : 0;
    if (links_below || scores.probabilities[id] < wanted) keep[id] = false;
  }
}

}  // namespace pith::select

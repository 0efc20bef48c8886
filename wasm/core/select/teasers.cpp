#include "core/select/teasers.h"

#include <cstdint>
#include <string_view>

#include "core/html/tag.h"
#include "core/select/label.h"
#include "core/select/line.h"
#include "core/unicode/unicode.h"

namespace pith::select {

using annotate::Block;
using annotate::BlockId;
using annotate::Blocks;

void DropTeasers(const parse::Document& document, const Blocks& blocks, const score::Scores& scores, float threshold, Marks& keep) {
  constexpr std::uint32_t kShortest = 3, kLongest = 40;  // words of a headline
  constexpr std::uint32_t kMost = 6;                     // headlines below a label without a link
  constexpr float kSurer = 0.1F;                         // than of others, of lines that are links
  if (!scores.may_be_article) return;
  const std::uint32_t of_link = SureOf(threshold + kSurer), lowest = SureOf(threshold);
  std::uint32_t links = 0, texts = 0;  // words kept
  for (BlockId id = 0; id < keep.size(); ++id) {
    const Block& block = blocks.blocks[id];
    if (keep[id]) (block.link_words < block.words ? texts : links) += block.words;
  }
  BlockId links_end = 0, end = 0;  // of what stands below a label, in the smallest element that holds both
  std::uint32_t below = 0;         // headlines that may come
  bool announced = false;          // by an author: "Sources:"
  for (BlockId id = 0; id < keep.size(); ++id) {
    const Block& block = blocks.blocks[id];
    if (block.words == 0) continue;
    if (IsLabel(scores.hits[id]) && !block.unrendered) {
      annotate::NodeId around = block.container;
      while (blocks.extents[around].end_block == id + 1 && document.nodes[around].parent != parse::kNoNode) around = document.nodes[around].parent;
      end = blocks.extents[around].end_block;
      links_end = !keep[id] && block.link_words == 0 ? end : 0;
      below = scores.hits[id].exact ? kMost + 1 : 0;
      continue;
    }
    if (block.link_words < block.words) links_end = 0;
    if (!keep[id] && below == 0) continue;
    const std::string_view text = blocks.TextOf(id);
    const char32_t last = LastOf(text);
    const bool headline = block.words >= kShortest && block.words <= kLongest && !EndsStatement(last) && last != ':' && !unicode::IsUnspacedAlphabet(last) &&
                          !html::IsHeading(document.nodes[block.container].tag) && !IsInList(document, blocks, block);
    below = headline && id < end && below > 0 ? below - 1 : 0;
    const bool link = block.link_words == block.words;
    if (!link) announced = last == ':';
    const bool teaser = link && headline && !announced && links < texts;  // a page of links is about them
    const std::uint32_t wanted = teaser ? of_link : below > 0 ? lowest : 0;
    if (id < links_end || scores.probabilities[id] < wanted) keep[id] = false;
  }
}

}  // namespace pith::select

#include "core/annotate/captions.h"

namespace pith::annotate {
namespace {

using hints::Bit;
using hints::Hint;
using html::Tag;
using parse::Document;
using parse::kNoNode;

constexpr std::uint32_t kLongest = 80;     // words of a figure
constexpr std::uint32_t kMostBlocks = 12;  // of a figure
constexpr int kLevels = 8;                 // elements from a caption up to its figure

constexpr hints::HintSet kOfCaption = Bit(Hint::kCaption), kOfImage = Bit(Hint::kMedia);

bool MayBeFigure(Tag tag) { return tag == Tag::kDiv || tag == Tag::kSection || tag == Tag::kAside || tag == Tag::kCenter || tag == Tag::kDl; }

}  // namespace

void FindCaptions(const Document& document, Blocks& blocks) {
  for (NodeId id = 0; id < document.nodes.size(); ++id) {
    if ((blocks.hints[id] & kOfCaption) == 0) continue;
    NodeId caption = kNoNode;
    unsigned evidence = 0;
    int level = 0;
    for (NodeId node = id; node != kNoNode && level < kLevels; node = document.nodes[node].parent, ++level) {
      const Extent extent = blocks.extents[node];
      if (extent.words > kLongest || extent.end_block - extent.first_block > kMostBlocks) break;
      const Tag tag = document.nodes[node].tag;
      evidence += ((blocks.hints[node] & kOfCaption) != 0 ? 1 : 0) + ((blocks.hints[node] & kOfImage) != 0 ? 1 : 0) + (tag == Tag::kDl ? 1 : 0);
      if (!html::IsBlock(tag)) continue;
      bool images = false, whole = true;
      for (BlockId block = extent.first_block; block < extent.end_block; ++block) {
        images = images || blocks.blocks[block].images > 0;
        const NodeId holder = blocks.blocks[block].container;
        whole = whole && document.nodes[holder].tag != Tag::kFigcaption && (!html::IsHeading(document.nodes[holder].tag) || (blocks.hints[holder] & kOfCaption) != 0);
      }
      if (!images) {
        caption = node;
        continue;
      }
      if (caption == kNoNode || evidence < 2 || !whole || !MayBeFigure(tag)) break;
      const Extent& found = blocks.extents[caption];
      if (found.words == 0 || found.link_words * 2 > found.words) break;
      blocks.hints[node] |= kFigure;
      blocks.hints[caption] |= kCaption;
      for (BlockId block = found.first_block; block < found.end_block; ++block) blocks.blocks[block].caption = true;
      break;
    }
  }
}

}  // namespace pith::annotate

#pragma once

// The page as a list of blocks: maximal runs of inline content that no block boundary and no `<br>` parts. They are what the
// scorer judges and what selection keeps or removes.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/hints/hints.h"
#include "core/parse/document.h"

namespace pith::annotate {

using parse::NodeId;
using parse::Slice;
using BlockId = std::uint32_t;
inline constexpr BlockId kNoBlock = 0xFFFFFFFF;

struct Block {
  NodeId first;      ///< first leaf (text or image) of the run
  NodeId last;       ///< last leaf, inclusive
  NodeId container;  ///< nearest block-level ancestor
  Slice text;        ///< in Blocks::characters: white space collapsed, trimmed; empty for a run of images
  std::uint32_t words = 0;       ///< a character of an unspaced script counts as one
  std::uint32_t link_words = 0;  ///< of these, inside `<a href>`
  std::uint32_t images = 0;
  std::uint8_t breaks = 0;  ///< `<br>` between this block and the one before it in the same run; 0: a block boundary
  bool hidden = false;      ///< the page does not show it at first
  bool unrendered = false;  ///< the browser that the page comes from does not show it, whatever its tags say
  bool noscript = false;    ///< inside `<noscript>`
  bool caption = false;     ///< inside figcaption, or an element that captions an image (captions.h)
};

/// Whether a block reads like prose: about a sentence at least, and mostly not links.
[[nodiscard]] constexpr bool IsProse(const Block& block) {
  constexpr std::uint32_t kSentence = 12;  // words
  return block.words >= kSentence && block.link_words * 3 < block.words;
}

/// What lies below an element, blocks summed.
struct Extent {
  BlockId first_block = 0;  ///< blocks [first, end) begin below this node
  BlockId end_block = 0;
  std::uint32_t words = 0;
  std::uint32_t link_words = 0;
};

/// Beside the hints of an element: its classes, and what stands in it, make it a figure, or a figure's caption.
inline constexpr hints::HintSet kFigure = hints::HintSet{1} << 63, kCaption = kFigure >> 1;
static_assert(hints::kHints <= 62);

struct Blocks {
  std::vector<Block> blocks;
  std::vector<Extent> extents;        ///< by NodeId
  std::vector<hints::HintSet> hints;  ///< by NodeId: what class, id and the like hint at; and kFigure, kCaption
  std::string characters;

  [[nodiscard]] std::string_view TextOf(const Block& block) const { return std::string_view(characters).substr(block.text.begin, block.text.size); }
  [[nodiscard]] std::string_view TextOf(BlockId id) const { return TextOf(blocks[id]); }
};

}  // namespace pith::annotate

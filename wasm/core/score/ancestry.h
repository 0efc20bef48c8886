#pragma once

// What an element has from the elements around it, itself included: computed once for each in one pass, so that no block walks up to the root.

#include <cstdint>
#include <vector>

#include "core/annotate/blocks.h"
#include "core/hints/hints.h"
#include "core/parse/document.h"
#include "core/score/page_context.h"

namespace pith::score {

/// The elements that a block may stand in, in the order of Feature::kInLink and those after it.
enum class Inside : std::uint8_t { kLink, kNav, kHeader, kFooter, kAside, kMain, kArticle, kForm, kList };

/// `<body>` and what is above it tell of the whole page, not of a block: nothing is taken from there but records.
struct Ancestry {
  hints::HintSet hints = 0;           ///< of all of them
  hints::HintSet line_hints = 0;      ///< of those up to `block`
  NodeId block = parse::kNoNode;      ///< the nearest that is a block element
  NodeId record = parse::kNoNode;     ///< the nearest record of the run with the most words
  NodeId near_record = parse::kNoNode;
  std::uint16_t inside = 0;           ///< a bit for each of Inside
  std::uint8_t good_share = 0;        ///< of the page's words, in the nearest whose hints speak for content; at least 1 where there is one
  std::uint8_t bad_share = 0;         ///< the same for hints that speak against it
  std::uint8_t article_share = 0;     ///< in the nearest `<article>`
  std::uint8_t main_share = 0;        ///< in the outermost `<main>`
  std::uint8_t prose_root_distance = 255;  ///< block elements from it up to the page's prose root, capped
};

/// @return by NodeId; for elements only
[[nodiscard]] std::vector<Ancestry> ReadAncestry(const parse::Document& document, const annotate::Blocks& blocks, const PageContext& page);

}  // namespace pith::score

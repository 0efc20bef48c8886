#pragma once

// What kind of page it is, learned: a few trees for each type over those columns of a row that are the page's own (sizes, records, what it
// says of its kind), in rules/model/page_types.bin:
//
//   file     "PT1", then trees (core/score/forest.h) to its end, one for each type in turn, in the order of PageType
//   output   for each type the sum of one leaf a tree: a score in 1/64, of which the softmax is its probability

#include "core/score/features.h"
#include "pith/pith.h"

namespace pith::score {

/// @return no type where the page has no block
[[nodiscard]] PageTypeGuess GuessPageType(const FeatureTable& table);

}  // namespace pith::score

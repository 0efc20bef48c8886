#pragma once

// What kind of page it is, learned: a few trees over those columns of a row that are the page's own (sizes, records, what it says of its kind).
// Forums and articles first, by trees of their own, because selection asks for nothing else, nor does the bookmarklet:
//
//   rules/model/forum.bin       trees (core/score/forest.h) to its end; the sum of one leaf a tree: log-odds of being a forum, in 1/64
//   rules/model/article.bin     the same for articles, where the page is no forum
//   rules/model/page_types.bin  trees to its end, one for each other type in turn, in the order of PageType; the sums: scores in 1/64,
//                               of which the softmax is the type's probability where the page is neither

#include <cstdint>

#include "core/score/features.h"
#include "pith/pith.h"

namespace pith::score {

struct PageTypes {
  PageTypeGuess likeliest;      ///< no type where the page has no block
  bool may_be_article = false;  ///< it is one, or at least one in four of its likes, and no forum
};

/// Log-odds of pages of which one in four is an article, in 1/64.
inline constexpr std::int32_t kMayBeArticle = -70;

[[nodiscard]] PageTypes GuessPageTypes(const FeatureTable& table);

}  // namespace pith::score

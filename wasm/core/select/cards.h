#pragma once

// Cards of other stories above or below an article: a headline with what its story says, in an element of its own, three at least.
// Idea: each has one headline, of which it is the largest element that holds no other; what an author writes below headings that lead elsewhere stands in no
// elements of its own, or leads to other sites.
// Known failure: cards between an article's paragraphs; headlines that are no links, with a link of three words or more that is no listed phrase; definition
// lists. An author's own pieces in cards below a longer text of his.

#include <string_view>

#include "core/annotate/blocks.h"
#include "core/parse/document.h"
#include "core/score/score.h"
#include "core/select/selection.h"

namespace pith::select {

/// Drops runs of cards that lead to the page's own site from articles, with what stands between them. Not those that stand between an article's paragraphs,
/// that a line with a colon announces, that have three quarters of its words, or of which the model is sure in the mean.
/// @param url the page's, by which absolute addresses are told to be of the same site; may be empty
void DropCards(const parse::Document& document, const annotate::Blocks& blocks, const score::Scores& scores, float threshold, std::string_view url,
               Marks& keep);

}  // namespace pith::select

#pragma once

// Cards of other stories above or below an article: a headline with what its story says, in an element of its own, three at least.
// Idea: each has one headline, of which it is the largest element that holds no other; what an author writes below headings that lead elsewhere stands in no
// elements of its own, or leads to other sites.
// Known failure: cards between an article's paragraphs, headlines without a link, cards of which each row holds two and a paragraph.

#include <string_view>

#include "core/annotate/blocks.h"
#include "core/parse/document.h"
#include "core/score/score.h"
#include "core/select/selection.h"

namespace pith::select {

/// Drops cards that follow each other and lead to the page's own site from articles, where nearly all of the prose that the model is sure of stands on one side
/// of them and is more than they are. Not what the model is very sure of, nor what a line with a colon announces.
/// @param url the page's, by which absolute addresses are told to be of the same site; may be empty
void DropCards(const parse::Document& document, const annotate::Blocks& blocks, const score::Scores& scores, float threshold, std::string_view url,
               Marks& keep);

}  // namespace pith::select

#pragma once

// Headlines of other stories between an article's paragraphs: links, and what a label says that it is: "Read also".
// Known failure: a doubted subheading that is no heading element, right below a label; a link to what an article is about, on a line of its own that the model
// doubts.

#include "core/annotate/blocks.h"
#include "core/parse/document.h"
#include "core/score/score.h"
#include "core/select/selection.h"

namespace pith::select {

/// Drops such headlines from articles: links right below a label that was dropped ("More on this topic") and, where the model is not sure of them, other lines
/// below a label, up to the next statement, and lines that are nothing but a link, on pages that are not made of links.
void DropTeasers(const parse::Document& document, const annotate::Blocks& blocks, const score::Scores& scores, float threshold, Marks& keep);

}  // namespace pith::select

#pragma once

// When an article appeared or was changed, said by the site above or below it.
// Known failure: the same said of an event, behind the last paragraph of an article, on a line of its own that the model doubts.

#include "core/annotate/blocks.h"
#include "core/parse/document.h"
#include "core/score/score.h"
#include "core/select/selection.h"

namespace pith::select {

/// Drops short lines with a date and a time of day, in whatever language, from above the first and from below the last paragraph of an article that the model
/// is sure of, where it is not sure of them. Not what ends as a statement does, entries and headings, nor more than two in a row.
void DropStamps(const parse::Document& document, const annotate::Blocks& blocks, const score::Scores& scores, float threshold, Marks& keep);

}  // namespace pith::select

#pragma once

// Headlines of other stories behind an article, in lists with their ages.
// Idea: lines behind the prose that end no sentence and say when something appeared, on the same line or in turns with others, are such a list, whatever their
// words are.
// Known failure: programmes and sources behind the last prose, outside of lists, half of which the model doubts; Thai, which marks no end of a sentence.

#include "core/annotate/blocks.h"
#include "core/parse/document.h"
#include "core/score/score.h"
#include "core/select/selection.h"

namespace pith::select {

/// Drops lists of headlines behind an article, with ages above, below or beside them, of which the model is not sure. Ages are listed phrases, or short lines
/// half of which have a figure; of lists that have nothing but dates and times of day the model has to be less sure still.
void DropAged(const parse::Document& document, const annotate::Blocks& blocks, const score::Scores& scores, float threshold, Marks& keep);

}  // namespace pith::select

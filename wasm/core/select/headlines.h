#pragma once

// Headlines of other stories, each with its age below it ("4 hours ago").
// Idea: what alternates so behind the prose is such a list, whatever its words are.
// Known failure: prices and times behind the last prose, where the names above them are as long as headlines; ages of more than five words.

#include "core/annotate/blocks.h"
#include "core/score/score.h"
#include "core/select/selection.h"

namespace pith::select {

/// Drops lists of headlines behind an article, each with its age below it, of which the model is not sure, in whatever language: lines that end no sentence
/// and short ones in turns, half of which have a figure.
void DropAged(const annotate::Blocks& blocks, const score::Scores& scores, float threshold, Marks& keep);

}  // namespace pith::select

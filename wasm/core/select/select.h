#pragma once

// Probabilities → which blocks make up the article, and a reason for each that does not.
// Idea: the cut is placed where the expected word F1 of the page is highest; then lines are drawn by a shortest path over the
// blocks in order, where leaving or entering the article costs more the deeper inside one container it happens, so that a short
// line between two long ones stays and a lone line far away goes. Last come rules that no probability should overrule: the
// headline is the title, a repeated paragraph stands once, an image goes with the text around it.
// Known failure: several articles of equal rank on one page come out as one.

#include "core/annotate/blocks.h"
#include "core/rules/rules.h"
#include "core/score/score.h"
#include "core/select/selection.h"
#include "pith/pith.h"

namespace pith::select {

/// @param options `mode` and `parts`
/// @param verdicts of the user's rules
[[nodiscard]] Selection Select(const parse::Document& document, const annotate::Blocks& blocks, const score::Scores& scores, const Metadata& metadata,
                               const Options& options = {}, const rules::Verdicts& verdicts = {});

}  // namespace pith::select

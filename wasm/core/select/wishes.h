#pragma once

// What the caller asked for, which no probability overrules.

#include <vector>

#include "core/rules/rules.h"
#include "core/score/score.h"
#include "core/select/selection.h"
#include "pith/pith.h"

namespace pith::select {

/// Keeps what stands behind kept text in an element that calls itself comments, but for what the model is sure about: buttons, forms.
void KeepComments(const parse::Document& document, const annotate::Blocks& blocks, const score::Scores& scores, float threshold, Marks& keep);

/// Gives blocks the verdict of the user's rules. Headlines and repetitions that a rule keeps are still not said twice.
void ApplyRules(const annotate::Blocks& blocks, const rules::Verdicts& verdicts, std::vector<Reason>& reasons);

/// Leaves out the kinds of parts that the caller does not want: tables of data, captions with their images.
void LeaveOut(const parse::Document& document, const annotate::Blocks& blocks, const Parts& parts, std::vector<Reason>& reasons);

}  // namespace pith::select

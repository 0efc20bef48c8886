#pragma once

// Probabilities → which blocks make up the article, and a reason for each that does not.

#include "core/annotate/blocks.h"
#include "core/score/score.h"
#include "core/select/selection.h"
#include "pith/pith.h"

namespace pith::select {

[[nodiscard]] Selection Select(const parse::Document& document, const annotate::Blocks& blocks, const score::Scores& scores, const Metadata& metadata);

}  // namespace pith::select

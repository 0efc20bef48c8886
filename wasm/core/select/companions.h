#pragma once

// Blocks that belong to what is kept whatever the model makes of them: they have too few words to be judged by, or stand too far off.

#include <vector>

#include "core/annotate/blocks.h"
#include "core/select/selection.h"

namespace pith::select {

/// Keeps the notes that marks in kept text link to and that link back, and the formulas between two kept blocks.
void KeepCompanions(const parse::Document& document, const annotate::Blocks& blocks, Marks& keep);

}  // namespace pith::select

#pragma once

// Blocks → how likely each is content.

#include <vector>

#include "core/annotate/blocks.h"
#include "core/parse/document.h"

namespace pith::score {

/// Probability of being content, 0..1, by BlockId.
[[nodiscard]] std::vector<float> Score(const parse::Document& document, const annotate::Blocks& blocks);

}  // namespace pith::score

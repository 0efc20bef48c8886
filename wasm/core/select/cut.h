#pragma once

#include <cstdint>
#include <vector>

#include "core/annotate/blocks.h"
#include "core/select/selection.h"
#include "pith/pith.h"

namespace pith::select {

/// Where to part content from the rest, and how good the result is expected to be.
struct Cut {
  float threshold;    ///< probability, 0..1
  float expected_f1;  ///< of the blocks at or above it
};

/// The threshold with the highest expected word F1: over blocks sorted by probability, 2·Σp·w(kept) / (Σw(kept) + Σp·w(all)).
/// That threshold is half of the F1 that it reaches. (Plug-in estimate of Ye, Chai, Lee & Chieu, "Optimizing F-measure: A Tale of Two Approaches", ICML 2012.)
[[nodiscard]] Cut BestCut(const annotate::Blocks& blocks, const std::vector<std::uint16_t>& probabilities);

/// How far a mode moves the threshold; docs/api.md has what each costs and gains. Tuned on WCXB's development articles.
[[nodiscard]] float ShiftOf(Mode mode);

/// Which blocks to keep: the assignment with the greatest sum of gains (words times distance from the threshold) less the costs of
/// its borders, found by dynamic programming over the blocks in order.
[[nodiscard]] Marks BestPath(const parse::Document& document, const annotate::Blocks& blocks, const std::vector<std::uint16_t>& probabilities, float threshold);

}  // namespace pith::select

#pragma once

// The second look's features: a block beside the beliefs of the first look about its neighbours and containers.

#include <cstdint>
#include <vector>

#include "core/score/features.h"

namespace pith::score {

enum class Context : std::uint8_t {
#define PITH_CONTEXT(name) name,
#include "core/score/context.def"
#undef PITH_CONTEXT
  kCount,
};

/// Columns of the second look: the first look's, then the context's.
inline constexpr std::size_t kContextFeatures = kFeatures + static_cast<std::size_t>(Context::kCount);

/// @param beliefs the first look's probabilities, 0..65535, by BlockId
[[nodiscard]] std::vector<std::uint8_t> ComputeContext(const parse::Document& document, const annotate::Blocks& blocks, const FeatureTable& table,
                                                       const std::vector<std::uint16_t>& beliefs);

}  // namespace pith::score

#pragma once

#include <cstdint>
#include <vector>

#include "core/annotate/blocks.h"

namespace pith::annotate {

/// Blocks by ascending key, of equal keys the earlier ones first.
/// @param keys by BlockId
[[nodiscard]] std::vector<BlockId> OrderBy(const std::vector<std::uint64_t>& keys);

}  // namespace pith::annotate

#pragma once

// The lines around a headline, where pages say who wrote an article and when.

#include <vector>

#include "core/annotate/blocks.h"

namespace pith::metadata {

/// The blocks around a headline, nearest first: those below it down to the second paragraph, then those above it. Without a headline
/// those above the page's first paragraph.
[[nodiscard]] std::vector<annotate::BlockId> Surroundings(const annotate::Blocks& blocks, parse::NodeId heading);

}  // namespace pith::metadata

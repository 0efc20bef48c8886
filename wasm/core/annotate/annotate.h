#pragma once

// Document → Blocks.
// Idea: one walk in document order; leaves join the current run until a block boundary or a `<br>` ends it. A second, backward
// pass sums the blocks below each element; what its class, id and the like hint at is read once here for all stages behind.
// Known failure: elements that a style sheet makes blocks (`span` with display:block) do not part runs.

#include "core/annotate/blocks.h"

namespace pith::annotate {

[[nodiscard]] Blocks Annotate(const parse::Document& document);

}  // namespace pith::annotate

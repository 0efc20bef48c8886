#pragma once

// What a selection keeps, summed.

#include <cstdint>
#include <string>

#include "core/annotate/blocks.h"
#include "core/select/selection.h"

namespace pith::select {

/// The words of all that is kept, captions aside.
[[nodiscard]] std::uint32_t WordsKept(const annotate::Blocks& blocks, const Selection& selection);

/// The first block that reads like prose: what a page without a description has instead of an excerpt.
[[nodiscard]] std::string FirstParagraph(const annotate::Blocks& blocks, const Selection& selection);

}  // namespace pith::select

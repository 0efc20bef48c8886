#pragma once

// What tells lines that an author writes from headlines of other stories: sentences end, entries stand with their likes, and links lead somewhere.

#include <string_view>

#include "core/annotate/blocks.h"
#include "core/parse/document.h"

namespace pith::select {

/// The last character of a text, closing quotes, brackets and marks of notes aside: of "He “backed the bridge.” [3]" the stop; 0 where all are such.
[[nodiscard]] char32_t LastOf(std::string_view text);

/// Whether a text with that last character ends as statements do, in whatever script; headlines ask and cry at most.
[[nodiscard]] bool EndsStatement(char32_t last);

/// Whether a block is an entry of a list, or a cell beside others, or stands in one that is hardly more.
[[nodiscard]] bool IsInList(const parse::Document& document, const annotate::Blocks& blocks, const annotate::Block& block);

/// The `<a>` around a block, or else the first in it; kNoNode where there is none.
[[nodiscard]] annotate::NodeId LinkAround(const parse::Document& document, const annotate::Block& block);

/// The address of a link, as the page writes it.
[[nodiscard]] std::string_view AddressOf(const parse::Document& document, annotate::NodeId link);

}  // namespace pith::select

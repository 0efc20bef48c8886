#pragma once

// Whether a page is worth extracting, from its text and tags alone: no tree, no blocks.
// Idea: what lies between two block tags is a line; lines that are long and have few links are prose; an article has enough of them.
// Known failure: a page of long teasers looks like an article. docs/api.md says how often the answer is right.

#include <string_view>

namespace pith::readable {

/// @param text UTF-8: HTML, or plain text whose blocks are lines
[[nodiscard]] bool HasProse(std::string_view text, bool plain);

}  // namespace pith::readable

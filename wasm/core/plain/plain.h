#pragma once

// Plain text whose blocks are lines, or paragraphs wrapped to a width → Document: one paragraph a block in one body, so that the same stages judge it.

#include <string>
#include <string_view>
#include <vector>

#include "core/parse/document.h"
#include "pith/pith.h"

namespace pith::plain {

/// @param text valid UTF-8; empty lines part nothing more than line ends do, but for wrapped text (wrapping.h). Lines past `limits` are left out, with a
/// warning.
[[nodiscard]] parse::Document ToDocument(std::string_view text, const Limits& limits, std::vector<std::string>& warnings);

}  // namespace pith::plain

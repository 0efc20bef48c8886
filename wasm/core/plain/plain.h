#pragma once

// Plain text whose blocks are lines → Document: one paragraph a line in one body, so that the same stages judge it.

#include <string_view>

#include "core/parse/document.h"

namespace pith::plain {

/// @param text valid UTF-8; empty lines part nothing more than line ends do
[[nodiscard]] parse::Document ToDocument(std::string_view text);

}  // namespace pith::plain

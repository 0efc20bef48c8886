#pragma once

#include <string>
#include <string_view>

#include "core/parse/document.h"

namespace pith::clean {

/// The address that an image really has: its `src`, or what lazy loading keeps for later, or the largest candidate of a srcset
/// (its own or its `<picture>`'s). Absolute where `base` is; empty where there is no safe one or the image is a tracking pixel.
[[nodiscard]] std::string AddressOf(const parse::Document& document, parse::NodeId image, std::string_view base);

}  // namespace pith::clean

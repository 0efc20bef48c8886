#pragma once

#include <string>
#include <string_view>

#include "core/parse/document.h"

namespace pith::clean {

/// Whether a node is an image: `<img>`, or the custom element that stands in for it.
[[nodiscard]] bool IsImage(const parse::Document& document, parse::NodeId node);
/// The address that an image really has: the largest candidate of its own and its `<picture>`'s srcsets, or what lazy loading keeps
/// for later, or its `src`. Absolute where `base` is; empty where there is no safe one or the image is there to count visits.
[[nodiscard]] std::string AddressOf(const parse::Document& document, parse::NodeId image, std::string_view base);
/// What two addresses of one picture have in common, however large and in whatever form each fetches it.
[[nodiscard]] std::string ResourceOf(std::string_view address);

}  // namespace pith::clean

#pragma once

#include <string>
#include <string_view>

namespace pith::url {

/// `Resolve` (url.h) of any addresses, by the standard's own steps.
[[nodiscard]] std::string ResolveByParser(std::string_view base, std::string_view reference);

}  // namespace pith::url

#pragma once

#include <string_view>

namespace pith::url {

/// The length of the scheme at the start of an address, without its ':'; 0 where there is none.
[[nodiscard]] std::size_t SchemeLength(std::string_view text);

}  // namespace pith::url

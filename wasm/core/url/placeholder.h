#pragma once

#include <string_view>

namespace pith::url {

/// Whether an address is of a file that stands where a picture is to come, or for want of one: told by how its name begins.
[[nodiscard]] bool IsPlaceholder(std::string_view address);

}  // namespace pith::url

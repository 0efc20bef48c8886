#pragma once

#include <string>

#include "cli/input.h"

namespace pith::cli {

/// Gets a page over http(s), redirects followed. A status of 400 or more, what is neither HTML, XML nor plain text, and a server that takes
/// longer than a minute are errors.
/// @param limit bytes that the page may have; a larger one is not read to its end
[[nodiscard]] Input Fetch(const std::string& address, std::size_t limit);

}  // namespace pith::cli

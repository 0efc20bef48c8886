#pragma once

#include <string>

#include "cli/input.h"

namespace pith::cli {

/// Gets a page over http(s), redirects followed. A status of 400 or more, what is neither HTML, XML nor plain text, and a server that takes
/// longer than a minute are errors.
[[nodiscard]] Input Fetch(const std::string& address);

}  // namespace pith::cli

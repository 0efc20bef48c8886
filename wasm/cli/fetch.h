#pragma once

#include <string>

#include "cli/input.h"

namespace pith::cli {

/// Gets a page over http(s), redirects followed; a status of 400 or more is an error.
[[nodiscard]] Input Fetch(const std::string& address);

}  // namespace pith::cli

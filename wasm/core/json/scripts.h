#pragma once

// The JSON scripts of a page, one after the other.

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "core/json/reader.h"

namespace pith::json {

/// Calls `use` with the tree of each script.
/// @param longest, most bytes of one script and of all that are read; what is past them is passed over
template <typename Use>
void ForEachTree(const std::vector<std::string_view>& scripts, std::size_t longest, std::size_t most, Use use) {
  std::size_t bytes = 0;
  for (const std::string_view script : scripts) {
    if (script.size() > longest || bytes + script.size() > most) continue;
    bytes += script.size();
    use(Read(script.substr(std::min(script.find_first_of("{["), script.size()))));  // past `<!--` and CDATA marks
  }
}

}  // namespace pith::json

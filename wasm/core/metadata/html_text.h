#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pith::metadata {

/// Text in JSON-LD and meta elements is often escaped for HTML once more: "&amp;", "&#8217;". Undoes what such escaping makes, takes
/// soft hyphens, zero-width spaces and control characters out, and collapses white space.
[[nodiscard]] std::string Plain(std::string_view text);

/// The start of a text of at most so many bytes, whole characters only.
[[nodiscard]] std::string_view Clipped(std::string_view text, std::size_t most);

}  // namespace pith::metadata

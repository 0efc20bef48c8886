#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pith::url {

/// A host as it stands in an address (WHATWG URL Standard, "host parsing"): domains in ASCII, numbers as dotted or colon-separated
/// addresses. Nothing where the text is no host.
/// @param special whether the scheme is one of the web's; other schemes' hosts are opaque
[[nodiscard]] std::optional<std::string> ParseHost(std::string_view text, bool special);

}  // namespace pith::url

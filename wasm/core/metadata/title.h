#pragma once

#include <string>
#include <string_view>

namespace pith::metadata {

/// A page title without the site's name before or after it: "Headline | Site" → "Headline". The name is known (`site_name`), or
/// else is the short part at the end behind a separator.
[[nodiscard]] std::string WithoutSiteName(std::string_view title, std::string_view site_name);

/// Letters and digits only, lower case: what two spellings of one headline have in common.
[[nodiscard]] std::string Essence(std::string_view text);

}  // namespace pith::metadata

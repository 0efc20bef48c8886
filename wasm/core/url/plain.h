#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pith::url {

/// `Resolve` (url.h) where no character of either address needs a change, as on nearly every link of the web: then the answer is the
/// reference, behind a part of the base. Nothing where that is not sure.
[[nodiscard]] std::optional<std::string> ResolvePlain(std::string_view base, std::string_view reference);

}  // namespace pith::url

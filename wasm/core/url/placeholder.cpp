#include "core/url/placeholder.h"

#include <algorithm>
#include <iterator>

#include "core/unicode/unicode.h"

namespace pith::url {

bool IsPlaceholder(std::string_view address) {
  constexpr std::string_view kNames[] = {"placeholder", "lazyload", "lazy_p",       "lazy-p",    "lazy.", "blank.",
                                         "spacer",      "spinner.", "transparent.", "clear.gif", "1x1."};
  const std::string_view path = address.substr(0, address.find_first_of("?#")), name = path.substr(path.rfind('/') + 1);
  return std::any_of(std::begin(kNames), std::end(kNames),
                     [&](std::string_view word) { return unicode::EqualsIgnoringAsciiCase(name.substr(0, word.size()), word); });
}

}  // namespace pith::url

#include <algorithm>
#include <iterator>

#include "pith/pith.h"

namespace pith {
namespace {

constexpr std::string_view kNames[] = {"article", "forum", "product", "collection", "listing", "documentation", "service", ""};  // in the order of PageType
static_assert(std::size(kNames) == static_cast<std::size_t>(PageType::kNone) + 1);

}  // namespace

std::string_view NameOf(PageType type) { return kNames[static_cast<std::size_t>(type)]; }

PageType PageTypeOf(std::string_view name) { return static_cast<PageType>(std::find(std::begin(kNames), std::end(kNames) - 1, name) - std::begin(kNames)); }

}  // namespace pith

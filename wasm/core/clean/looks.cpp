#include "core/clean/looks.h"

#include <algorithm>
#include <iterator>

namespace pith::clean {

Look LookOf(std::string_view name) {
  char lowered[24];
  if (name.empty() || name.size() > sizeof lowered) return Look::kNone;
  std::transform(name.begin(), name.end(), lowered, unicode::AsciiLower);
  const std::string_view wanted(lowered, name.size());
  const auto* found =
      std::lower_bound(std::begin(kLookNames), std::end(kLookNames), wanted, [](const LookName& entry, std::string_view key) { return entry.name < key; });
  return found != std::end(kLookNames) && found->name == wanted ? found->look : Look::kNone;
}

LookSet LooksOf(const parse::Document& document, parse::NodeId element) {
  LookSet set = 0;
  EachClass(document.AttributeOf(element, "class"), [&](std::string_view name) {
    set |= Bit(LookOf(name));
    // `alert-warning`, `markdown-alert-tip`: the kind behind the base.
    const std::size_t hyphen = name.rfind('-');
    if (hyphen != std::string_view::npos && LookOf(name.substr(0, hyphen)) == Look::kCallout) set |= Bit(Look::kCallout) | Bit(LookOf(name.substr(hyphen + 1)));
  });
  return set & ~Bit(Look::kNone);
}

}  // namespace pith::clean

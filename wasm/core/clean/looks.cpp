#include "core/clean/looks.h"

#include "core/unicode/word_index.h"

namespace pith::clean {

namespace {

constexpr unicode::WordIndex<kLookNames> kIndex;

}  // namespace

Look LookOf(std::string_view name) { return kIndex.Find(name).value_or(Look::kNone); }

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

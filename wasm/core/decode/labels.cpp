#include <algorithm>
#include <string>

#include "core/decode/decode.h"
#include "core/unicode/unicode.h"

namespace pith::decode {
namespace {

struct Label {
  std::string_view label;
  std::string_view name;
};

constexpr Label kLabels[] = {
#define PITH_LABEL(label, name) {label, name},
#include "core/decode/labels.def"
#undef PITH_LABEL
};

static_assert(std::is_sorted(std::begin(kLabels), std::end(kLabels), [](const Label& a, const Label& b) { return a.label < b.label; }));

}  // namespace

std::string_view NameOfLabel(std::string_view label) {
  std::string wanted;
  for (const char c : unicode::Trimmed(label)) wanted += unicode::AsciiLower(c);
  const auto* found = std::lower_bound(std::begin(kLabels), std::end(kLabels), wanted, [](const Label& entry, const std::string& key) { return entry.label < key; });
  return found != std::end(kLabels) && found->label == wanted ? found->name : std::string_view();
}

}  // namespace pith::decode

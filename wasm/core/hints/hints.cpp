#include "core/hints/hints.h"

#include <string_view>

namespace pith::hints {
namespace {

bool IsLower(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

// A word that is written without a mark between its parts ("articlebody") is looked up as it stands.
HintSet OfWords(std::string_view value) {
  constexpr std::size_t kLongestValue = 400;  // bytes; longer ones are utility classes, which hint at nothing
  value = value.substr(0, kLongestValue);
  HintSet set = 0;
  for (std::size_t at = 0; at < value.size();) {
    if (!IsLower(value[at]) && !IsUpper(value[at])) {
      ++at;
      continue;
    }
    std::size_t end = at + 1;
    while (end < value.size() && (IsLower(value[end]) || (IsUpper(value[end]) && IsUpper(value[end - 1])))) ++end;
    set |= OfWord(value.substr(at, end - at));
    at = end;
  }
  return set;
}

HintSet Of(const parse::Document& document, parse::NodeId element) {
  HintSet set = 0;
  const parse::Node& node = document.nodes[element];
  for (std::uint32_t i = node.data; i < node.data + node.count; ++i) {
    const std::string_view name = document.At(document.attributes[i].name);
    if (name == "class" || name == "id" || name == "role" || name == "itemprop" || name == "data-component" || name == "data-testid" || name == "data-module" || name == "data-block" ||
        name == parse::kCustomName) {
      set |= OfWords(document.At(document.attributes[i].value));
    }
  }
  return set;
}

}  // namespace pith::hints

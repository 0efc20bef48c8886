#include "core/hints/hints.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

#include "core/unicode/unicode.h"

namespace pith::hints {
namespace {

bool IsLower(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }

/// Where the words that begin with each letter stand in the table; one past the last letter, its end.
constexpr auto kStarts = [] {
  std::array<std::uint16_t, 27> starts{};
  std::size_t at = 0;
  for (std::size_t letter = 0; letter < starts.size(); ++letter) {
    while (at < std::size(kHintWords) && static_cast<std::size_t>(kHintWords[at].word[0] - 'a') < letter) ++at;
    starts[letter] = static_cast<std::uint16_t>(at);
  }
  return starts;
}();

HintSet OfWord(std::string_view word) {
  char lowered[20];
  if (word.size() < 2 || word.size() > sizeof lowered) return 0;
  std::transform(word.begin(), word.end(), lowered, unicode::AsciiLower);
  const auto letter = static_cast<std::size_t>(lowered[0] - 'a');
  if (letter >= 26) return 0;
  const std::string_view wanted(lowered, word.size());
  const auto* end = std::begin(kHintWords) + kStarts[letter + 1];
  const auto* found = std::lower_bound(std::begin(kHintWords) + kStarts[letter], end, wanted, [](const HintWord& entry, std::string_view key) { return entry.word < key; });
  return found != end && found->word == wanted ? Bit(found->hint) : 0;
}

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

#include "core/score/lexicon.h"

#include <algorithm>

namespace pith::score {

Wording Lexicon::Of(const std::vector<phrases::Token>& tokens, std::uint32_t block_words) const {
  Wording wording;
  if (block_words > kLongestBlock) return wording;
  int sum = 0, lowest = 127, known = 0;
  for (std::size_t i = 0; i < tokens.size() && i < kWordsRead; ++i) {
    const int weight = WeightOf(KeyOf(tokens[i]));
    if (weight == 0) continue;
    sum += weight;
    lowest = std::min(lowest, weight);
    ++known;
  }
  if (known == 0) return wording;
  const auto byte = [](int weight) { return static_cast<std::uint8_t>(weight + 128); };
  wording.mean = byte(sum / known);
  wording.lowest = byte(lowest);
  return wording;
}

Lexicon::Lexicon(std::span<const std::uint8_t> entries) : entries_(entries), known_(std::size_t{1} << 16) {
  for (std::size_t entry = 0; entry < entries_.size() / kEntryBytes; ++entry) known_[KeyAt(entry)] = true;
}

int Lexicon::WeightOf(std::uint16_t key) const {
  if (known_.empty() || !known_[key]) return 0;
  std::size_t first = 0, end = entries_.size() / kEntryBytes;
  while (first < end) {
    const std::size_t middle = (first + end) / 2;
    if (KeyAt(middle) < key) {
      first = middle + 1;
    } else {
      end = middle;
    }
  }
  return first * kEntryBytes < entries_.size() && KeyAt(first) == key ? static_cast<std::int8_t>(entries_[first * kEntryBytes + 2]) : 0;
}

}  // namespace pith::score

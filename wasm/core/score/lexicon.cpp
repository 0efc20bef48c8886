#include "core/score/lexicon.h"

#include <algorithm>

namespace pith::score {

Wording Lexicon::Of(const std::vector<phrases::Token>& tokens, std::uint32_t block_words) const {
  Wording wording;
  if (block_words > kLongestBlock || weights_.empty()) return wording;
  int sum = 0, lowest = 127, known = 0;
  for (std::size_t i = 0; i < tokens.size() && i < kWordsRead; ++i) {
    const int weight = weights_[KeyOf(tokens[i])];
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

Lexicon::Lexicon(std::span<const std::uint8_t> data, std::size_t count) {
  constexpr std::uint8_t kMore = 255;
  constexpr std::size_t kKeys = std::size_t{1} << 16;
  std::vector<std::uint16_t> keys;
  std::size_t at = 0, key = 0;
  while (keys.size() < count && at < data.size()) {
    key += data[at];
    if (data[at++] == kMore) continue;
    if (key >= kKeys) return;
    keys.push_back(static_cast<std::uint16_t>(key));
  }
  if (keys.size() < count || data.size() - at < count) return;
  weights_.resize(kKeys);
  for (const std::uint16_t known : keys) weights_[known] = static_cast<std::int8_t>(data[at++]);
  data_size_ = at;
}

}  // namespace pith::score

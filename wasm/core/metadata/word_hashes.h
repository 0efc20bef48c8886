#pragma once

#include <cstddef>
#include <cstdint>

namespace pith::metadata {

/// Hashes of words, sorted, 24 bits each, with what the word means as a place in a table of meanings. They stand in columns, since
/// neighbours share their high byte and often their meaning, which then pack to next to nothing.
template <std::size_t kSize>
struct WordHashes {
  std::uint8_t high[kSize];
  std::uint16_t low[kSize];
  std::uint8_t meaning[kSize];

  /// The place of the meaning; -1 where the word is not known.
  [[nodiscard]] constexpr int Find(std::uint32_t hash) const {
    std::size_t from = 0, to = kSize;
    while (from < to) {
      const std::size_t middle = (from + to) / 2;
      const std::uint32_t there = std::uint32_t{high[middle]} << 16 | low[middle];
      if (there == hash) return meaning[middle];
      if (there < hash) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return -1;
  }
};

}  // namespace pith::metadata

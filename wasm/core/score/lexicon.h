#pragma once

// Words of short blocks, with how much each speaks for content or against it, as learned: "add to cart" and "all rights reserved"
// stand on many pages, and no shape tells them from a heading.
//
//   data   count (u16le), then `count` entries, sorted: hash of the word (u16le), weight (i8)

#include <cstdint>
#include <span>
#include <vector>

#include "core/phrases/phrases.h"

namespace pith::score {

/// What a lexicon says of one block; bytes around 128, which is also what stands where no word is known.
struct Wording {
  std::uint8_t mean = 128, lowest = 128;
};

class Lexicon {
 public:
  static constexpr std::size_t kWordsRead = 10;       ///< of a block
  static constexpr std::uint32_t kLongestBlock = 25;  ///< in words; longer ones are told by their shape
  static constexpr std::size_t kEntryBytes = 3;

  Lexicon() = default;
  /// The bytes are not copied. Entries that are not there are no words.
  explicit Lexicon(std::span<const std::uint8_t> entries);

  [[nodiscard]] Wording Of(const std::vector<phrases::Token>& tokens, std::uint32_t block_words) const;

  /// The key of a word in the data.
  [[nodiscard]] static constexpr std::uint16_t KeyOf(phrases::Token token) { return static_cast<std::uint16_t>((token ^ token >> 16) & 0xFFFF); }

 private:
  /// The weight of a word, 0 where it is not known.
  [[nodiscard]] int WeightOf(std::uint16_t key) const;

  [[nodiscard]] std::uint16_t KeyAt(std::size_t entry) const { return static_cast<std::uint16_t>(entries_[entry * kEntryBytes] | entries_[entry * kEntryBytes + 1] << 8); }

  std::span<const std::uint8_t> entries_;
  std::vector<std::uint8_t> known_;  ///< by key, whether it is there; most words are not
};

}  // namespace pith::score

#pragma once

// Words of short blocks, with how much each speaks for content or against it, as learned: "add to cart" and "all rights reserved"
// stand on many pages, and no shape tells them from a heading.
//
//   data   for each word, by its hash, the distance from the one before it: bytes, of which 255 says that more of it follows;
//          then for each word its weight (i8)

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

  /// Without words.
  Lexicon() = default;
  /// Reads `count` words.
  Lexicon(std::span<const std::uint8_t> data, std::size_t count);

  /// How many bytes its data had; 0 where they were no lexicon of so many words.
  [[nodiscard]] std::size_t DataSize() const { return data_size_; }

  [[nodiscard]] Wording Of(const std::vector<phrases::Token>& tokens, std::uint32_t block_words) const;

  /// The key of a word in the data.
  [[nodiscard]] static std::uint16_t KeyOf(phrases::Token token) {
    const phrases::Token folded = phrases::Short(token);
    return static_cast<std::uint16_t>((folded ^ folded >> 16) & 0xFFFF);
  }

 private:
  std::size_t data_size_ = 0;
  std::vector<std::int8_t> weights_;  ///< by key; 0: not known
};

}  // namespace pith::score

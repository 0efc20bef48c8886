#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/phrases/phrases.h"

namespace pith::score {

/// What one block's text is made of.
struct TextStats {
  std::uint32_t chars = 0;
  std::uint32_t letters = 0;
  std::uint32_t digits = 0;
  std::uint32_t non_ascii = 0;
  std::uint32_t unspaced = 0;
  std::uint32_t upper_words = 0;  ///< words that begin with a capital
  std::uint32_t symbols = 0;      ///< such as | » © · • #
  std::uint32_t sentence_ends = 0;
  std::uint32_t commas = 0;
  std::uint8_t first = 0;  ///< kind of the first character, see CharKind
  std::uint8_t last = 0;   ///< kind of the last character
  bool price = false;      ///< a currency sign next to a digit
};

[[nodiscard]] TextStats StatsOf(std::string_view text);

/// How many of the tokens are function words of some language.
[[nodiscard]] std::uint16_t CountFunctionWords(const std::vector<phrases::Token>& tokens);

}  // namespace pith::score

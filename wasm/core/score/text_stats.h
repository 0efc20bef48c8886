#pragma once

#include <cstdint>
#include <string_view>

namespace pith::score {

/// What one block's text is made of.
struct TextStats {
  std::uint32_t chars = 0;
  std::uint32_t non_ascii = 0;
  std::uint32_t symbols = 0;  ///< such as | » © · • #
  std::uint32_t sentence_ends = 0;
  std::uint8_t last = 0;  ///< kind of the last character, see KindOf()
  bool price = false;     ///< a currency sign next to a digit
};

[[nodiscard]] TextStats StatsOf(std::string_view text);

}  // namespace pith::score

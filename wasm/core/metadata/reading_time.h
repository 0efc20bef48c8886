#pragma once

#include <cstdint>

namespace pith::metadata {

/// Minutes that an adult reads for, rounded up. Words are read at about 240 a minute; a character of a script without spaces, which
/// counts as a word, is about half of one, and 300 are read a minute (the means of the languages that reading speed was measured in).
/// @param words all words
/// @param unspaced those of them that are one character
[[nodiscard]] constexpr std::uint32_t ReadingMinutes(std::uint32_t words, std::uint32_t unspaced) {
  constexpr std::uint64_t kWords = 240, kCharacters = 300;
  return static_cast<std::uint32_t>(((words - unspaced) * kCharacters + unspaced * kWords + kWords * kCharacters - 1) / (kWords * kCharacters));
}

}  // namespace pith::metadata

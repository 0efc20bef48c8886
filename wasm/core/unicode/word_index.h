#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

#include "core/unicode/unicode.h"

namespace pith::unicode {

/// Where in a table of lower-case ASCII words one stands. Class names are looked up by the ten thousand on a page and mostly not found,
/// so that a hash is worth its two bytes a slot; the compiler fills it in.
/// @tparam kWords words in the table
template <std::size_t kWords>
class WordIndex {
 public:
  static constexpr std::size_t kLongest = 24;  ///< bytes of a word

  /// @param word the word of an entry
  template <typename Entry, typename Word>
  constexpr WordIndex(const Entry (&table)[kWords], Word word) {
    for (std::size_t i = 0; i < kWords; ++i) {
      std::size_t slot = HashOf(word(table[i])) % kSlots;
      while (slots_[slot] != 0) slot = (slot + 1) % kSlots;
      slots_[slot] = static_cast<std::uint16_t>(i + 1);
    }
  }

  /// The entry of a word in any case, null where there is none.
  template <typename Entry, typename Word>
  [[nodiscard]] const Entry* Find(const Entry (&table)[kWords], Word word, std::string_view wanted) const {
    char lowered[kLongest];
    if (wanted.empty() || wanted.size() > kLongest) return nullptr;
    std::transform(wanted.begin(), wanted.end(), lowered, AsciiLower);
    wanted = {lowered, wanted.size()};
    for (std::size_t slot = HashOf(wanted) % kSlots; slots_[slot] != 0; slot = (slot + 1) % kSlots) {
      const Entry& entry = table[slots_[slot] - 1];
      if (word(entry) == wanted) return &entry;
    }
    return nullptr;
  }

 private:
  /// At least twice as many as words, so that most that are not there end at their first slot.
  static constexpr std::size_t kSlots = [] {
    std::size_t slots = 2;
    while (slots < kWords * 2) slots *= 2;
    return slots;
  }();

  /// FNV-1a, its high bits folded onto the low ones that are used.
  static constexpr std::size_t HashOf(std::string_view word) {
    std::uint32_t hash = 2166136261U;
    for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return hash ^ hash >> 15;
  }

  std::array<std::uint16_t, kSlots> slots_{};  ///< one more than the entry's place, 0: nothing
};

}  // namespace pith::unicode

#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string_view>
#include <type_traits>

#include "core/unicode/unicode.h"

namespace pith::unicode {

/// Where in a table of lower-case ASCII words one stands. Class names are looked up by the ten thousand on a page and mostly not found,
/// so that a hash is worth its two bytes a slot; the compiler fills it in, and lays the words down as one text, since views of them
/// would take three times the room.
///
///   text    of each word: its value, its length, its letters
///   slots   where in the text a word begins, and 1; 0: nothing
///
/// @tparam kTable an array of words with `word` and `value`, which is an enum of a byte
template <const auto& kTable>
class WordIndex {
 public:
  using Value = std::remove_cv_t<decltype(kTable[0].value)>;

  constexpr WordIndex() {
    std::size_t end = 0;
    for (const auto& [word, value] : kTable) {
      std::size_t slot = HashOf(word) % kSlots;
      while (slots_[slot] != 0) slot = (slot + 1) % kSlots;
      slots_[slot] = static_cast<std::uint16_t>(end + 1);
      text_[end++] = static_cast<char>(value);
      text_[end++] = static_cast<char>(word.size());
      for (const char c : word) text_[end++] = c;
    }
  }

  /// The value of a word in any case.
  [[nodiscard]] std::optional<Value> Find(std::string_view wanted) const {
    char lowered[kLongest];
    if (wanted.empty() || wanted.size() > kLongest) return {};
    std::transform(wanted.begin(), wanted.end(), lowered, AsciiLower);
    wanted = {lowered, wanted.size()};
    for (std::size_t slot = HashOf(wanted) % kSlots; slots_[slot] != 0; slot = (slot + 1) % kSlots) {
      const char* const entry = &text_[slots_[slot] - 1U];
      if (std::string_view(entry + 2, static_cast<std::size_t>(entry[1])) == wanted) return static_cast<Value>(entry[0]);
    }
    return {};
  }

 private:
  static constexpr std::size_t kWords = std::size(kTable);
  static constexpr std::size_t kLongest = 24;  ///< bytes of a word
  static constexpr std::size_t kTextSize = [] {
    std::size_t size = 0;
    for (const auto& entry : kTable) size += 2 + entry.word.size();
    return size;
  }();
  static_assert(kTextSize < 65535, "a slot has two bytes");

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

  std::array<char, kTextSize> text_{};
  std::array<std::uint16_t, kSlots> slots_{};
};

}  // namespace pith::unicode

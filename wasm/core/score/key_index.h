#pragma once

// Keys → 0, 1, 2, … in the order in which they first came. A table with open addressing: a standard map is ten times the code.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace pith::score {

class KeyIndex {
 public:
  /// @param most keys that will be given
  explicit KeyIndex(std::size_t most) {
    std::size_t slots = 16;
    while (slots < most * 2) slots *= 2;
    slots_.resize(slots);
  }

  /// The number of a key.
  [[nodiscard]] std::uint32_t Of(std::uint64_t key) {
    constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15;  // 2^64 over the golden ratio
    std::size_t slot = static_cast<std::size_t>(key * kFactor >> 32) & (slots_.size() - 1);
    for (; slots_[slot] != 0; slot = (slot + 1) & (slots_.size() - 1)) {
      if (keys_[slots_[slot] - 1] == key) return slots_[slot] - 1;
    }
    keys_.push_back(key);
    slots_[slot] = static_cast<std::uint32_t>(keys_.size());
    return slots_[slot] - 1;
  }

  /// How many keys there are.
  [[nodiscard]] std::size_t size() const { return keys_.size(); }

 private:
  std::vector<std::uint64_t> keys_;
  std::vector<std::uint32_t> slots_;  ///< one more than a key's number; 0: free
};

}  // namespace pith::score

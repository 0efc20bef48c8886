#pragma once

// Boosted trees of core/score/forest.h in little code: a row walks down each tree.

#include <cstdint>
#include <span>
#include <vector>

namespace pith::score {

class Trees {
 public:
  /// @param bytes trees, one behind the other; not copied
  explicit Trees(std::span<const std::uint8_t> bytes) : bytes_(bytes), sizes_(bytes.size() / kNode) {
    for (std::size_t node = sizes_.size(); node-- > 0;) {
      sizes_[node] = 1;
      if (bytes_[node * kNode] == kLeaf) continue;
      sizes_[node] += sizes_[node + 1];
      sizes_[node] += sizes_[node + sizes_[node]];
    }
  }

  /// The sum of the leaves that a row comes to.
  /// @param from the node to begin at, a tree's first; set to the one behind the last tree asked
  /// @param trees at most so many
  [[nodiscard]] std::int32_t Sum(const std::uint8_t* row, std::size_t& from, std::size_t trees) const {
    std::int32_t sum = 0;
    for (; trees > 0 && from < sizes_.size(); --trees) {
      std::size_t node = from;
      while (bytes_[node * kNode] != kLeaf) {
        const std::size_t left = node + 1;
        node = row[bytes_[node * kNode]] < bytes_[node * kNode + 1] ? left : left + sizes_[left];
      }
      sum += static_cast<std::int8_t>(bytes_[node * kNode + 1]);
      from += sizes_[from];
    }
    return sum;
  }

 private:
  static constexpr std::uint8_t kLeaf = 255;
  static constexpr std::size_t kNode = 2;  // bytes

  std::span<const std::uint8_t> bytes_;
  std::vector<std::uint8_t> sizes_;  ///< by node, of the subtree that it begins; a tree has at most 255
};

}  // namespace pith::score

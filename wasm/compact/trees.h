#pragma once

// Boosted trees of core/score/forest.h in little code: a row walks down each tree, and finds a right child by reading over the left one.

#include <cstdint>
#include <span>

namespace pith::score {

inline constexpr std::uint8_t kLeaf = 255;
inline constexpr std::size_t kNode = 2;  // bytes

/// One past the tree that begins at a node.
inline const std::uint8_t* EndOfTree(const std::uint8_t* node) {
  for (std::size_t open = 1; open > 0; node += kNode) *node == kLeaf ? --open : ++open;
  return node;
}

/// The sum of the leaves that a row comes to.
inline std::int32_t SumOf(std::span<const std::uint8_t> trees, const std::uint8_t* row) {
  std::int32_t sum = 0;
  for (const std::uint8_t* node = trees.data(); node != trees.data() + trees.size();) {
    const std::uint8_t* const end = EndOfTree(node);
    while (*node != kLeaf) node = row[*node] < node[1] ? node + kNode : EndOfTree(node + kNode);
    sum += static_cast<std::int8_t>(node[1]);
    node = end;
  }
  return sum;
}

}  // namespace pith::score

#pragma once

// Boosted trees over rows of bytes, as data:
//
//   tree     nodes in pre-order, two bytes each: a split {column, threshold}, whose left child follows it and takes rows with
//            value < threshold, and whose right child follows the left one's subtree; or a leaf {255, value i8}
//
// The sums are integers, so every build predicts the same, and the same as the trainer.
// Idea: no row walks down a tree. Every split of it is asked, from the last to the first, of sixteen rows at once, and picks the value of
// its left or right child for each: as many steps whatever the rows hold, none of which has to be foreseen.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace pith::score {

class Forest {
 public:
  /// Takes one tree off the front of `bytes`.
  /// @param columns of a row
  /// @return false where no tree for such rows stands there
  [[nodiscard]] bool Add(std::span<const std::uint8_t>& bytes, std::size_t columns);

  [[nodiscard]] std::size_t size() const { return trees_.size(); }

  /// Adds to each row's sum the values of its leaves in the trees [first, end).
  void Sum(std::size_t first, std::size_t end, std::span<const std::uint8_t* const> rows, std::span<std::int32_t> sums) const;

 private:
  /// Nodes are numbered in pre-order within their tree, so the left child of a split is the next one.
  struct Split {
    std::uint8_t node, right, column, threshold;
  };
  struct Leaf {
    std::uint8_t node;
    std::int8_t value;
  };
  struct Tree {
    std::uint32_t splits, leaves;  ///< where its own end in splits_ and leaves_
  };

  std::vector<Split> splits_;  ///< of each tree from the last to the first: children before their parents
  std::vector<Leaf> leaves_;
  std::vector<Tree> trees_;
  std::size_t columns_ = 0;
};

}  // namespace pith::score

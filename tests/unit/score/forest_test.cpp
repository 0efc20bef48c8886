#include "core/score/forest.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace pith::score {
namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::size_t kColumns = 7;

/// A random tree in the form of the data.
void Grow(std::mt19937& random, int depth, Bytes& tree) {
  if (depth == 0 || random() % 4 == 0) {
    tree.push_back(255);
    tree.push_back(static_cast<std::uint8_t>(random()));
    return;
  }
  tree.push_back(static_cast<std::uint8_t>(random() % kColumns));
  tree.push_back(static_cast<std::uint8_t>(random()));
  Grow(random, depth - 1, tree);
  Grow(random, depth - 1, tree);
}

/// Where the node behind a subtree begins.
std::size_t Behind(const Bytes& tree, std::size_t at) { return tree[at] == 255 ? at + 2 : Behind(tree, Behind(tree, at + 2)); }

/// What the format says, in so many words: one row down one tree.
int ValueOf(const Bytes& tree, const std::uint8_t* row) {
  std::size_t at = 0;
  while (tree[at] != 255) at = row[tree[at]] < tree[at + 1] ? at + 2 : Behind(tree, at + 2);
  return static_cast<std::int8_t>(tree[at + 1]);
}

TEST(Forest, SumsWhatEveryRowFindsInEachTree) {
  std::mt19937 random(7);
  std::vector<Bytes> trees(300);
  Forest forest;
  for (Bytes& tree : trees) {
    Grow(random, 6, tree);
    std::span<const std::uint8_t> bytes(tree);
    ASSERT_TRUE(forest.Add(bytes, kColumns));
    ASSERT_TRUE(bytes.empty());
  }
  for (const std::size_t count : {0, 1, 15, 16, 17, 128, 300}) {
    Bytes values(count * kColumns);
    for (std::uint8_t& value : values) value = static_cast<std::uint8_t>(random());
    std::vector<const std::uint8_t*> rows;
    for (std::size_t row = 0; row < count; ++row) rows.push_back(&values[row * kColumns]);
    std::vector<std::int32_t> sums(count, 5);
    forest.Sum(1, 299, rows, sums);
    for (std::size_t row = 0; row < count; ++row) {
      int wanted = 5;
      for (std::size_t tree = 1; tree < 299; ++tree) wanted += ValueOf(trees[tree], rows[row]);
      EXPECT_EQ(sums[row], wanted) << "row " << row << " of " << count;
    }
  }
}

TEST(Forest, SumsTheLargestValuesOfManyTrees) {
  const Bytes leaf = {255, 127};
  Forest forest;
  for (int tree = 0; tree < 600; ++tree) {
    std::span<const std::uint8_t> bytes(leaf);
    ASSERT_TRUE(forest.Add(bytes, kColumns));
  }
  const Bytes row(kColumns);
  const std::uint8_t* rows[] = {row.data()};
  std::int32_t sum[] = {0};
  forest.Sum(0, 600, rows, sum);
  EXPECT_EQ(sum[0], 600 * 127);
}

TEST(Forest, RefusesATreeWithMoreNodesThanAByteCounts) {
  Bytes tree;
  for (int split = 0; split < 130; ++split) tree.insert(tree.end(), {0, 1, 255, 0});
  tree.insert(tree.end(), {255, 0});
  std::span<const std::uint8_t> bytes(tree);
  EXPECT_FALSE(Forest().Add(bytes, kColumns));
}

}  // namespace
}  // namespace pith::score

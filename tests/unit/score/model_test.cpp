#include "core/score/model.h"

#include <gtest/gtest.h>

#include <vector>

#include "core/score/features.h"
#include "core/score/logistic.h"

namespace pith::score {
namespace {

using Bytes = std::vector<std::uint8_t>;

/// A model of so many trees, all alike.
Bytes ModelOf(std::uint16_t trees, const Bytes& tree) {
  Bytes bytes = {'P', 'M', '5', static_cast<std::uint8_t>(trees & 255), static_cast<std::uint8_t>(trees >> 8)};
  for (std::uint16_t i = 0; i < trees; ++i) bytes.insert(bytes.end(), tree.begin(), tree.end());
  return bytes;
}

std::vector<std::uint8_t> RowWith(std::uint8_t first, std::uint8_t second) {
  std::vector<std::uint8_t> row(kFeatures);
  row[0] = first;
  row[1] = second;
  return row;
}

std::int32_t Predicted(const Model& model, const std::vector<std::uint8_t>& row) { return model.Predict(row.data(), 1).front(); }

// row[0] < 10 ? (row[1] < 5 ? 1 : 2) : -3
const Bytes kTree = {0, 10, 1, 5, 255, 1, 255, 2, 255, 253};

TEST(Model, SumsTheLeafOfEachTree) {
  const Bytes bytes = ModelOf(3, kTree);
  const Model model(bytes);
  ASSERT_TRUE(model.Valid());
  EXPECT_EQ(Predicted(model, RowWith(9, 4)), 3);
  EXPECT_EQ(Predicted(model, RowWith(9, 5)), 6);
  EXPECT_EQ(Predicted(model, RowWith(10, 0)), -9);
}

TEST(Model, StopsWhereTheFirstTreesLeaveNoHope) {
  const Bytes bytes = ModelOf(200, {255, 256 - 20});
  const Model model(bytes);
  ASSERT_TRUE(model.Valid());
  EXPECT_EQ(Predicted(model, RowWith(0, 0)), -20 * static_cast<std::int32_t>(Model::kGlanceTrees) * Model::kPercent / 100);
  const Bytes doubtful = ModelOf(200, {255, 256 - 2});
  EXPECT_EQ(Predicted(Model(doubtful), RowWith(0, 0)), -400);
}

TEST(Model, RefusesWhatIsNoModel) {
  EXPECT_FALSE(Model({}).Valid());
  Bytes whole = ModelOf(2, kTree);
  for (std::size_t size = 0; size < whole.size(); ++size) EXPECT_FALSE(Model(std::span(whole).first(size)).Valid()) << size;
  whole.push_back(0);
  EXPECT_FALSE(Model(whole).Valid()) << "bytes behind it";
  EXPECT_FALSE(Model(ModelOf(1, {254, 1, 255, 0, 255, 0})).Valid()) << "a feature that there is not";
}

TEST(Model, ShipsOneThatThisBuildReads) {
  EXPECT_TRUE(Model::Shipped().Valid());
  EXPECT_EQ(Probability(0), 32768);
  EXPECT_LT(Probability(-2560), 10);
  EXPECT_GT(Probability(2560), 65525);
}

}  // namespace
}  // namespace pith::score

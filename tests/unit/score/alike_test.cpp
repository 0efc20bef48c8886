#include "core/score/alike.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pith::score {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::Gt;
using ::testing::Lt;

std::vector<std::uint16_t> Drawn(const std::vector<std::uint32_t>& groups, std::vector<std::uint16_t> probabilities) {
  DrawAlikeTogether(groups, probabilities);
  return probabilities;
}

TEST(Alike, AreDrawnTowardsTheirMean) {
  EXPECT_THAT(Drawn({0, 0, 0, 1}, {30000, 20000, 31000, 60000}), ElementsAre(AllOf(Gt(27000), Lt(30000)), AllOf(Gt(20000), Lt(27000)), AllOf(Gt(27000), Lt(31000)), 60000));
}

TEST(Alike, StayAsTheyAreWhereTheyAreFewOrDiffer) {
  EXPECT_THAT(Drawn({0, 0}, {30000, 20000}), ElementsAre(30000, 20000));
  EXPECT_THAT(Drawn({0, 0, 0, 0}, {65000, 64000, 900, 65000}), ElementsAre(65000, 64000, 900, 65000)) << "paragraphs with promotion among them";
}

TEST(Alike, StayWithinBounds) {
  EXPECT_THAT(Drawn({0, 0, 0}, {0, 0, 0}), ElementsAre(0, 0, 0));
  EXPECT_THAT(Drawn({0, 0, 0}, {65535, 65535, 65535}), ElementsAre(65535, 65535, 65535));
  EXPECT_THAT(Drawn({}, {}), ElementsAre());
}

}  // namespace
}  // namespace pith::score

#include "core/score/token_set.h"

#include <gtest/gtest.h>

namespace pith::score {
namespace {

TEST(TokenSet, CountsTheTokensThatAreInIt) {
  const TokenSet set({7, 3, 7, 500'000});
  EXPECT_EQ(set.size(), 3U);
  EXPECT_EQ(set.CountIn({3, 3, 4, 500'000}), 3);
}

TEST(TokenSet, TellsTokensApartThatShareABit) {
  const TokenSet set({1});
  EXPECT_EQ(set.CountIn({1 + 8192, 1 + 2 * 8192}), 0);
}

TEST(TokenSet, MayBeEmpty) { EXPECT_EQ(TokenSet({}).CountIn({0, 1}), 0); }

}  // namespace
}  // namespace pith::score

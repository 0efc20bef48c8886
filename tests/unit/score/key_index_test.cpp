#include "core/score/key_index.h"

#include <gtest/gtest.h>

namespace pith::score {
namespace {

TEST(KeyIndex, NumbersKeysInTheOrderInWhichTheyCome) {
  KeyIndex index(3);
  EXPECT_EQ(index.Of(700), 0U);
  EXPECT_EQ(index.Of(5), 1U);
  EXPECT_EQ(index.Of(700), 0U);
  EXPECT_EQ(index.Of(0), 2U);
  EXPECT_EQ(index.Of(0), 2U);
  EXPECT_EQ(index.size(), 3U);
}

TEST(KeyIndex, TellsKeysApartThatShareASlot) {
  constexpr std::uint64_t kKeys = 100'000;
  KeyIndex index(kKeys);
  for (std::uint64_t key = 0; key < kKeys; ++key) EXPECT_EQ(index.Of(key << 40), key);
  for (std::uint64_t key = 0; key < kKeys; ++key) EXPECT_EQ(index.Of(key << 40), key);
}

}  // namespace
}  // namespace pith::score

#include "core/metadata/word_hashes.h"

#include <gtest/gtest.h>

namespace pith::metadata {
namespace {

constexpr WordHashes<4> kWords = {{0, 0, 1, 255}, {1, 65535, 0, 65535}, {7, 0, 255, 3}};

TEST(WordHashes, FindsTheMeaningOfEachAndNothingElse) {
  EXPECT_EQ(kWords.Find(1), 7);
  EXPECT_EQ(kWords.Find(65535), 0);
  EXPECT_EQ(kWords.Find(65536), 255);
  EXPECT_EQ(kWords.Find(0xFFFFFF), 3);
  for (const std::uint32_t hash : {0U, 2U, 65534U, 65537U, 0xFFFFFEU}) EXPECT_EQ(kWords.Find(hash), -1) << hash;
}

}  // namespace
}  // namespace pith::metadata

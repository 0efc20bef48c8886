#include "core/unicode/word_index.h"

#include <gtest/gtest.h>

#include <string>

namespace pith::unicode {
namespace {

enum class Meaning : std::uint8_t { kNone, kPage, kAdvert, kLong = 255 };
struct Entry {
  std::string_view word;
  Meaning value;
};
constexpr Entry kTable[] = {{"about", Meaning::kPage}, {"ad", Meaning::kAdvert}, {"ads", Meaning::kNone}, {"twenty-four-bytes-a-word", Meaning::kLong}};
constexpr WordIndex<kTable> kIndex;

TEST(WordIndex, FindsEachWordInAnyCase) {
  for (const Entry& entry : kTable) EXPECT_EQ(kIndex.Find(entry.word), entry.value);
  EXPECT_EQ(kIndex.Find("AdS"), Meaning::kNone);
}

TEST(WordIndex, FindsNothingElse) {
  for (const std::string_view word : {"", "a", "adss", "abouT ", "twenty-four-bytes-a-word!", "\xC3\xA4"}) EXPECT_EQ(kIndex.Find(word), std::nullopt) << word;
  EXPECT_EQ(kIndex.Find(std::string(1000, 'a')), std::nullopt);
}

}  // namespace
}  // namespace pith::unicode

#include "core/unicode/word_index.h"

#include <gtest/gtest.h>

#include <string>

namespace pith::unicode {
namespace {

struct Entry {
  std::string_view word;
};
constexpr Entry kTable[] = {{"about"}, {"ad"}, {"ads"}, {"twenty-four-bytes-a-word"}};
constexpr auto kWordOf = [](const Entry& entry) { return entry.word; };
constexpr WordIndex<std::size(kTable)> kIndex(kTable, kWordOf);

TEST(WordIndex, FindsEachWordInAnyCase) {
  for (const Entry& entry : kTable) EXPECT_EQ(kIndex.Find(kTable, kWordOf, entry.word), &entry);
  EXPECT_EQ(kIndex.Find(kTable, kWordOf, "AdS"), &kTable[2]);
}

TEST(WordIndex, FindsNothingElse) {
  for (const std::string_view word : {"", "a", "adss", "abouT ", "twenty-four-bytes-a-word!", "\xC3\xA4"}) EXPECT_EQ(kIndex.Find(kTable, kWordOf, word), nullptr) << word;
  EXPECT_EQ(kIndex.Find(kTable, kWordOf, std::string(1000, 'a')), nullptr);
}

}  // namespace
}  // namespace pith::unicode

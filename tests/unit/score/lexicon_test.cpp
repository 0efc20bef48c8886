#include "core/score/lexicon.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>

namespace pith::score {
namespace {

std::uint16_t KeyOf(const char* word) { return Lexicon::KeyOf(phrases::Cut(word, 1).front()); }

/// Entries for words with their weights.
std::vector<std::uint8_t> EntriesOf(std::vector<std::pair<const char*, int>> words) {
  std::sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return KeyOf(a.first) < KeyOf(b.first); });
  std::vector<std::uint8_t> entries;
  for (const auto& [word, weight] : words) {
    entries.push_back(static_cast<std::uint8_t>(KeyOf(word) & 255));
    entries.push_back(static_cast<std::uint8_t>(KeyOf(word) >> 8));
    entries.push_back(static_cast<std::uint8_t>(weight));
  }
  return entries;
}

TEST(Lexicon, TellsMeanAndLowestOfTheWordsItKnows) {
  const std::vector<std::uint8_t> entries = EntriesOf({{"cart", -90}, {"however", 60}, {"sitemap", -120}});
  const Wording wording = Lexicon(entries).Of(phrases::Cut("However, the Cart was empty", 48), 5);
  EXPECT_EQ(wording.mean, 128 - 15);
  EXPECT_EQ(wording.lowest, 128 - 90);
}

TEST(Lexicon, SaysNothingOfUnknownWordsLongBlocksAndWithoutEntries) {
  const std::vector<std::uint8_t> entries = EntriesOf({{"cart", -90}});
  EXPECT_EQ(Lexicon(entries).Of(phrases::Cut("nothing of it", 48), 3).mean, 128);
  EXPECT_EQ(Lexicon(entries).Of(phrases::Cut("cart", 48), Lexicon::kLongestBlock + 1).lowest, 128);
  EXPECT_EQ(Lexicon().Of(phrases::Cut("cart", 48), 1).mean, 128);
}

TEST(Lexicon, ReadsNoMoreThanTheFirstWords) {
  const std::vector<std::uint8_t> entries = EntriesOf({{"cart", -90}});
  EXPECT_EQ(Lexicon(entries).Of(phrases::Cut("a b c d e f g h i j cart", 48), 11).mean, 128);
}

}  // namespace
}  // namespace pith::score

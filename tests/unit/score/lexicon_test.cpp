#include "core/score/lexicon.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <span>
#include <utility>

namespace pith::score {
namespace {

std::uint16_t KeyOf(const char* word) { return Lexicon::KeyOf(phrases::Cut(word, 1).front()); }

/// A lexicon of words with their weights.
Lexicon LexiconOf(std::vector<std::pair<const char*, int>> words) {
  std::sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return KeyOf(a.first) < KeyOf(b.first); });
  std::vector<std::uint8_t> data;
  unsigned last = 0;
  for (const auto& [word, weight] : words) {
    for (; KeyOf(word) - last >= 255; last += 255) data.push_back(255);
    data.push_back(static_cast<std::uint8_t>(KeyOf(word) - last));
    last = KeyOf(word);
  }
  for (const auto& [word, weight] : words) data.push_back(static_cast<std::uint8_t>(weight));
  data.push_back(7);  // what follows is not its own
  const Lexicon lexicon(data, words.size());
  EXPECT_EQ(lexicon.DataSize(), data.size() - 1);
  EXPECT_EQ(Lexicon(std::span(data).first(data.size() - 2), words.size()).DataSize(), 0U) << "cut short";
  return lexicon;
}

TEST(Lexicon, TellsMeanAndLowestOfTheWordsItKnows) {
  const Lexicon lexicon = LexiconOf({{"cart", -90}, {"however", 60}, {"sitemap", -120}});
  const Wording wording = lexicon.Of(phrases::Cut("However, the Cart was empty", 48), 5);
  EXPECT_EQ(wording.mean, 128 - 15);
  EXPECT_EQ(wording.lowest, 128 - 90);
}

TEST(Lexicon, SaysNothingOfUnknownWordsLongBlocksAndWithoutEntries) {
  const Lexicon lexicon = LexiconOf({{"cart", -90}});
  EXPECT_EQ(lexicon.Of(phrases::Cut("nothing of it", 48), 3).mean, 128);
  EXPECT_EQ(lexicon.Of(phrases::Cut("cart", 48), Lexicon::kLongestBlock + 1).lowest, 128);
  EXPECT_EQ(Lexicon().Of(phrases::Cut("cart", 48), 1).mean, 128);
}

TEST(Lexicon, ReadsNoMoreThanTheFirstWords) {
  const Lexicon lexicon = LexiconOf({{"cart", -90}});
  EXPECT_EQ(lexicon.Of(phrases::Cut("a b c d e f g h i j cart", 48), 11).mean, 128);
}

}  // namespace
}  // namespace pith::score

#include "core/unicode/word_list.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace pith::unicode {
namespace {

constexpr WordList kList("\002by\007by jane\003von\005\xC3\xA4" "nne");

TEST(WordList, GivesItsWordsInOrder) {
  std::vector<std::string> words;
  for (const std::string_view word : kList) words.emplace_back(word);
  EXPECT_EQ(words, (std::vector<std::string>{"by", "by jane", "von", "\xC3\xA4" "nne"}));
}

TEST(WordList, HasItsWordsAndNothingElse) {
  for (const std::string_view word : kList) EXPECT_TRUE(kList.Has(word)) << word;
  for (const std::string_view word : {"", "b", "bys", "jane", "a", "w", "\xC3", "\xFF"}) EXPECT_FALSE(kList.Has(word)) << word;
}

}  // namespace
}  // namespace pith::unicode

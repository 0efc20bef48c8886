#include "core/select/age.h"

#include <gtest/gtest.h>

#include <string>

namespace pith::select {
namespace {

TEST(AgeOf, KnowsPhrasesOfEveryPack) {
  for (const char* line : {"4 hours ago", "yesterday", "vor 35 Min.", "hace 2 días", "3小时前", "4 часа назад", "- 4 hours ago"}) {
    EXPECT_EQ(AgeOf(line), Age::kWhole) << line;
  }
}

TEST(AgeOf, LooksAtBothEdgesOfALine) {
  for (const char* line :
       {"Council backs new bridge - 4 hours ago", "Council backs new bridge (yesterday)", "2 days ago Council backs new bridge", "新しい橋を承認 3時間前"}) {
    EXPECT_EQ(AgeOf(line), Age::kEdge) << line;
  }
  EXPECT_EQ(AgeOf("The council had 4 hours ago backed the bridge"), Age::kNone) << "inside";
}

TEST(AgeOf, KnowsDatesAndTimesOfDayInFigures) {
  for (const char* line :
       {"18:05 Council backs new bridge", "Council backs new bridge | 12.05.2026", "12 May 2026 – Council backs new bridge", "نقل الجسر ١٢/٥/٢٠٢٦"}) {
    EXPECT_EQ(AgeOf(line), Age::kDate) << line;
  }
  for (const char* line : {"Prices rise by 2.1 per cent", "Room 12", "Council backs bridge for 1,200 people", "", " "})
    EXPECT_EQ(AgeOf(line), Age::kNone) << line;
}

TEST(AgeOf, ReadsNoEndOfWhatIsCutOff) {
  const std::string words = [] {
    std::string many;
    for (int i = 0; i < 100; ++i) many += "word ";
    return many;
  }();
  EXPECT_EQ(AgeOf(words + "4 hours ago"), Age::kNone);
  EXPECT_EQ(AgeOf("4 hours ago " + words), Age::kEdge);
}

}  // namespace
}  // namespace pith::select

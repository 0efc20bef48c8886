#include "core/select/age.h"

#include <gtest/gtest.h>

#include <string>

namespace pith::select {
namespace {

TEST(AgeOf, KnowsPhrasesOfEveryPack) {
  for (const char* line : {"4 hours ago", "yesterday", "Yesterday at 9:40 pm", "vor 35 Min.", "hace 2 días", "3小时前", "4 часа назад", "- 4 hours ago"})
    EXPECT_EQ(AgeOf(line), Age::kWhole) << line;
}

TEST(AgeOf, LooksAtTheEndOfALine) {
  for (const char* line : {"Council backs new bridge - 4 hours ago", "Council backs new bridge (yesterday)", "新しい橋を承認 3時間前", "สภาเมืองสนับสนุนสะพานใหม่ - 4 ชั่วโมงที่แล้ว"})
    EXPECT_EQ(AgeOf(line), Age::kEnd) << line;
  EXPECT_EQ(AgeOf("The council had 4 hours ago backed the bridge"), Age::kNone) << "inside";
}

TEST(AgeOf, WantsAFigureOrASignAtTheStartOfALine) {
  for (const char* line : {"2 days ago Council backs new bridge", "Yesterday: Council backs new bridge", "(yesterday) Council backs new bridge",
                           "hier – Le conseil soutient le pont"}) {
    EXPECT_EQ(AgeOf(line), Age::kStart) << line;
  }
  for (const char* line : {"Yesterday the boats came in", "Hier steht die alte Brücke am Hafen.", "Last week we drew up the plans"})
    EXPECT_EQ(AgeOf(line), Age::kNone) << line;
}

TEST(AgeOf, KnowsDatesAndTimesOfDayInFigures) {
  for (const char* line : {"18:05 Council backs new bridge", "Council backs new bridge | 12.05.2026", "12 May 2026 – Council backs new bridge",
                           "Council backs new bridge, May 12, 2026", "Council backs new bridge 12/05/26", "2026-05-12 Council backs new bridge",
                           "5月12日 新しい橋を承認", "نقل الجسر ١٢/٥/٢٠٢٦", "สภาเมืองสนับสนุนสะพานใหม่ 24 เม.ย. 2565"}) {
    EXPECT_EQ(AgeOf(line), Age::kDate) << line;
  }
  for (const char* line : {"Prices rise by 2.1 per cent", "Room 12", "Council backs bridge for 1,250,000 people", "Leeds 2–1 York", "1/2 cup of flour",
                           "Version 1.2.3 mends the clock", "Call 030 1234567", "1998–2010", "Bridge of 2010", "", " "}) {
    EXPECT_EQ(AgeOf(line), Age::kNone) << line;
  }
}

TEST(AgeOf, ReadsNoEndOfWhatIsCutOff) {
  const std::string words = [] {
    std::string many;
    for (int i = 0; i < 200; ++i) many += "word ";
    return many;
  }();
  EXPECT_EQ(AgeOf(words + "4 hours ago"), Age::kNone);
  EXPECT_EQ(AgeOf("4 hours ago " + words), Age::kStart);
}

}  // namespace
}  // namespace pith::select

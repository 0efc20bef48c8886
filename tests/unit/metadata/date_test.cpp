#include "core/metadata/date.h"

#include <gtest/gtest.h>

namespace pith::metadata {
namespace {

std::string Only(std::string_view line, DayOrder order = DayOrder::kUnknown) {
  const std::vector<FoundDate> found = DatesIn(line, order);
  return found.size() == 1 ? found.front().iso : "found " + std::to_string(found.size());
}

TEST(Date, KeepsThePrecisionAndTheZoneOfMachineReadableDates) {
  EXPECT_EQ(IsoOf("2031-04-17T06:30:00+01:00", DayOrder::kUnknown), "2031-04-17T06:30:00+01:00");
  EXPECT_EQ(IsoOf("2031-04-17T06:30:00.120Z", DayOrder::kUnknown), "2031-04-17T06:30:00.120Z");
  EXPECT_EQ(IsoOf("2031-04-17 06:30:00 +0000", DayOrder::kUnknown), "2031-04-17T06:30:00+00:00");
  EXPECT_EQ(IsoOf("2031-04-17T06:30-0330", DayOrder::kUnknown), "2031-04-17T06:30-03:30");
  EXPECT_EQ(IsoOf("2031-04-17", DayOrder::kUnknown), "2031-04-17");
  EXPECT_EQ(IsoOf("2031-4-7", DayOrder::kUnknown), "2031-04-07");
  EXPECT_EQ(IsoOf("20310417", DayOrder::kUnknown), "2031-04-17");
  EXPECT_EQ(IsoOf("2031-04", DayOrder::kUnknown), "2031-04");
  EXPECT_EQ(IsoOf("April 2031", DayOrder::kUnknown), "2031-04");
  EXPECT_EQ(IsoOf("2031", DayOrder::kUnknown), "2031");
}

TEST(Date, ReadsMailTimesAndTimestamps) {
  EXPECT_EQ(IsoOf("Thu, 17 Apr 2031 06:30:05 GMT", DayOrder::kUnknown), "2031-04-17T06:30:05Z");
  EXPECT_EQ(IsoOf("1934180205", DayOrder::kUnknown), "2031-04-17T08:16:45Z");
  EXPECT_EQ(IsoOf("951782400000", DayOrder::kUnknown), "");
  EXPECT_EQ(IsoOf("0951782400", DayOrder::kUnknown), "2000-02-29T00:00:00Z");
}

TEST(Date, RefusesWhatIsNone) {
  for (const std::string_view text : {"", "soon", "2031-13-01", "2031-02-32", "2031-02-29", "2100-02-29", "0000-00-00", "1970-01-01T00:00:00Z", "12:30",
                                      "3 hours ago", "{{ date }}", "99999999"}) {
    EXPECT_EQ(IsoOf(text, DayOrder::kDayFirst), "") << text;
  }
}

TEST(Date, ReadsWhatPeopleWriteInManyLanguages) {
  for (const std::string_view line :
       {"April 17, 2031", "Apr. 17th, 2031", "17 April 2031", "Thursday, 17th of April, 2031", "17. April 2031", "17 avril 2031", "17 de abril de 2031", "17 aprile 2031", "17 april 2031",
        "17 kwietnia 2031", "17. dubna 2031", "17 aprilie 2031", "17 Nisan 2031", "17 April 2031", "17 апреля 2031 г.", "17 квітня 2031 року", "17 Απριλίου 2031", "17 أبريل 2031", "١٧ أبريل ٢٠٣١",
        "17 آوریل 2031", "17 באפריל 2031", "17 अप्रैल 2031", "१७ अप्रैल २०३१", "১৭ এপ্রিল ২০৩১", "17 เมษายน 2574", "2031年4月17日", "2031年04月17日 星期四", "2031년 4월 17일", "17 tháng 4 năm 2031",
        "2031. április 17.", "17 huhtikuuta 2031", "17 april 2031", "2031/04/17", "2031.04.17", "17.04.2031", "17-04-2031", "17-Apr-2031"}) {
    EXPECT_EQ(Only(line), "2031-04-17") << line;
  }
}

TEST(Date, ReadsTheTimeBehindTheDay) {
  EXPECT_EQ(Only("on Thursday April 17, 2031 @08:05PM"), "2031-04-17T20:05");
  EXPECT_EQ(Only("April 17, 2031 at 12:05 a.m. EDT"), "2031-04-17T00:05-04:00");
  EXPECT_EQ(Only("17.04.2031, 06:30 Uhr"), "2031-04-17T06:30");
  EXPECT_EQ(Only("April 17, 2031 | 5 min read"), "2031-04-17");
}

TEST(Date, OrdersDayAndMonthAsTheLanguageDoes) {
  EXPECT_EQ(Only("4/5/2031", DayOrderOf("en-US")), "2031-04-05");
  EXPECT_EQ(Only("4/5/2031", DayOrderOf("en")), "2031-04-05");
  EXPECT_EQ(Only("4/5/2031", DayOrderOf("en-GB")), "2031-05-04");
  EXPECT_EQ(Only("4/5/2031", DayOrderOf("fr")), "2031-05-04");
  EXPECT_EQ(Only("4/5/2031", DayOrderOf("")), "found 0");
  EXPECT_EQ(Only("17/4/2031", DayOrderOf("")), "2031-04-17");
}

TEST(Date, TellsUpdatesFromPublishing) {
  const std::vector<FoundDate> found = DatesIn("Published April 17, 2031 | Updated: April 19, 2031", DayOrder::kUnknown);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_TRUE(found[0].published && !found[0].updated);
  EXPECT_TRUE(found[1].updated && !found[1].published);
  EXPECT_EQ(found[1].raw, "April 19, 2031");
}

TEST(Date, ReadsOnlyWholeDaysInLines) {
  EXPECT_EQ(Only("In April 2031 nothing happened"), "found 0");
  EXPECT_EQ(Only("10 11 2031"), "found 0");
  EXPECT_EQ(Only("Part 3 of 12, 2031 words"), "found 0");
}

TEST(Date, IsReadFromThePathOfAnAddress) {
  EXPECT_EQ(DateInPath("https://example.org/2031/04/17/gulls"), "2031-04-17");
  EXPECT_EQ(DateInPath("https://example.org/news/2031-04-17-gulls.html"), "2031-04-17");
  EXPECT_EQ(DateInPath("https://example.org/2031/04/gulls"), "");
  EXPECT_EQ(DateInPath("https://example.org/?d=2031/04/17"), "");
  EXPECT_EQ(DateInPath(""), "");
}

TEST(Date, SurvivesAnything) {
  for (const std::string_view text : {"\xFF\xFE", "2031-", "-", "April", "17 April", "2031-04-17T", "2031-04-17T99:99", "1/1/1/1/1/1", "99999999999999999999999999"}) {
    (void)IsoOf(text, DayOrder::kUnknown);
    (void)DatesIn(text, DayOrder::kMonthFirst);
  }
  EXPECT_EQ(IsoOf("2031-04-17T99:99", DayOrder::kUnknown), "2031-04-17");
}

}  // namespace
}  // namespace pith::metadata

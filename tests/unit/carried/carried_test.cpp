#include "core/carried/carried.h"

#include <gtest/gtest.h>

#include <string>

namespace pith::carried {
namespace {

const std::string kParagraph = "The gulls came back to the pier in the morning, and nobody in the town had seen them come.";

TEST(ArticleBody, IsTheLongestOfAllScripts) {
  EXPECT_EQ(ArticleBody({R"({"@type":"Article","articleBody":"short"})", R"(<!-- [{"@graph":[{"articleBody":"longer text"}]}])"}), "longer text");
  EXPECT_EQ(ArticleBody({R"({"articleBody":7})", "no JSON", ""}), "");
}

TEST(TextInData, IsTheProseOfTheRecordThatHasTheTitle) {
  const std::string data = R"({"labels":{"title":"Consent","a":")" + kParagraph + kParagraph + R"("},"page":{"related":[{"title":"Bakers","body":")" + kParagraph +
                           R"("}],"post":{"title":"Gulls &amp; piers","id":"x","body":"<p>)" + kParagraph + "</p><p>" + kParagraph + R"(</p>"}}})";
  EXPECT_EQ(TextInData({data}, "Gulls &amp; Piers"), "<p>" + kParagraph + "</p><p>" + kParagraph + "</p>\n");
  EXPECT_EQ(TextInData({data}, "Somebody else"), "");
  EXPECT_EQ(TextInData({data}, ""), "");
}

TEST(TextInData, JoinsPiecesUnderTheSameKeyInTheirOrder) {
  const std::string data = R"({"headline":"Gulls","blocks":[{"kind":"heading","value":"On the pier"},{"kind":"text","value":")" + kParagraph + R"("},{"kind":"text","value":")" + kParagraph +
                           R"("},{"kind":"text","value":"Nobody saw it leave, and nobody who lives there had fed it or would say who did."}],"footer":"A line."})";
  EXPECT_EQ(TextInData({data}, "Gulls"), "On the pier\n" + kParagraph + "\nNobody saw it leave, and nobody who lives there had fed it or would say who did.\n") << "and what is said twice once";
}

TEST(TextInData, TakesNoPiecesOfASiteForAnArticle) {
  const std::string data = R"({"title":"Gulls","parts":[{"text":"Size and fit"},{"text":"#272521"},{"text":"For indoor use only, or for a porch"},{"text":")" + kParagraph + R"("}]})";
  EXPECT_EQ(TextInData({data}, "Gulls"), "");
}

TEST(TextInData, TakesNoCodeForProse) {
  EXPECT_EQ(TextInData({R"({"title":"Gulls","state":"aGVsbG8gd29ybGQsIHRoaXMgaXMgYmFzZTY0IGFuZCBub3QgYSBzZW50ZW5jZS4uLi4uLi4uLi4uLi4uLi4="})"}, "Gulls"), "");
}

TEST(IsMarkup, IsToldByTags) {
  EXPECT_TRUE(IsMarkup("<p>a</p>"));
  EXPECT_TRUE(IsMarkup("a<br>b"));
  EXPECT_FALSE(IsMarkup("a < b and c <3 d"));
  EXPECT_FALSE(IsMarkup(""));
}

}  // namespace
}  // namespace pith::carried

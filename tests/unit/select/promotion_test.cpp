#include "core/select/promotion.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "unit/select/article.h"
#include "unit/support/pages.h"

namespace pith::select {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;

/// A page of long paragraphs and, behind them, a line. All are kept; the model is sure of the paragraphs, not of the line.
Marks Appeals(const std::vector<std::uint8_t>& of_paragraphs, const std::string& line, std::uint8_t of_line, bool english = true) {
  std::string page;
  for (std::size_t i = 0; i < of_paragraphs.size(); ++i) page += "<p>a paragraph with quite a number of words in it so that it weighs</p>";
  const parse::Document document = testing::DocumentOf(page + "<p>" + line + "</p>");
  const annotate::Blocks blocks = annotate::Annotate(document);
  score::Scores scores;
  scores.appeals = of_paragraphs;
  scores.appeals.push_back(of_line);
  scores.probabilities.assign(of_paragraphs.size(), 65000);
  scores.probabilities.push_back(30000);
  EXPECT_EQ(blocks.blocks.size(), scores.appeals.size());
  return FindAppeals(blocks, scores, 0.5F, english, Marks(scores.appeals.size(), 1));
}

const std::string kLine = "help us keep the lights on";

TEST(FindAppeals, MeasuresALineByThePagesOwnProse) {
  EXPECT_THAT(Appeals({70, 80, 75}, kLine, 125), ElementsAre(0, 0, 0, 1));
  EXPECT_THAT(Appeals({100, 110, 105}, kLine, 125), ElementsAre(0, 0, 0, 0)) << "an author who speaks to the reader, too";
  EXPECT_THAT(Appeals({70, 80, 75}, kLine, 125, false), ElementsAre(0, 0, 0, 0)) << "of other languages too few words are known";
  EXPECT_THAT(Appeals({70, 80}, kLine, 125), ElementsAre(0, 0, 0)) << "too little prose to tell";
  EXPECT_THAT(Appeals({70, 80, 75}, "keep it", 125), ElementsAre(0, 0, 0, 0)) << "too short to tell";
  EXPECT_THAT(Appeals({40, 40, 40}, kLine, 123), ElementsAre(0, 0, 0, 0)) << "whatever the page's prose is like";
}

TEST(FindAppeals, KnowsWhatAppealsByItself) {
  EXPECT_THAT(Appeals({128, 128, 128}, kLine, 160), ElementsAre(0, 0, 0, 1));
  EXPECT_THAT(Appeals({}, "subscribe", 160), ElementsAre(1));
  EXPECT_THAT(Appeals({}, "tip", 155), ElementsAre(0)) << "so few words have to say it plainly";
}

/// Blocks of a page, what the model makes of them, and which are kept.
struct Judged {
  parse::Document document;
  annotate::Blocks blocks;
  score::Scores scores;
  Marks keep;

  /// Each block is as probable as said, and kept where that is half or more.
  Judged(const std::string& page, const std::vector<float>& probabilities) : document(testing::DocumentOf(page)), blocks(annotate::Annotate(document)) {
    EXPECT_EQ(blocks.blocks.size(), probabilities.size());
    scores.SetPageType(PageType::kArticle);
    for (const float probability : probabilities) {
      scores.probabilities.push_back(static_cast<std::uint16_t>(probability * 65535.0F));
      scores.appeals.push_back(128);
      scores.hits.emplace_back();
      keep.push_back(probability >= 0.5F ? 1 : 0);
    }
  }
};

const std::string kLong = "<p>" + kParagraph + "</p>";

/// What stays of a box between paragraphs, whose blocks are as probable as said. What begins with "Sign up" is a listed phrase.
Marks Boxed(const std::string& box, std::vector<float> probabilities, PageType type = PageType::kArticle) {
  probabilities.insert(probabilities.begin(), {0.97F, 0.97F});
  probabilities.push_back(0.97F);
  Judged page("<div>" + kLong + kLong + box + kLong + "</div>", probabilities);
  page.scores.SetPageType(type);
  for (std::size_t id = 0; id < page.keep.size(); ++id)
    page.scores.hits[id].longest = page.blocks.TextOf(static_cast<annotate::BlockId>(id)).substr(0, 7) == "Sign up" ? 2 : 0;
  DropBoxes(page.document, page.blocks, page.scores, 0.45F, page.keep);
  EXPECT_EQ(page.keep[0] + page.keep[1] + page.keep.back(), 3);
  return {page.keep.begin() + 2, page.keep.end() - 1};
}

TEST(DropBoxes, DropsWhatIsLeftOfABox) {
  EXPECT_THAT(Boxed("<div><p>Sign up</p><p>Five mails, and you sleep</p></div>", {0.3F, 0.7F}), ElementsAre(0, 0));
  EXPECT_THAT(Boxed("<div><p>Sign up</p><p>Five mails, and you sleep</p></div>", {0.6F, 0.7F}), ElementsAre(1, 1)) << "nothing of it was dropped";
  EXPECT_THAT(Boxed("<div><p>Tip</p><p>Five steps, and you sleep</p></div>", {0.3F, 0.7F}), ElementsAre(0, 1)) << "no promotion was";
  EXPECT_THAT(Boxed("<div><p>Sign up</p><p>Five steps, and you sleep</p></div>", {0.3F, 0.8F}), ElementsAre(0, 1)) << "the model is sure of it";
  EXPECT_THAT(Boxed("<blockquote><p>Sign up</p><p>Five mails, and you sleep</p></blockquote>", {0.3F, 0.7F}), ElementsAre(0, 1)) << "a quotation is no box";
  EXPECT_THAT(Boxed("<div><p>Sign up</p><p>Five mails, and you sleep</p></div>", {0.3F, 0.7F}, PageType::kService), ElementsAre(0, 1))
      << "a service is all boxes";
}

TEST(DropBoxes, MustBeSurerOfABoxThatCallsToAct) {
  const std::string text = "<p>Five mails, and you sleep</p>";
  EXPECT_THAT(Boxed("<div>" + text + "<a href=\"/in\">Go on</a></div>", {0.85F, 0.2F}), ElementsAre(0, 0)) << "a link in it was dropped";
  EXPECT_THAT(Boxed("<div>" + text + "<form><input></form></div>", {0.85F}), ElementsAre(0)) << "a form";
  EXPECT_THAT(Boxed("<div>" + text + "<input></div>", {0.85F}), ElementsAre(1));
  EXPECT_THAT(Boxed("<div>" + text + "<form><input></form></div>", {0.93F}), ElementsAre(1));
}

TEST(DropBoxes, LooksBetweenParagraphsOnly) {
  Judged page("<div>" + kLong + "<div><p>Sign up</p><p>Five mails, and you sleep</p></div></div>", {0.97F, 0.3F, 0.7F});
  page.scores.hits[1].longest = 2;
  DropBoxes(page.document, page.blocks, page.scores, 0.45F, page.keep);
  EXPECT_THAT(page.keep, ElementsAre(1, 0, 1));
}

/// Whether a line of thirteen words stays that appeals so much, of which so many words are a phrase of promotion, and which is as probable as said.
bool Stays(float probability, std::uint8_t appeal, std::uint8_t listed = 0) {
  Judged page(kLong, {probability});
  page.scores.appeals = {appeal};
  page.scores.hits[0].longest = listed;
  DropAppeals(page.document, page.blocks, page.scores, 0.45F, Marks(1, appeal > 128 ? 1 : 0), page.keep);
  return page.keep[0] != 0;
}

TEST(DropAppeals, MustBeTheSurerTheMoreALineAppeals) {
  EXPECT_TRUE(Stays(0.8F, 130)) << "what the page's own prose told";
  EXPECT_FALSE(Stays(0.7F, 130));
  EXPECT_TRUE(Stays(0.8F, 155));
  EXPECT_FALSE(Stays(0.8F, 185));
  EXPECT_TRUE(Stays(0.9F, 185));
}

TEST(DropAppeals, MustBeSureOfALineThatIsHalfAPhraseOfPromotion) {
  EXPECT_FALSE(Stays(0.9F, 128, 7));
  EXPECT_TRUE(Stays(0.96F, 128, 7));
  EXPECT_TRUE(Stays(0.5F, 128, 6)) << "less than half";
}

/// What stays of an article's lines, none of which appeals.
Marks WithoutAppeals(const std::vector<std::string>& lines, float probability, std::string_view tag = "p") {
  Article article(lines, probability, tag);
  DropAppeals(article.document, article.blocks, article.scores, kThreshold, Marks(lines.size()), article.keep);
  return article.keep;
}

TEST(DropAppeals, DropsHeadlinesBehindALabel) {
  for (const char* line : {"Read also: Council backs new bridge", "READ ALSO – Council backs new bridge", "[Related] Council backs new bridge",
                           "Lesen Sie auch » Council backs new bridge", "続きを読む：新しい橋を市議会が承認", "Continue reading: Council backs new bridge"}) {
    EXPECT_THAT(WithoutAppeals({kParagraph, line, kParagraph}, 0.8F), ElementsAre(1, 0, 1)) << line;
    EXPECT_THAT(WithoutAppeals({kParagraph, line, kParagraph}, 0.98F), Each(1)) << "the model is sure of it: " << line;
  }
  EXPECT_THAT(WithoutAppeals({kParagraph, "Read also: the council has backed the new bridge.", kParagraph}, 0.8F), Each(1)) << "a statement";
  EXPECT_THAT(WithoutAppeals({kParagraph, "The mayor: read also what the council says", kParagraph}, 0.8F), Each(1)) << "no label";
  EXPECT_THAT(WithoutAppeals({kParagraph, "Read also: Council backs new bridge", kParagraph}, 0.8F, "li"), Each(1)) << "entries stand with their likes";
  for (const char* line : {"Contact: Anna Holm, town hall, room four", "Register: at the town hall until the end of March",
                           "Share: a part of a company that can be bought", "Next: the state decides about the money"}) {
    EXPECT_THAT(WithoutAppeals({kParagraph, line, kParagraph}, 0.8F), Each(1)) << "a word of menus: " << line;
  }
}

}  // namespace
}  // namespace pith::select

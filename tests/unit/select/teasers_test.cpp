#include "core/select/teasers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "unit/select/article.h"

namespace pith::select {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;

const std::string kHeadline = "Council backs new bridge over the harbour";

/// What stays of an article's lines.
Marks WithoutTeasers(const std::vector<std::string>& lines, float probability, std::string_view tag = "p") {
  Article article(lines, probability, tag);
  DropTeasers(article.document, article.blocks, article.scores, kThreshold, article.keep);
  return article.keep;
}

TEST(DropTeasers, DropsHeadlinesBelowALabel) {
  EXPECT_THAT(WithoutTeasers({kParagraph, "Read also", kHeadline, kHeadline, "Two words", kHeadline}, 0.6F), ElementsAre(1, 1, 0, 0, 1, 1))
      << "the label is another rule's";
  EXPECT_THAT(WithoutTeasers({kParagraph, "Read also", kHeadline}, 0.8F), Each(1)) << "the model is sure of it";
  EXPECT_THAT(WithoutTeasers({kParagraph, "Read also", kHeadline + ".", kHeadline}, 0.6F), Each(1)) << "statements are the article's, and what follows them";
  EXPECT_THAT(WithoutTeasers({kParagraph, "Read also", kHeadline}, 0.6F, "h2"), Each(1)) << "a heading";
  EXPECT_THAT(WithoutTeasers({kParagraph, "อ่านเพิ่มเติม", "งานฉลองสะพานจะจัดขึ้นในเดือนพฤศจิกายน"}, 0.6F), Each(1)) << "Thai, which marks no end of a sentence";
}

TEST(DropTeasers, LeavesWhatAnAuthorSaysBelowALabel) {
  EXPECT_THAT(WithoutTeasers({kParagraph, "Read also: Council backs new bridge", "What the engineers found"}, 0.6F), Each(1)) << "a label with its headline";
  EXPECT_THAT(WithoutTeasers({kParagraph, "Read also", "What the council has to decide in spring:", kHeadline}, 0.6F), Each(1)) << "a list begins";
  EXPECT_THAT(WithoutTeasers({kParagraph, "Read also", "The mayor said: “They have backed the bridge.”", kHeadline}, 0.6F), Each(1)) << "a statement in quotes";
  EXPECT_THAT(WithoutTeasers({kParagraph, "Read also", kHeadline, kHeadline, kHeadline, kHeadline, kHeadline, kHeadline, kHeadline}, 0.6F),
              ElementsAre(1, 1, 0, 0, 0, 0, 0, 0, 1))
      << "six at most";
}

TEST(DropTeasers, DropsTheLinksRightBelowALabelThatWent) {
  const std::string link = "<a href=/bridge>" + kHeadline + "</a>";
  Article article({kParagraph, "More on this topic", link, link, kHeadline + ": the council", link}, 0.9F);
  article.keep[1] = 0;
  DropTeasers(article.document, article.blocks, article.scores, kThreshold, article.keep);
  EXPECT_THAT(article.keep, ElementsAre(1, 0, 0, 0, 1, 1)) << "however sure the model is";
  EXPECT_THAT(WithoutTeasers({kParagraph, "More on this topic", link}, 0.9F), Each(1)) << "the label stayed";
}

TEST(DropTeasers, DropsLinesThatAreLinks) {
  const std::string link = "<a href=/bridge>" + kHeadline + "</a>";
  EXPECT_THAT(WithoutTeasers({kParagraph, link, kParagraph}, 0.8F), ElementsAre(1, 0, 1));
  EXPECT_THAT(WithoutTeasers({kParagraph, link, kParagraph}, 0.9F), Each(1)) << "the model is sure of it";
  EXPECT_THAT(WithoutTeasers({kParagraph, kHeadline + " " + link, kParagraph}, 0.8F), Each(1)) << "not all of it is";
  EXPECT_THAT(WithoutTeasers({kParagraph, "<a href=/bridge>" + kHeadline + ".</a>", kParagraph}, 0.8F), Each(1)) << "a statement";
  EXPECT_THAT(WithoutTeasers({kParagraph, "The council's own papers:", link, link}, 0.8F), Each(1)) << "an author's";
  for (const char* tag : {"li", "h3"}) EXPECT_THAT(WithoutTeasers({kParagraph, link, kParagraph}, 0.8F, tag), Each(1)) << tag;
  EXPECT_THAT(WithoutTeasers({kParagraph, link, link, link}, 0.8F), Each(1)) << "a page of links";
  Article precise({kParagraph, link, kParagraph}, 0.99F);
  DropTeasers(precise.document, precise.blocks, precise.scores, 0.9F, precise.keep);
  EXPECT_THAT(precise.keep, Each(1)) << "no model is surer than that, as high as Mode::kPrecision sets the threshold";
}

TEST(DropTeasers, LeavesPagesThatAreNoArticles) {
  Article article({kParagraph, "Read also", kHeadline, "<a href=/bridge>" + kHeadline + "</a>"}, 0.5F);
  article.scores.SetPageType(PageType::kListing);
  DropTeasers(article.document, article.blocks, article.scores, kThreshold, article.keep);
  EXPECT_THAT(article.keep, Each(1));
}

}  // namespace
}  // namespace pith::select

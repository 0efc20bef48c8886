#include "core/select/repair.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "unit/support/pages.h"

namespace pith::select {
namespace {

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
}

}  // namespace
}  // namespace pith::select

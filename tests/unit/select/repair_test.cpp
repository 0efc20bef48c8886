#include "core/select/repair.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "unit/select/article.h"

namespace pith::select {
namespace {

using ::testing::ElementsAre;

constexpr std::uint8_t kAuthors = 100, kNeutral = 130, kAppealing = 150;  // how much lines appeal

/// What is kept of paragraphs that are built alike, where the model is sure of the first and others are as probable as said; "-" is a line that is no
/// prose, of another group.
std::vector<int> Filled(const std::vector<std::string>& lines, float probability, std::uint8_t appeal = kAuthors) {
  Article article(lines, probability);
  article.scores.groups.assign(lines.size(), 1);
  article.scores.appeals.assign(lines.size(), appeal);
  for (annotate::BlockId id = 0; id < lines.size(); ++id) {
    article.keep[id] = lines[id] == kParagraph;
    if (lines[id] == "-") article.scores.groups[id] = 2;
  }
  FillProse(article.blocks, article.scores, kThreshold, Marks(lines.size()), article.keep);
  return {article.keep.begin(), article.keep.end()};
}

const std::string kDoubted = "The pilot of the ferry waited for the water, and nobody on the quay could tell her when it would be right for them.";

TEST(FillProse, KeepsDoubtedParagraphsNearKeptOnes) {
  EXPECT_THAT(Filled({kParagraph, "-", kDoubted}, 0.2F), ElementsAre(1, 0, 1));
  EXPECT_THAT(Filled({kDoubted, "-", kParagraph}, 0.2F), ElementsAre(1, 0, 1));
  EXPECT_THAT(Filled({kParagraph, "-", kDoubted}, 0.1F), ElementsAre(1, 0, 0)) << "denied";
  EXPECT_THAT(Filled({kParagraph, "-", kDoubted}, 0.17F, kAppealing), ElementsAre(1, 0, 0));
}

TEST(FillProse, GoesOnFromParagraphToParagraphWhereTheyReadLikeAnAuthors) {
  const std::vector<std::string> far = {kParagraph, "-", "-", "-", "-", "-", kDoubted, "-", "-", "-", kDoubted};
  EXPECT_THAT(Filled(far, 0.2F), ElementsAre(1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1));
  EXPECT_THAT(Filled(far, 0.2F, kNeutral), ElementsAre(1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0)) << "next to what is kept alone";
  const std::vector<std::string> further = {kParagraph, "-", "-", "-", "-", "-", "-", "-", kDoubted};
  EXPECT_THAT(Filled(further, 0.2F), ElementsAre(1, 0, 0, 0, 0, 0, 0, 0, 1));
  EXPECT_THAT(Filled(further, 0.2F, kNeutral), ElementsAre(1, 0, 0, 0, 0, 0, 0, 0, 0));
}

}  // namespace
}  // namespace pith::select

#include "core/select/headlines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "unit/support/pages.h"

namespace pith::select {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;

const std::string kParagraph = "a paragraph with quite a number of words in it so that it weighs";
const std::string kHeadline = "Saborska oporba traži ostavku župana", kAge = "prije 4 sata", kYesterday = "jučer";

/// What stays of an article's lines, all kept before; the model is sure of paragraphs, and thinks the others as probable as said.
Marks Kept(const std::vector<std::string>& lines, float probability = 0.6F) {
  std::string page;
  for (const std::string& line : lines) page += "<p>" + line + "</p>";
  const parse::Document document = testing::DocumentOf(page);
  const annotate::Blocks blocks = annotate::Annotate(document);
  EXPECT_EQ(blocks.blocks.size(), lines.size());
  score::Scores scores;
  scores.page_type.type = PageType::kArticle;
  scores.hits.resize(lines.size());
  for (const std::string& line : lines) scores.probabilities.push_back(static_cast<std::uint16_t>((line == kParagraph ? 0.97F : probability) * 65535.0F));
  Marks keep(lines.size(), 1);
  DropAged(blocks, scores, 0.45F, keep);
  return keep;
}

/// What stays of lines behind a paragraph.
Marks Behind(std::vector<std::string> lines, float probability = 0.6F) {
  lines.insert(lines.begin(), kParagraph);
  const Marks keep = Kept(lines, probability);
  EXPECT_EQ(keep[0], 1);
  return {keep.begin() + 1, keep.end()};
}

TEST(DropAged, DropsHeadlinesWithTheirAgesInWhateverLanguage) {
  EXPECT_THAT(Behind({kHeadline, kAge, kHeadline, kYesterday, kHeadline, kAge}), Each(0));
  EXPECT_THAT(Behind({kHeadline, "৪ টা", kHeadline, "৫ টা", kHeadline, "৬ টা"}), Each(0)) << "figures of any script";
  EXPECT_THAT(Behind({kHeadline, kAge, kHeadline, kAge}), Each(1)) << "two are no list";
  EXPECT_THAT(Behind({kHeadline, kYesterday, kHeadline, kYesterday, kHeadline, kAge}), Each(1)) << "most have no figure";
  EXPECT_THAT(Behind({kHeadline, kAge, kHeadline, kAge, kHeadline, kAge}, 0.8F), Each(1)) << "the model is sure of them";
  EXPECT_THAT(Behind({"Onions", "200 g", "Salt", "2 g", "Flour", "20 g"}), Each(1)) << "too short for headlines";
}

TEST(DropAged, SparesSentences) {
  EXPECT_THAT(Behind({kHeadline + ".", kAge, kHeadline + ".", kAge, kHeadline + ".", kAge}), Each(1));
  EXPECT_THAT(Behind({"पुल की जाँच इंजीनियर करेंगे।", kAge, kHeadline, kAge, kHeadline, kAge, kHeadline, kAge}), ElementsAre(1, 1, 0, 0, 0, 0, 0, 0))
      << "the article's last one";
}

TEST(DropAged, LeavesAPageWithoutSureProse) { EXPECT_THAT(Kept({kHeadline, kAge, kHeadline, kAge, kHeadline, kAge}), Each(1)); }

TEST(DropAged, LooksBehindTheLastProse) { EXPECT_THAT(Kept({kHeadline, kAge, kHeadline, kAge, kHeadline, kAge, kParagraph}), Each(1)); }

}  // namespace
}  // namespace pith::select

#pragma once

// Articles for tests of what selection drops: lines, and how sure the model is of them.

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/annotate/annotate.h"
#include "core/phrases/phrases.h"
#include "core/score/appeal.h"
#include "core/score/score.h"
#include "core/select/selection.h"
#include "unit/support/pages.h"

namespace pith::select {

inline const std::string kParagraph = "a paragraph with quite a number of words in it so that it weighs";
constexpr float kThreshold = 0.45F;

/// An article of lines in elements of one tag ("li", "li><p"); the model is sure of paragraphs, and thinks the others as probable as said.
struct Article {
  parse::Document document;
  annotate::Blocks blocks;
  score::Scores scores;
  Marks keep;  ///< all

  Article(const std::vector<std::string>& lines, float probability, std::string_view tag = "p") : keep(lines.size(), 1) {
    std::string page;
    for (const std::string& line : lines) page += "<" + std::string(tag) + ">" + line + "</" + std::string(tag) + ">";
    document = testing::DocumentOf(page);
    blocks = annotate::Annotate(document);
    EXPECT_EQ(blocks.blocks.size(), lines.size());
    scores.SetPageType(PageType::kArticle);
    for (const std::string& line : lines) {
      scores.hits.push_back(phrases::Match(phrases::Cut(line, 80)));
      scores.probabilities.push_back(static_cast<std::uint16_t>((line == kParagraph ? 0.97F : probability) * 65535.0F));
      scores.appeals.push_back(score::Appeal::kNeutral);
    }
  }
};

}  // namespace pith::select

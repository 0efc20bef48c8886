#include "core/select/stamps.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "unit/select/article.h"

namespace pith::select {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;

const std::string kStamp = "Güncellendi: 3 Eyl 2021, Cuma 12:05";

/// What stays of an article's lines.
Marks WithoutStamps(const std::vector<std::string>& lines, float probability = 0.6F, std::string_view tag = "p") {
  Article article(lines, probability, tag);
  DropStamps(article.document, article.blocks, article.scores, kThreshold, article.keep);
  return article.keep;
}

TEST(DropStamps, DropsLinesWithADateAndATimeAboveAndBelow) {
  for (const char* line : {"Update 3 Sep 2021, 12:05", "2024.06.17. 20:12, frissítve: 21:40", "ปรับปรุง: 17 มิ.ย. 2567 20:12",
                           "2021年9月3日 格林尼治标准时间 12:05 更新", "Upd: 03.03.2024 | 11:45", "Updated: April 24, 2022, 3:26 AM"}) {
    EXPECT_THAT(WithoutStamps({line, kParagraph, kParagraph, line}), ElementsAre(0, 1, 1, 0)) << line;
  }
}

TEST(DropStamps, LeavesWhatAnAuthorSays) {
  EXPECT_THAT(WithoutStamps({kParagraph, kStamp, kParagraph}), Each(1)) << "between paragraphs";
  EXPECT_THAT(WithoutStamps({kStamp, kParagraph}, 0.8F), Each(1)) << "the model is sure of it";
  EXPECT_THAT(WithoutStamps({kParagraph, kStamp}, 0.6F, "li"), Each(1)) << "a programme";
  EXPECT_THAT(WithoutStamps({kStamp, kParagraph}, 0.6F, "h2"), Each(1)) << "a heading";
  EXPECT_THAT(WithoutStamps({kParagraph, kStamp, kStamp, kStamp}), Each(1)) << "a programme, too";
  EXPECT_THAT(WithoutStamps({kParagraph, "The boat sails on 3 May 2027 at 12:05."}), Each(1)) << "a statement";
  EXPECT_THAT(WithoutStamps({kParagraph, "Council, 3 May 2027"}), Each(1)) << "no time of day";
  EXPECT_THAT(WithoutStamps({kParagraph, "Doors open at 18:05"}), Each(1)) << "no date";
}

}  // namespace
}  // namespace pith::select

#include "core/score/records.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "unit/support/pages.h"

namespace pith::score {
namespace {

struct Found {
  parse::Document document;
  annotate::Blocks blocks;
  Records records;
};

Found RecordsOf(std::string_view page) {
  Found found;
  found.document = testing::DocumentOf(page);
  found.blocks = annotate::Annotate(found.document);
  const std::vector<std::uint32_t> none(found.blocks.blocks.size() + 1);
  std::vector<std::uint32_t> images = {0};
  for (const annotate::Block& block : found.blocks.blocks) images.push_back(images.back() + block.images);
  found.records = FindRecords(found.document, found.blocks, {none, images, none, none});
  return found;
}

TEST(Records, AreThreeChildrenOfOneTagAndClass) {
  const Found found = RecordsOf("<div><div class=card>one two <img src=a></div><div class=card>three</div><div class=other>x</div><div class=card>four</div></div>");
  ASSERT_NE(found.records.largest, Records::kNone);
  const RecordRun& run = found.records.runs[found.records.largest];
  EXPECT_EQ(run.records, 3U);
  EXPECT_EQ(run.words, 4U);
  EXPECT_EQ(run.with_image, 1U);
  EXPECT_EQ(std::count(found.records.run_of.begin(), found.records.run_of.end(), found.records.largest), 3);
}

TEST(Records, AreNotTwoNorChildrenOfDifferentParents) {
  EXPECT_EQ(RecordsOf("<div><p>one</p><p>two</p></div><section><p>three</p></section>").records.largest, Records::kNone);
  EXPECT_EQ(RecordsOf("").records.largest, Records::kNone);
}

}  // namespace
}  // namespace pith::score

#include "core/select/whole_lists.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "unit/support/pages.h"

namespace pith::select {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;

/// By block, whether it stands in a list all of which is marked; those with a "!" are.
std::vector<bool> InWholeLists(const std::string& page, std::uint32_t button = 0) {
  const parse::Document document = testing::DocumentOf(page);
  const annotate::Blocks blocks = annotate::Annotate(document);
  Marks marks;
  for (const annotate::Block& block : blocks.blocks) marks.push_back(blocks.TextOf(block).find('!') != std::string_view::npos);
  WholeLists lists(document, blocks, marks, button);
  std::vector<bool> in;
  for (annotate::BlockId id = 0; id < marks.size(); ++id) in.push_back(lists.Has(id));
  return in;
}

TEST(WholeLists, HaveNoOtherEntries) {
  EXPECT_THAT(InWholeLists("<p>Join!</p><ul><li>Join!</li><li>Now!</li></ul><ul><li>Join!</li><li>Wait</li></ul>"),
              ElementsAre(false, true, true, false, false));
  EXPECT_THAT(InWholeLists("<ul><li>Join!</li><li><img src=a></li></ul>"), Each(true)) << "a picture says nothing";
  EXPECT_THAT(InWholeLists("<ul><li>Join!</li><li>Now!<ul><li>Wait</li></ul></li></ul>"), Each(false)) << "of the lists around it, the outermost";
}

TEST(WholeLists, MayHaveButtons) {
  EXPECT_THAT(InWholeLists("<ul><li>Join us now, all of you!</li><li>Log in</li></ul>", 2), Each(true));
  EXPECT_THAT(InWholeLists("<ul><li>Join us now, all of you!</li><li>Log in here</li></ul>", 2), Each(false));
  EXPECT_THAT(InWholeLists("<ul><li>Join us now!</li><li>Log in</li></ul>", 2), Each(false)) << "two words of five";
  EXPECT_THAT(InWholeLists("<ul><li>Join us now, all of you!</li><li>Log in</li></ul>"), Each(false));
}

TEST(WholeLists, AreOfNoOtherKind) {
  for (const char* page : {"<ol><li>Join!</li></ol>", "<dl><dd>Join!</dd></dl>", "<ol><li><ul><li>Join!</li></ul></li></ol>",
                           "<table><tr><td><ul><li>Join!</li></ul></td></tr></table>"}) {
    EXPECT_THAT(InWholeLists(page), Each(false)) << page;
  }
}

}  // namespace
}  // namespace pith::select

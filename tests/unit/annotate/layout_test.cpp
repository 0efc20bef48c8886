#include "core/annotate/layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/annotate/annotate.h"
#include "unit/support/pages.h"

namespace pith::annotate {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> Lines(std::string_view html) {
  parse::Document document = testing::DocumentOf(html);
  LayOut(document);
  const Blocks blocks = Annotate(document);
  std::vector<std::string> lines;
  for (const Block& block : blocks.blocks) lines.emplace_back(blocks.TextOf(block));
  return lines;
}

TEST(LayOut, PartsCustomElementsThatStandByThemselves) {
  EXPECT_THAT(Lines("<x-story><x-title>A</x-title><x-para>B <b>c</b></x-para><x-para>D</x-para></x-story>"), ElementsAre("A", "B c", "D"));
  EXPECT_THAT(Lines("<div><x-a>A</x-a><p>B</p><x-a>C</x-a></div>"), ElementsAre("A", "B", "C"));
  EXPECT_THAT(Lines("<div><img src=i><x-a>A</x-a><x-a>B</x-a></div>"), ElementsAre("", "A", "B"));
}

TEST(LayOut, LeavesCustomElementsInLinesOfText) {
  EXPECT_THAT(Lines("<p><x-a>A</x-a><x-a>B</x-a></p>"), ElementsAre("AB")) << "a paragraph holds no blocks";
  EXPECT_THAT(Lines("<div>text <x-a>A</x-a><x-a>B</x-a></div>"), ElementsAre("text AB"));
  EXPECT_THAT(Lines("<div><a href=/>link</a><x-a>A</x-a></div>"), ElementsAre("linkA"));
  EXPECT_THAT(Lines("<h2><x-a>A</x-a><x-a>B</x-a></h2>"), ElementsAre("AB"));
  EXPECT_THAT(Lines("<ul><li><data>A</data> <data>B</data></ul>"), ElementsAre("A B")) << "no custom elements";
}

TEST(LayOut, LeavesAmpsElementsTheirNames) {
  parse::Document document = testing::DocumentOf("<div><amp-img src=i></amp-img></div>");
  LayOut(document);
  EXPECT_EQ(testing::Outline(document), "div(amp-img)");
}

TEST(LayOut, BelievesASpansOwnStyle) {
  EXPECT_THAT(Lines("<div><span style='color: red; Display: block'>A</span><span style=\"display:flex\">B</span></div>"), ElementsAre("A", "B"));
  EXPECT_THAT(Lines("<div><span style='display:inline-block'>A</span><span>B</span></div>"), ElementsAre("AB"));
}

}  // namespace
}  // namespace pith::annotate

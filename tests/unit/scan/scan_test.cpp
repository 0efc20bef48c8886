#include "core/scan/scan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "unit/support/pages.h"

namespace pith::scan {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::Outline;
using testing::OwnPages;
using testing::Repeated;

std::string Markup(std::string_view html) { return Scan(html, Limits{}).markup; }

TEST(Scan, DropsCommentsInAllTheirForms) {
  EXPECT_EQ(Markup("a<!-- x -->b"), "ab");
  EXPECT_EQ(Markup("a<!-->b"), "ab");
  EXPECT_EQ(Markup("a<!--->b"), "ab");
  EXPECT_EQ(Markup("a<!-- x --!>b"), "ab");
  EXPECT_EQ(Markup("a<!-- -- > <p> -->b"), "ab");
  EXPECT_EQ(Markup("a<!-- never closed <p>b"), "a");
}

TEST(Scan, DropsTheBodiesOfScriptsAndStyles) {
  EXPECT_EQ(Markup("<script>if (a<b) '</p>'</script>x"), "<script></script>x");
  EXPECT_EQ(Markup("<STYLE media=x>p > b {}</Style >x"), "<STYLE media=x></Style >x");
  EXPECT_EQ(Markup("<script>x"), "<script>");
}

TEST(Scan, KnowsThatAnElementOfXmlCanEndInItsStartTag) {
  EXPECT_EQ(Markup("<?xml version='1.0'?><title/><script src='x'/><p>a"), "<?xml version='1.0'?><p>a");
  EXPECT_EQ(Markup("<?xml version='1.0'?><script>a</script><p>b"), "<?xml version='1.0'?><script></script><p>b");
  EXPECT_EQ(Markup("<script src='x'/><p>a"), "<script src='x'/>") << "in HTML the slash means nothing";
}

TEST(Scan, LeavesACommentWhereWhatItPartsWouldJoin) {
  for (const std::string page : {"a &copy<!-- x -->;", "&<!-- x -->amp;", "&#<!-- x -->65;", "<<!-- x -->b>", "\r<!-- x -->\n"}) EXPECT_EQ(Markup(page), page);
  EXPECT_EQ(Markup("copy<!-- x -->; & <!-- y -->amp"), "copy; & amp");
}

TEST(Scan, KnowsThatNothingBeginsInADeclarationOrABogusComment) {
  for (const std::string page : {"<!x <script>a", "<?x <script>a", "<!doctype <style>a"}) EXPECT_EQ(Markup(page), page);
  EXPECT_EQ(Markup("<!x><script>a"), "<!x><script>");
}

TEST(Scan, LeavesOutNothingBehindPlaintextButCountsOn) {
  const std::string page = "<plaintext><script>a</script><!-- b -->";
  EXPECT_EQ(Markup(page), page);
  Limits limits;
  limits.nodes = 3;
  EXPECT_THAT(Scan("<plaintext><p>a<p>b<p>c<p>d", limits).warnings, ElementsAre("nodes-limit"));
}

TEST(Scan, FollowsTheEscapedStatesOfScripts) {
  EXPECT_EQ(Markup("<script><!-- <script> </script> --></script>x"), "<script></script>x");
  EXPECT_EQ(Markup("<script><!-- </script>x"), "<script></script>x") << "escaped once, the end tag counts";
  EXPECT_EQ(Markup("<script><!--><script></script>x"), "<script></script>x") << "`<!-->` closes at once";
  EXPECT_EQ(Markup("<script></scripted></script>x"), "<script></script>x");
}

TEST(Scan, KeepsTheTextOfTitlesAndTextAreasButCountsNoTagsInThem) {
  Limits limits;
  limits.nodes = 2;
  const Scanned scanned = Scan("<title><b><b><b></title>x", limits);
  EXPECT_EQ(scanned.markup, "<title><b><b><b></title>x");
  EXPECT_THAT(scanned.warnings, IsEmpty());
}

TEST(Scan, KnowsThatQuotedValuesMayHoldAnything) {
  const std::string page = "<p title='>' data-x=\"<script>\">a</p><p title=a>b";
  EXPECT_EQ(Markup(page), page);
}

TEST(Scan, KeepsJsonLdAside) {
  const std::string page = "<script type='application/ld+json'>{\"a\":1}</script><script>var b;</script><script type=\"APPLICATION/LD+JSON\">[2]</script>";
  EXPECT_THAT(Scan(page, Limits{}).json_ld, ElementsAre("{\"a\":1}", "[2]"));
}

TEST(Scan, LeavesOutTagsThatNestTooDeepAndKeepsTheirText) {
  Limits limits;
  limits.depth = 3;
  const Scanned scanned = Scan("<div><div><div><div>deep</div></div></div></div>after", limits);
  EXPECT_EQ(scanned.markup, "<div><div><div>deep</div></div></div>after");
  EXPECT_THAT(scanned.warnings, ElementsAre("depth-limit"));
}

TEST(Scan, CountsNoElementsThatCloseThemselves) {
  Limits limits;
  limits.depth = 3;
  EXPECT_THAT(Scan(Repeated("<p>a<br><img src=x><li>b", 50), limits).warnings, IsEmpty());
}

TEST(Scan, CountsWhatTheParserKeepsOpenThoughAnEndTagSeemsToCloseIt) {
  Limits limits;
  limits.depth = 20;
  for (const std::string piece : {"<b><div></b>", "<form><div></form>", "<span><div></span>", "<div><table><td></div>", "<div><object></div>", "<div><select></div><input>",
                                  "<select><input><div></select>", "<select><input><optgroup></select>", "<x-a><y-b></z-c>", "<a><object>", "<rt>", "<optgroup>"}) {
    SCOPED_TRACE(piece);
    const parse::Document document = parse::Parse(Scan(Repeated(piece, 500), limits).markup);
    std::uint32_t deepest = 0;
    for (const parse::Node& node : document.nodes) deepest = std::max<std::uint32_t>(deepest, node.depth);
    EXPECT_LT(deepest, 90U) << "cells, rows and the like come on top of what is counted";
  }
}

TEST(Scan, CountsNoGroupsOfOptionsThatTheirSelectClosed) {
  Limits limits;
  limits.depth = 20;
  EXPECT_THAT(Scan(Repeated("<form><select><optgroup><option>a<optgroup><option>b</select></form><p>text", 50), limits).warnings, IsEmpty());
  EXPECT_THAT(Scan(Repeated("<div><select><option>a<input></div>", 50), limits).warnings, IsEmpty());
}

TEST(Scan, CutsThePageAtTheNodesLimit) {
  Limits limits;
  limits.nodes = 3;
  const Scanned scanned = Scan("<p>a<p>b<p>c<p>d", limits);
  EXPECT_EQ(scanned.markup, "<p>a<p>b<p>c");
  EXPECT_THAT(scanned.warnings, ElementsAre("nodes-limit"));
}

TEST(Scan, CutsThePageAtTheAttributesLimit) {
  Limits limits;
  limits.attributes = 3;
  const Scanned scanned = Scan("<p a b>x<p c=1>y<p d='2'>z", limits);
  EXPECT_EQ(scanned.markup, "<p a b>x<p c=1>y");
  EXPECT_THAT(scanned.warnings, ElementsAre("attributes-limit"));
}

TEST(Scan, WarnsOfATagWithMoreAttributesThanTheParserKeeps) {
  EXPECT_THAT(Scan("<p" + Repeated(" a", 256) + ">text", Limits{}).warnings, IsEmpty());
  EXPECT_THAT(Scan("<p" + Repeated(" a", 257) + ">text", Limits{}).warnings, ElementsAre("attributes-limit"));
}

TEST(Scan, WarnsOfNothingOnOrdinaryPages) {
  for (const std::string& page : OwnPages()) EXPECT_THAT(Scan(page, Limits{}).warnings, IsEmpty());
}

TEST(Scan, KeepsManyLinksThatNobodyCloses) {
  std::string page;
  for (int i = 0; i < 500; ++i) page += "<li><a href=/" + std::to_string(i) + ">item";
  const Scanned scanned = Scan("<ul>" + page, Limits{});
  EXPECT_THAT(scanned.warnings, IsEmpty()) << "a link ends the one before it";
  EXPECT_TRUE(scanned.markup == "<ul>" + page);
}

/// Blocks each of which opens formatting that nothing closes.
std::string OpenFormatting(int blocks) {
  std::string page;
  for (int i = 0; i < blocks; ++i) page += "<div><b id=" + std::to_string(i) + "></div>text ";
  return page;
}

TEST(Scan, LosesNoTextOfHundredsOfBlocksWithFormattingLeftOpen) {
  const parse::Document document = testing::DocumentOf(OpenFormatting(500));
  const std::string text = document.TextBelow(0);
  EXPECT_EQ(std::count(text.begin(), text.end(), 't'), 1000);
}

TEST(Scan, BoundsTheFormattingThatTheParserOpensAgainInEveryBlock) {
  const std::string page = OpenFormatting(10000);
  EXPECT_THAT(Scan(page, Limits{}).warnings, Contains("nodes-limit"));
  EXPECT_LT(testing::DocumentOf(page).nodes.size(), 200'000u);
}

TEST(Scan, CutsAPageWhoseUnclosedLinkWouldBeCopiedIntoEveryBlock) {
  const Scanned scanned = Scan("<p><a href='" + std::string(300'000, 'x') + "'>l" + Repeated("<p>y", 50'000), Limits{});
  EXPECT_THAT(scanned.warnings, ElementsAre("nodes-limit"));
}

TEST(Scan, MapsPositionsBackToThePage) {
  const std::string page = "<p>a<!-- gone --><script>gone</script>b<style>gone</style>c";
  const Scanned scanned = Scan(page, Limits{});
  for (const char c : {'a', 'b', 'c'}) {
    const auto in_markup = static_cast<std::uint32_t>(scanned.markup.rfind(c));
    EXPECT_EQ(page[scanned.ToInput(in_markup)], c);
  }
  EXPECT_EQ(scanned.ToInput(0), 0u);
}

TEST(Scan, IsTotalForPagesThatEndAnywhere) {
  const std::string page = "<!DOCTYPE html><p class='a' b=c d>x<!-- y --><script>z<!--<script></script>--></script><svg/><title>t</title></p  ></";
  for (std::size_t size = 0; size <= page.size(); ++size) {
    const std::string start = page.substr(0, size);
    EXPECT_LE(Markup(start).size(), start.size());
  }
}

TEST(Scan, ChangesNothingThatAReaderSees) {
  for (const std::string& page : OwnPages()) {
    SCOPED_TRACE(page.substr(0, 200));
    const auto without_code = [](const parse::Document& document) {
      std::string outline;
      for (parse::NodeId id = 0; id < document.nodes.size(); ++id) {
        const parse::Node& node = document.nodes[id];
        if (document.IsText(id)) {
          const html::Tag parent = document.nodes[node.parent].tag;
          if (parent != html::Tag::kScript && parent != html::Tag::kStyle) outline += document.TextOf(id);
        } else {
          outline += "<" + std::string(html::NameOf(node.tag)) + std::to_string(node.depth) + ">";
        }
      }
      return outline;
    };
    EXPECT_EQ(without_code(parse::Parse(Markup(page))), without_code(parse::Parse(page)));
  }
}

}  // namespace
}  // namespace pith::scan

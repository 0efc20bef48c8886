#include "core/parse/parse.h"

#include <gtest/gtest.h>

#include "unit/support/pages.h"

namespace pith::parse {
namespace {

using testing::DocumentOf;
using testing::OwnPages;
using testing::Outline;
using testing::Repeated;

void ExpectSoundTree(const Document& document) {
  ASSERT_FALSE(document.nodes.empty());
  EXPECT_EQ(document.nodes[0].tag, html::Tag::kHtml);
  EXPECT_EQ(document.nodes[0].parent, kNoNode);
  EXPECT_EQ(document.nodes[0].end, document.nodes.size());
  for (NodeId id = 1; id < document.nodes.size(); ++id) {
    const Node& node = document.nodes[id];
    ASSERT_LT(node.parent, id) << "nodes are in pre-order";
    const Node& parent = document.nodes[node.parent];
    ASSERT_EQ(parent.kind, Kind::kElement);
    ASSERT_GT(node.end, id);
    ASSERT_LE(node.end, parent.end) << "a child's extent lies in its parent's";
    ASSERT_EQ(node.depth, parent.depth + 1);
    if (document.IsText(id)) {
      ASSERT_EQ(node.end, id + 1);
      ASSERT_LE(std::size_t{node.data} + node.count, document.characters.size());
    } else {
      ASSERT_LE(std::size_t{node.data} + node.count, document.attributes.size());
    }
  }
}

TEST(Parse, GivesAPreOrderTreeWithNestedExtentsForEveryPage) {
  for (const std::string& page : OwnPages()) {
    SCOPED_TRACE(page.substr(0, 200));
    ExpectSoundTree(DocumentOf(page));
  }
}

TEST(Parse, GivesASoundTreeForTagSoup) {
  for (const std::string_view page : {"", " ", "x", "<", "</", "<!", "<a", "</p>", "<p><b><p></b>x", "<table>text<tr>more<td>cell", "<b><i></b></i>", "<select><option>a<p>b", "<frameset><frame>",
                                      "<svg><p>x</svg>", "<math><mi><p>y", "<template><td>z</template>", "<body><body lang=x><html dir=y>", "<!--", "<script>", "<textarea><p>"}) {
    SCOPED_TRACE(page);
    ExpectSoundTree(DocumentOf(page));
  }
}

TEST(Parse, KeepsTheStructureOfWellFormedMarkUp) {
  EXPECT_EQ(Outline(DocumentOf("<body><div><p>a <b>c</b></p><img src=x></div>")), R"(div(p("a " b("c")) img))");
}

TEST(Parse, ClosesParagraphsAndListItemsAsTheStandardSays) {
  EXPECT_EQ(Outline(DocumentOf("<body><p>a<p>b<ul><li>c<li>d</ul>")), R"(p("a") p("b") ul(li("c") li("d")))");
}

TEST(Parse, NeverShowsEventHandlersToAnyStage) {
  const Document document = DocumentOf("<body onload=go()><p onclick='x' ONMOUSEOVER=y id=p on=z>t<img src=x onerror=alert(1)><svg onload=1>");
  for (const Attribute& attribute : document.attributes) EXPECT_NE(document.At(attribute.name).substr(0, 2), "on");
  EXPECT_EQ(document.AttributeOf(document.First(html::Tag::kP), "id"), "p");
}

TEST(Parse, DecodesEntitiesInTextAndAttributes) {
  const Document document = DocumentOf("<body><p title='a &amp; b &quot;c&quot; &#x41;'>&lt;&eacute;&nbsp;&#8364;&notit;</p>");
  const NodeId paragraph = document.First(html::Tag::kP);
  EXPECT_EQ(document.AttributeOf(paragraph, "title"), "a & b \"c\" A");
  EXPECT_EQ(document.TextBelow(paragraph), "<é\u00A0€¬it;");
}

TEST(Parse, ReadsControlCharactersAsSpaces) {
  const Document document = DocumentOf("<p title='a\x0B\x62'>one\x0Btwo\x1Bthree\x7F\uFFFD");
  const NodeId paragraph = document.First(html::Tag::kP);
  EXPECT_EQ(document.AttributeOf(paragraph, "title"), "a b");
  EXPECT_EQ(document.TextBelow(paragraph), "one two three \uFFFD") << "a U+FFFD of the page stays";
}

TEST(Parse, KeepsTheNamesOfCustomElements) {
  const Document document = DocumentOf("<body><AMP-Img src=x></amp-img><my-card>t</my-card>");
  EXPECT_EQ(Outline(document), R"(amp-img my-card("t"))");
}

TEST(Parse, FindsAttributesByName) {
  const Document document = DocumentOf("<body><p id=a hidden data-x=''>t");
  const NodeId paragraph = document.First(html::Tag::kP);
  EXPECT_EQ(document.AttributeOf(paragraph, "id"), "a");
  EXPECT_TRUE(document.HasAttribute(paragraph, "hidden"));
  EXPECT_TRUE(document.HasAttribute(paragraph, "data-x"));
  EXPECT_FALSE(document.HasAttribute(paragraph, "class"));
  EXPECT_EQ(document.AttributeOf(paragraph, "class"), "");
  EXPECT_EQ(document.AttributeOf(paragraph + 1, "id"), "") << "a text has no attributes";
}

TEST(Parse, CountsTheDepthOfADeepPage) {
  const Document document = DocumentOf(Repeated("<div>", 200) + "deep");
  EXPECT_EQ(document.nodes.back().depth, 202);
  ExpectSoundTree(document);
}

TEST(Parse, KeepsTheFirstAttributesOfATagWithTooMany) {
  std::string tag = "<p";
  for (int i = 0; i < 1000; ++i) tag += " a" + std::to_string(i) + "=" + std::to_string(i);
  // The second tag is one that the fast path leaves to Gumbo, for its NUL.
  for (const std::string& page : {tag + ">text", tag + std::string(" \0=1>text", 9)}) {
    const Document document = Parse(page);
    const NodeId paragraph = document.First(html::Tag::kP);
    ASSERT_NE(paragraph, kNoNode);
    EXPECT_EQ(document.nodes[paragraph].count, kMostAttributes);
    EXPECT_EQ(document.AttributeOf(paragraph, "a255"), "255");
    EXPECT_FALSE(document.HasAttribute(paragraph, "a256"));
    EXPECT_EQ(document.TextBelow(paragraph), "text");
  }
}

}  // namespace
}  // namespace pith::parse

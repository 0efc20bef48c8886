#include "core/clean/clean.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "unit/support/pages.h"

namespace pith::clean {
namespace {

using testing::ArticleOf;
using testing::Repeated;

/// The article as HTML without the line breaks between blocks and without `<article>`.
std::string Html(std::string_view page, const std::vector<std::string>& removed = {}) {
  std::string html = testing::HtmlOf(page, removed);
  html.erase(std::remove(html.begin(), html.end(), '\n'), html.end());
  constexpr std::string_view kStart = "<article>", kEnd = "</article>";
  return html.substr(kStart.size(), html.size() - kStart.size() - kEnd.size());
}

TEST(Clean, MakesParagraphsOfLooseText) {
  EXPECT_EQ(Html("<div>one<div>two</div>three</div>"), "<p>one</p><p>two</p><p>three</p>");
}

TEST(Clean, PartsParagraphsAtDoubleBreaksAndLinesAtSingleOnes) {
  EXPECT_EQ(Html("<p>a<br>b<br><br>c</p>"), "<p>a<br>b</p><p>c</p>");
  EXPECT_EQ(Html("<div>a<br>b<br><br>c</div>"), "<p>a<br>b</p><p>c</p>");
}

TEST(Clean, KeepsHeadingsQuotesAndLists) {
  EXPECT_EQ(Html("<h2>h</h2><blockquote>q<p>r</p></blockquote><ul><li>a<li>b</ul>"), "<h2>h</h2><blockquote><p>q</p><p>r</p></blockquote><ul><li>a</li><li>b</li></ul>");
}

TEST(Clean, KeepsNestedListsInTheirItems) {
  EXPECT_EQ(Html("<ol start=4><li>a<ul><li>b</li></ul></li><li>c</li></ol>"), "<ol start=\"4\"><li>a<ul><li>b</li></ul></li><li>c</li></ol>");
}

TEST(Clean, GivesListsThatStandInListsAnItem) {
  EXPECT_EQ(Html("<ul><li>a</li><ul><li>b</li></ul></ul>"), "<ul><li>a</li><li><ul><li>b</li></ul></li></ul>");
}

TEST(Clean, GivesTextBetweenItemsAnItem) { EXPECT_EQ(Html("<ul>a<li>b</li><div>c</div></ul>"), "<ul><li>a</li><li>b</li><li>c</li></ul>"); }

TEST(Clean, FindsItemsThroughTransparentElements) { EXPECT_EQ(Html("<ul><div><li>a</li></div></ul><menu><li>b</li></menu>"), "<ul><li>a</li></ul><ul><li>b</li></ul>"); }

TEST(Clean, MakesParagraphsOfItemsWithoutAList) { EXPECT_EQ(Html("<div><li>a<li>b</div>"), "<p>a</p><p>b</p>"); }

TEST(Clean, KeepsSeveralParagraphsOfAnItem) {
  EXPECT_EQ(Html("<ul><li><p>a</p><p>b</p></li><li>c<br><br>d</li></ul>"), "<ul><li><p>a</p><p>b</p></li><li>c<p>d</p></li></ul>");
}

TEST(Clean, LeavesNothingOfAListWhoseItemsAllGo) { EXPECT_EQ(Html("<p>a</p><ul><li>x</li></ul><p>b</p>", {"x"}), "<p>a</p><p>b</p>"); }

TEST(Clean, KeepsDefinitionLists) {
  EXPECT_EQ(Html("<dl><div><dt>a</dt><dd>b</dd></div><dd><p>c</p><p>d</p></dd>e</dl>"), "<dl><dt>a</dt><dd>b</dd><dd><p>c</p><p>d</p></dd><dd>e</dd></dl>");
}

TEST(Clean, KeepsDataTablesWithCaptionAndSpans) {
  EXPECT_EQ(Html("<table><caption>c</caption><tr><th colspan=2>h</th></tr><tr><td rowspan=3>a</td><td>b</td></tr></table>"),
            "<table><caption>c</caption><tbody><tr><th colspan=\"2\">h</th></tr><tr><td rowspan=\"3\">a</td><td>b</td></tr></tbody></table>");
}

TEST(Clean, PutsEmptyCellsWhereCellsAreEmptyOrGo) {
  EXPECT_EQ(Html("<table><tr><th></th><th>h</th><th>x</th></tr><tr><td>a</td><td></td><td>b</td></tr><tr><td>c</td><td></td><td></td></tr></table>", {"x"}),
            "<table><tbody><tr><th></th><th>h</th><th></th></tr><tr><td>a</td><td></td><td>b</td></tr><tr><td>c</td><td></td><td></td></tr></tbody></table>");
}

TEST(Clean, UnwrapsTablesThatLayOutThePage) {
  EXPECT_EQ(Html("<table role=presentation><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"), "<p>a</p><p>b</p><p>c</p><p>d</p>");
  EXPECT_EQ(Html("<table><tr><td>a<table><tr><td>b</td></tr></table></td><td>c</td></tr><tr><td>d</td></tr></table>"), "<p>a</p><p>b</p><p>c</p><p>d</p>");
  EXPECT_EQ(Html("<table><tr><td>only</td></tr></table>"), "<p>only</p>");
}

TEST(Clean, KeepsFiguresWithTheirCaptions) {
  EXPECT_EQ(Html("<figure><a href=/big><img src=a.png alt='the  alt'></a><figcaption>c <em>d</em></figcaption></figure>"),
            "<figure><a href=\"https://example.org/big\"><img src=\"https://example.org/dir/a.png\" alt=\"the alt\"></a><figcaption>c <em>d</em></figcaption></figure>");
}

TEST(Clean, StartsWithAFigureWhereThePageDoes) {
  EXPECT_EQ(Html("<figure><img src=a.png></figure><p>text</p>"), "<figure><img src=\"https://example.org/dir/a.png\" alt=\"\"></figure><p>text</p>");
}

TEST(Clean, MakesAParagraphOfAnImageThatStandsAlone) { EXPECT_EQ(Html("<div><img src=a.png alt=b></div>"), "<p><img src=\"https://example.org/dir/a.png\" alt=\"b\"></p>"); }

TEST(Clean, LeavesNothingOfImagesWithoutAnAddress) {
  EXPECT_EQ(Html("<p>a</p><figure><img alt=x></figure><p><img src=javascript:alert(1)><img src='data:image/svg+xml,<svg onload=x>'><img src=p.gif width=1 height=1></p>"), "<p>a</p>");
}

TEST(Clean, FindsTheAddressOfLazyImages) {
  const auto source = [](std::string_view image) {
    const std::string html = Html(std::string("<p>t ") + std::string(image) + "</p>");
    const std::size_t at = html.find("src=\"");
    return at == std::string::npos ? std::string() : html.substr(at + 5, html.find('"', at + 5) - at - 5);
  };
  EXPECT_EQ(source("<img src=data:image/gif;base64,R0 data-src=b.jpg>"), "https://example.org/dir/b.jpg");
  EXPECT_EQ(source("<img data-original=/b.jpg>"), "https://example.org/b.jpg");
  EXPECT_EQ(source("<img src=s.jpg srcset='m.jpg 640w, l.jpg 1280w'>"), "https://example.org/dir/l.jpg");
  EXPECT_EQ(source("<img srcset='a,b.jpg 1x, c.jpg 1.5x'>"), "https://example.org/dir/c.jpg");
  EXPECT_EQ(source("<img src=s.jpg data-srcset='m.jpg 2x,l.jpg 3x'>"), "https://example.org/dir/l.jpg");
  EXPECT_EQ(source("<picture><source srcset='p.webp 1x, q.webp 2x'><img></picture>"), "https://example.org/dir/q.webp");
  EXPECT_EQ(source("<amp-img src=b.jpg></amp-img>"), "https://example.org/dir/b.jpg");
}

TEST(Clean, KeepsPreformattedTextAsItIs) {
  EXPECT_EQ(testing::HtmlOf("<pre><code>a  b\n\n  c</code></pre>"), "<article>\n<pre>\na  b\n\n  c</pre>\n</article>\n");
  EXPECT_EQ(testing::HtmlOf("<pre>\n\nx</pre>"), "<article>\n<pre>\n\nx</pre>\n</article>\n");
}

TEST(Clean, PartsTheLinesOfPreformattedTextThatAreElements) {
  EXPECT_EQ(testing::HtmlOf("<pre><div>a</div><div>  b</div>c<br>d</pre>"), "<article>\n<pre>\na\n  b\nc\nd</pre>\n</article>\n");
}

TEST(Clean, PutsWhiteSpaceOutsideOfMarkUp) {
  EXPECT_EQ(Html("<p> a<em> b </em>c <strong>d</strong> <a href=/e> e</a> </p>"), "<p>a <em>b</em> c <strong>d</strong> <a href=\"https://example.org/e\">e</a></p>");
}

TEST(Clean, DropsMarkUpWithoutContent) { EXPECT_EQ(Html("<p>a<em></em> <b> </b><a href=/x></a>b</p>"), "<p>a b</p>"); }

TEST(Clean, DropsEmphasisWithinTheSameEmphasis) { EXPECT_EQ(Html("<p><i>a <em>b</em> <b>c <strong>d</strong></b></i></p>"), "<p><em>a b <strong>c d</strong></em></p>"); }

TEST(Clean, NestsMarkUpThatThePageCrosses) { EXPECT_EQ(Html("<p><b>a<i>b</b>c</i>d</p>"), "<p><strong>a<em>b</em></strong><em>c</em>d</p>"); }

TEST(Clean, PutsALinkAroundBlocksIntoEach) {
  EXPECT_EQ(Html("<a href=/x><h2>a</h2><p>b <b>c</b></p></a>"),
            "<h2><a href=\"https://example.org/x\">a</a></h2><p><a href=\"https://example.org/x\">b <strong>c</strong></a></p>");
}

TEST(Clean, LeavesOutLinksThatRunCode) {
  EXPECT_EQ(Html("<p><a href='javascript:x'>a</a> <a href=' jAvA\nscript:x'>b</a> <a href='data:text/html,x'>c</a> <a href=vbscript:x>d</a> <a>e</a></p>"), "<p>a b c d e</p>");
}

TEST(Clean, KeepsNothingOfTheAttributesThatItHasNoFormFor) {
  EXPECT_EQ(Html("<p style=x class=y id=z onclick=a lang=fr>a <span style=b>c</span><abbr title='t' class=q>d</abbr></p>"), "<p>a c<abbr title=\"t\">d</abbr></p>");
}

TEST(Clean, TakesHeadingsLinksToThemselvesAway) {
  EXPECT_EQ(Html("<h2>Install<a href=#install>¶</a></h2><p>a<a href=#n>*</a></p><h3><a href=#x>Use</a></h3>"),
            "<h2>Install</h2><p>a<a href=\"#n\">*</a></p><h3><a href=\"#x\">Use</a></h3>");
}

TEST(Clean, KeepsARuleBetweenScenesThatStay) {
  EXPECT_EQ(Html("<p>a</p><hr><p>b</p>"), "<p>a</p><hr><p>b</p>");
  EXPECT_EQ(Html("<p>a</p><hr><p>x</p><hr><p>b</p>", {"x"}), "<p>a</p><p>b</p>");
  EXPECT_EQ(Html("<hr><p>a</p><hr>"), "<p>a</p>");
}

TEST(Clean, KeepsDetailsWithTheirSummary) { EXPECT_EQ(Html("<details><summary>s</summary>t</details>"), "<details><summary>s</summary><p>t</p></details>"); }

TEST(Clean, MakesOneHeadingOfAHeadingWithBlocks) { EXPECT_EQ(Html("<h2><div>a</div><p>b</p></h2>"), "<h2>a<br>b</h2>"); }

TEST(Clean, TreeExtentsNest) {
  for (const std::string& page : testing::OwnPages()) {
    const ArticleTree tree = ArticleOf(page);
    std::vector<ItemId> open;
    for (ItemId id = 0; id < tree.items.size(); ++id) {
      while (!open.empty() && id >= tree.items[open.back()].end) open.pop_back();
      ASSERT_GT(tree.items[id].end, id);
      if (!open.empty()) {
        ASSERT_LE(tree.items[id].end, tree.items[open.back()].end);
        ASSERT_FALSE(tree.IsText(open.back()));
      }
      open.push_back(id);
    }
  }
}

TEST(Clean, BoundsWhatAddressesAdd) {
  const std::string base = "https://example.org/" + std::string(1'000'000, 'y') + "/";
  const ArticleTree tree = ArticleOf(Repeated("<p><a href=x>k</a>", 20'000), {}, base);
  EXPECT_LT(tree.characters.size(), 3'000'000u);
  const ArticleTree around = ArticleOf("<a href='/" + std::string(100'000, 'z') + "'><div>" + Repeated("<div>k</div>", 20'000) + "</div></a>");
  EXPECT_LT(around.characters.size(), 3'000'000u);
}

}  // namespace
}  // namespace pith::clean

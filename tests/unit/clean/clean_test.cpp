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

TEST(Clean, MakesParagraphsOfLooseText) { EXPECT_EQ(Html("<div>one<div>two</div>three</div>"), "<p>one</p><p>two</p><p>three</p>"); }

TEST(Clean, PartsParagraphsAtDoubleBreaksAndLinesAtSingleOnes) {
  EXPECT_EQ(Html("<p>a<br>b<br><br>c</p>"), "<p>a<br>b</p><p>c</p>");
  EXPECT_EQ(Html("<div>a<br>b<br><br>c</div>"), "<p>a<br>b</p><p>c</p>");
}

TEST(Clean, KeepsHeadingsQuotesAndLists) {
  EXPECT_EQ(Html("<h2>h</h2><blockquote>q<p>r</p></blockquote><ul><li>a<li>b</ul>"),
            "<h2>h</h2><blockquote><p>q</p><p>r</p></blockquote><ul><li>a</li><li>b</li></ul>");
}

TEST(Clean, KeepsNestedListsInTheirItems) {
  EXPECT_EQ(Html("<ol start=4><li>a<ul><li>b</li></ul></li><li>c</li></ol>"), "<ol start=\"4\"><li>a<ul><li>b</li></ul></li><li>c</li></ol>");
}

TEST(Clean, PutsListsThatStandInListsIntoTheItemBefore) {
  EXPECT_EQ(Html("<ul><li>a</li><ul><li>b</li><li>c</li></ul><li>d</li></ul>"), "<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>");
  EXPECT_EQ(Html("<ol><li><p>a</p></li><ul><li>b</li></ul><ol><li>c</li></ol></ol>"), "<ol><li><p>a</p><ul><li>b</li></ul><ol><li>c</li></ol></li></ol>");
  EXPECT_EQ(Html("<ul><ul><li>a</li></ul><li>b</li></ul>"), "<ul><li><ul><li>a</li></ul></li><li>b</li></ul>") << "which there may not be";
}

TEST(Clean, PutsAnItemThatIsOnlyAListIntoTheItemBefore) {
  EXPECT_EQ(Html("<ul><li>a</li><li style=list-style:none><ul><li>b</li><li>c</li></ul></li><li>d</li></ul>"),
            "<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>");
  EXPECT_EQ(Html("<ul><li><ul><li>a</li></ul></li><li><ul><li>b</li></ul></li></ul>"), "<ul><li><ul><li>a</li></ul></li><li><ul><li>b</li></ul></li></ul>")
      << "but not where all are lists";
  EXPECT_EQ(Html("<ol><li>a</li><li><ol><li>b</li></ol></li></ol>"), "<ol><li>a</li><li><ol><li>b</li></ol></li></ol>") << "or where that one has a number";
  EXPECT_EQ(Html("<ul><li>a</li><li>x<ul><li>b</li></ul></li></ul>", {"x"}), "<ul><li>a</li><li><ul><li>b</li></ul></li></ul>") << "or had words of its own";
}

TEST(Clean, UnwrapsListsThatOnlyIndentAnother) {
  EXPECT_EQ(Html("<ul><ul><li>a</li><li>b</li></ul></ul>"), "<ul><li>a</li><li>b</li></ul>");
  EXPECT_EQ(Html("<ul><li><ol><li>a</li><li>b</li></ol></li></ul>"), "<ol><li>a</li><li>b</li></ol>");
}

TEST(Clean, GivesTextBetweenItemsAnItem) { EXPECT_EQ(Html("<ul>a<li>b</li><div>c</div></ul>"), "<ul><li>a</li><li>b</li><li>c</li></ul>"); }

TEST(Clean, FindsItemsThroughTransparentElements) {
  EXPECT_EQ(Html("<ul><div><li>a</li></div></ul><menu><li>b</li></menu>"), "<ul><li>a</li></ul><ul><li>b</li></ul>");
}

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
  const std::string inner = "<table><tbody><tr><th>b</th></tr><tr><td>c d e f</td></tr></tbody></table>";
  EXPECT_EQ(Html("<table><tr><th>a</th></tr><tr><td>" + inner + "</td></tr></table>"), "<p>a</p>" + inner);
  EXPECT_EQ(Html("<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>" + inner + "</td></tr></table>"),
            "<table><tbody><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>" + inner + "</td></tr></tbody></table>");
}

TEST(Clean, PartsACreditFromTheCaptionThatAStyleSheetPartsItFrom) {
  const auto caption = [](const std::string& text) { return Html("<figure><img src=a.png><figcaption>" + text + "</figcaption></figure>"); };
  EXPECT_NE(caption("<span>The gull.</span><span class=credit>Ann</span>").find(">The gull. Ann<"), std::string::npos);
  EXPECT_NE(caption("The gull<strong class=credit>Ann</strong>").find(">The gull <strong>Ann</strong><"), std::string::npos);
  EXPECT_NE(caption("i<b>Phone</b> e<b class=x>n</b>").find(">i<strong>Phone</strong> e<strong>n</strong><"), std::string::npos);
  EXPECT_EQ(Html("<p>The gull<span class=credit>Ann</span></p>"), "<p>The gullAnn</p>");
}

TEST(Clean, KeepsFiguresWithTheirCaptions) {
  EXPECT_EQ(Html("<figure><a href=/big><img src=a.png alt='the  alt'></a><figcaption>c <em>d</em></figcaption></figure>"),
            "<figure><a href=\"https://example.org/big\" rel=\"noopener\"><img src=\"https://example.org/dir/a.png\" alt=\"the alt\"></a><figcaption>c "
            "<em>d</em></figcaption></figure>");
}

TEST(Clean, MakesFiguresOfWhatClassesCallSo) {
  EXPECT_EQ(Html("<div class=image><img src=a.png><div class=caption><p>c</p></div></div><p>d</p>"),
            "<figure><img src=\"https://example.org/dir/a.png\" alt=\"\"><figcaption><p>c</p></figcaption></figure><p>d</p>");
  EXPECT_EQ(Html("<div class=image><img src=a.png><h2 class=caption>c</h2><p class=credit>d</p></div>"),
            "<figure><img src=\"https://example.org/dir/a.png\" alt=\"\"><figcaption>c<br>d</figcaption></figure>")
      << "with one caption";
  EXPECT_EQ(Html("<figure><figcaption>a</figcaption><img src=a.png><figcaption>b</figcaption></figure>"),
            "<figure><figcaption>a</figcaption><img src=\"https://example.org/dir/a.png\" alt=\"\"><figcaption>b</figcaption></figure>");
}

TEST(Clean, StartsWithAFigureWhereThePageDoes) {
  EXPECT_EQ(Html("<figure><img src=a.png></figure><p>text</p>"), "<figure><img src=\"https://example.org/dir/a.png\" alt=\"\"></figure><p>text</p>");
}

TEST(Clean, MakesAParagraphOfAnImageThatStandsAlone) {
  EXPECT_EQ(Html("<div><img src=a.png alt=b></div>"), "<p><img src=\"https://example.org/dir/a.png\" alt=\"b\"></p>");
}

TEST(Clean, LeavesNothingOfImagesWithoutAnAddress) {
  EXPECT_EQ(Html("<p>a</p><figure><img alt=x></figure><p><img src=javascript:alert(1)><img src='data:image/svg+xml,<svg onload=x>'><img src=p.gif width=1 "
                 "height=1></p>"),
            "<p>a</p>");
}

TEST(Clean, LeavesOutImagesThatCountVisits) {
  EXPECT_EQ(Html("<p>a <img src=b.png width=1px height=1px><img src=c.png style='width: 2px; HEIGHT:0'><img src=d.png style=display:none><img src=e.png hidden></p>"), "<p>a</p>");
  EXPECT_EQ(Html("<p>a</p><p><img src=b.png width=100% style='height:1px'></p>"), "<p>a</p><p><img src=\"https://example.org/dir/b.png\" alt=\"\"></p>");
  EXPECT_EQ(Html("<p>a</p><p><img data-src=b.png style=display:none></p>"), "<p>a</p><p><img src=\"https://example.org/dir/b.png\" alt=\"\"></p>");
}

TEST(Clean, EndsStructureAtADepthThatParsersKeep) {
  std::string open, close;
  for (int i = 0; i < 600; ++i) {
    open += "<ul><li>b";
    close += "</ul>";
  }
  const std::string html = Html(open + "a" + close);
  std::size_t lists = 0;
  for (std::size_t at = html.find("<ul>"); at != std::string::npos; at = html.find("<ul>", at + 1)) ++lists;
  EXPECT_EQ(lists, 50U);
  EXPECT_NE(html.find("a</"), std::string::npos);
}

TEST(Clean, GivesNoIdTwice) {
  EXPECT_EQ(Html("<p><a href='#x y'>a</a> <a href='#x-y'>b</a></p><p id='x y'>c</p><p id=x-y>d</p>"),
            "<p><a href=\"#pith-x-y\">a</a> <a href=\"#pith-x-y-\">b</a></p><p id=\"pith-x-y\">c</p><p id=\"pith-x-y-\">d</p>");
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
  EXPECT_EQ(source("<img src=data:image/gif;base64,R0 their-lazy-src=/b.jpg>"), "https://example.org/b.jpg") << "a loader that nobody has listed";
  EXPECT_EQ(source("<img src=/lazyload-it.png data-their-src=/b.jpg?w=9>"), "https://example.org/b.jpg?w=9") << "a placeholder that is a file";
  EXPECT_EQ(source("<img src=/blank.gif>"), "");
  EXPECT_EQ(source("<img src=/blanket.gif data-their-src=/b.jpg>"), "https://example.org/blanket.gif");
}

TEST(Clean, GivesTheSourcesOfAPictureToItsFirstImage) {
  EXPECT_EQ(Html("<p>t <picture><source srcset='p.webp 2x'><img src=a.png><img src=b.png></picture></p>"),
            "<p>t <img src=\"https://example.org/dir/p.webp\" alt=\"\"><img src=\"https://example.org/dir/b.png\" alt=\"\"></p>");
}

TEST(Clean, KeepsPreformattedTextAsItIs) {
  EXPECT_EQ(testing::HtmlOf("<pre><code>a  b\n\n  c</code></pre>"), "<article>\n<pre><code>a  b\n\n  c</code></pre>\n</article>\n");
  EXPECT_EQ(testing::HtmlOf("<pre>\n\nx</pre>"), "<article>\n<pre>\n\nx</pre>\n</article>\n");
}

TEST(Clean, PartsTheLinesOfPreformattedTextThatAreElements) {
  EXPECT_EQ(testing::HtmlOf("<pre><div>a</div><div>  b</div>c<br>d</pre>"), "<article>\n<pre>\na\n  b\nc\nd</pre>\n</article>\n");
}

TEST(Clean, PutsWhiteSpaceOutsideOfMarkUp) {
  EXPECT_EQ(Html("<p> a<em> b </em>c <strong>d</strong> <a href=/e> e</a> </p>"),
            "<p>a <em>b</em> c <strong>d</strong> <a href=\"https://example.org/e\" rel=\"noopener\">e</a></p>");
}

TEST(Clean, DropsMarkUpWithoutContent) { EXPECT_EQ(Html("<p>a<em></em> <b> </b><a href=/x></a>b</p>"), "<p>a b</p>"); }

TEST(Clean, DropsEmphasisWithinTheSameEmphasis) {
  EXPECT_EQ(Html("<p><i>a <em>b</em> <b>c <strong>d</strong></b></i></p>"), "<p><em>a b <strong>c d</strong></em></p>");
}

TEST(Clean, MakesOneEmphasisOfThoseThatFollowEachOther) {
  EXPECT_EQ(Html("<p><b>S</b><strong>un</strong> <b>set</b>, <b>a</b></p>"), "<p><strong>Sun set</strong>, <strong>a</strong></p>");
  EXPECT_EQ(Html("<p><i>a <b>b</b></i><em><b>c</b> d</em></p>"), "<p><em>a <strong>bc</strong> d</em></p>");
  EXPECT_EQ(Html("<p><b>a</b></p><p><b>b</b><br><b>c</b></p>"), "<p><strong>a</strong></p><p><strong>b</strong><br><strong>c</strong></p>") << "within a line";
  EXPECT_EQ(Html("<p><i>a</i> <i lang=fr>b</i> <i>c</i></p>"), "<p><em>a</em> <em lang=\"fr\">b</em> <em>c</em></p>") << "and a language";
  EXPECT_EQ(Html("<p><code>a</code><code>b</code> <sup>1</sup><sup>2</sup></p>"), "<p><code>a</code><code>b</code> <sup>1</sup><sup>2</sup></p>");
}

TEST(Clean, DropsEmphasisOfWhatHasNoWords) {
  EXPECT_EQ(
      Html("<p><a href=/x><b>a</b></a><b>.</b> <i>“</i>b <strong><img src=c.png></strong> <s>–</s></p>"),
      "<p><a href=\"https://example.org/x\" rel=\"noopener\"><strong>a</strong></a>. “b <img src=\"https://example.org/dir/c.png\" alt=\"\"> <del>–</del></p>");
}

TEST(Clean, LeavesOutHintsWhereALineMayBreak) {
  EXPECT_EQ(Html("<p>hy\u00ADphen zero\u200B \u200Bwidth\u200B\uFEFF, <b>w\u200Bw</b></p><p>\u200B</p>"), "<p>hyphen zero width, <strong>ww</strong></p>");
  EXPECT_EQ(Html("<p>a<br>\u200B<br>b</p>"), "<p>a</p><p>b</p>") << "a line of nothing else is empty";
  EXPECT_EQ(Html("<p>ภาษา\u200Bไทย می\u200Cخواهم 👩\u200D🚀</p>"), "<p>ภาษา\u200Bไทย می\u200Cخواهم 👩\u200D🚀</p>") << "but what parts or joins letters stays";
  EXPECT_EQ(Html("<p>a</p><pre>b\u00ADc</pre>"), "<p>a</p><pre>b\u00ADc</pre>");
}

TEST(Clean, WritesPicturesOfEmojiAsText) {
  EXPECT_EQ(Html("<p>a <img src=b.png alt='👍🏽'>, <img class='x wp-smiley' src=c.gif alt=':-)'> <img class=emoji src=d.png alt=:tada:></p>"),
            "<p>a 👍🏽, :-) :tada:</p>");
  EXPECT_EQ(Html("<p><img class=emoji alt=🎉></p>"), "<p>🎉</p>");
  const auto stays = [](std::string_view page) { return Html(page).find("<img") != std::string::npos; };
  EXPECT_TRUE(stays("<p><img src=b.png alt=🔥></p>")) << "which says something of a picture, but is not what it shows";
  EXPECT_TRUE(stays("<p>a <img src=b.png alt='Two 👍'></p>"));
  EXPECT_TRUE(stays("<p>a <img src=b.png alt=:-)></p>"));
  EXPECT_TRUE(stays("<p>a <img class=smiley src=b.png alt=Smile></p>"));
}

TEST(Clean, NestsMarkUpThatThePageCrosses) { EXPECT_EQ(Html("<p><b>a<i>b</b>c</i>d</p>"), "<p><strong>a<em>b</em></strong><em>c</em>d</p>"); }

TEST(Clean, PutsALinkAroundBlocksIntoEach) {
  EXPECT_EQ(Html("<a href=/x><h2>a</h2><p>b <b>c</b></p></a>"),
            "<h2><a href=\"https://example.org/x\" rel=\"noopener\">a</a></h2><p><a href=\"https://example.org/x\" rel=\"noopener\">b <strong>c</strong></a></p>");
}

TEST(Clean, LeavesOutLinksThatRunCode) {
  EXPECT_EQ(Html("<p><a href='javascript:x'>a</a> <a href=' jAvA\nscript:x'>b</a> <a href='data:text/html,x'>c</a> <a href=vbscript:x>d</a> <a>e</a></p>"),
            "<p>a b c d e</p>");
}

TEST(Clean, KeepsNothingOfTheAttributesThatItHasNoFormFor) {
  EXPECT_EQ(Html("<p style=x class=y id=z onclick=a data-b=c>a <span style=b>c</span><abbr title='t' class=q>d</abbr></p>"),
            "<p>a c<abbr title=\"t\">d</abbr></p>");
}

TEST(Clean, TakesHeadingsLinksToThemselvesAway) {
  EXPECT_EQ(Html("<h2>Install<a href=#install>¶</a></h2><p>a<a href=#n>*</a></p><h3><a href=#x>Use</a></h3>"),
            "<h2>Install</h2><p>a<a href=\"https://example.org/dir/page#n\" rel=\"noopener\">*</a></p><h3><a href=\"https://example.org/dir/page#x\" rel=\"noopener\">Use</a></h3>");
  EXPECT_EQ(Html("<h2><a href=#a><span>#</span></a> Install</h2><h2><a href=#b>§</a><div>Use</div></h2><h2><a href=#c>#</a></h2>"),
            "<h2>Install</h2><h2>Use</h2>");
}

TEST(Clean, KeepsARuleBetweenScenesThatStay) {
  EXPECT_EQ(Html("<p>a</p><hr><p>b</p>"), "<p>a</p><hr><p>b</p>");
  EXPECT_EQ(Html("<p>a</p><hr><p>x</p><hr><p>b</p>", {"x"}), "<p>a</p><p>b</p>");
  EXPECT_EQ(Html("<hr><p>a</p><hr>"), "<p>a</p>");
}

TEST(Clean, KeepsDetailsWithTheirSummary) { EXPECT_EQ(Html("<details><summary>s</summary>t</details>"), "<details><summary>s</summary><p>t</p></details>"); }

TEST(Clean, MakesOneHeadingOfAHeadingWithBlocks) { EXPECT_EQ(Html("<h2><div>a</div><p>b</p></h2>"), "<h2>a<br>b</h2>"); }

TEST(Clean, NamesTheLanguageOfCode) {
  EXPECT_EQ(testing::HtmlOf("<pre class='brush: js; gutter: false'>a</pre>"), "<article>\n<pre><code class=\"language-js\">a</code></pre>\n</article>\n");
  EXPECT_EQ(testing::HtmlOf("<div class='highlight-source-c++'><pre>a</pre></div>"),
            "<article>\n<pre><code class=\"language-c++\">a</code></pre>\n</article>\n");
  EXPECT_EQ(testing::HtmlOf("<pre><code class='hljs language-x\"><b>'>a</code></pre>"), "<article>\n<pre><code>a</code></pre>\n</article>\n");
  EXPECT_EQ(testing::HtmlOf("<div class='python'><pre>a</pre></div>"), "<article>\n<pre>\na</pre>\n</article>\n");
}

TEST(Clean, LeavesOutWhatLabelsABlockOfCode) {
  const std::string code = "<pre class=language-js>a</pre>", clean = "<pre><code class=\"language-js\">a</code></pre>";
  EXPECT_EQ(Html("<div><p>JS</p>" + code + "</div>"), clean);
  EXPECT_EQ(Html("<div><div><span>js</span><button>Kopieren</button></div>" + code + "</div>"), clean);
  EXPECT_EQ(Html("<div><div>js</div><button>Copy the code</button>" + code + "</div>"), clean);
  EXPECT_EQ(Html("<div><p>py</p>" + code + "<p>js</p></div>"), "<p>py</p>" + clean + "<p>js</p>");
  EXPECT_EQ(Html("<div><h3><button>Run</button></h3>" + code + "</div>"), "<h3>Run</h3>" + clean);
  EXPECT_EQ(Html("<div><h3>JS</h3>" + code + "</div>"), "<h3>JS</h3>" + clean);
  EXPECT_EQ(Html("<p>JS</p>" + code + "<p>" + Repeated("word ", 20) + "</p>").substr(0, 9), "<p>JS</p>");
}

TEST(Clean, LeavesOutButtonsWithoutWordsInHeadings) {
  EXPECT_EQ(Html("<h2>a <button>🔗</button></h2><h3>b <button>c</button></h3>"), "<h2>a</h2><h3>b<br>c</h3>");
}

TEST(Clean, LeavesOutTheNumberThatAnItemHasAnyway) {
  EXPECT_EQ(Html("<ol><li><span>1.</span><p>a</p></li><li><div>2</div>b</li><li>3<p>c</p></li></ol>"), "<ol><li><p>a</p></li><li>b</li><li><p>c</p></li></ol>");
  EXPECT_EQ(Html("<ol><li><p>2</p><p>a</p></li><li>2</li></ol><ul><li><p>1</p><p>b</p></li></ul>"),
            "<ol><li><p>2</p><p>a</p></li><li>2</li></ol><ul><li><p>1</p><p>b</p></li></ul>");
  EXPECT_EQ(Html("<ol start=3><li><p>1</p><p>a</p></li></ol>"), "<ol start=\"3\"><li><p>1</p><p>a</p></li></ol>");
  EXPECT_EQ(Html("<ol><li><p><a href=/b>1</a></p><p>a</p></li></ol>").substr(0, 11), "<ol><li><p>");
}

TEST(Clean, LeavesOutMarksThatAreLeftOver) {
  EXPECT_EQ(Html("<p>a</p><p>x</p><p>,</p><p>b</p><div>×</div><div>x</div>", {"x"}), "<p>a</p><p>b</p>");
  EXPECT_EQ(Html("<ul><li>x</li><li>|</li></ul><p>a</p><button>+</button><p>b</p>", {"x"}), "<p>a</p><p>b</p>");
  EXPECT_EQ(Html("<p>5</p><p>/</p><p>day</p><p>x</p><p>—</p><p>* * *</p><p>★★</p>", {"x"}), "<p>5</p><p>/</p><p>day</p><p>—</p><p>* * *</p><p>★★</p>");
  EXPECT_EQ(Html("<table><tr><th>x</th><th>a</th></tr><tr><td>×</td><td>b</td></tr></table>", {"x"}),
            "<table><tbody><tr><th></th><th>a</th></tr><tr><td>×</td><td>b</td></tr></tbody></table>");
}

TEST(Clean, LeavesOutWhatCannotBeSeen) {
  EXPECT_EQ(Html("<p>a</p><p>&zwj;</p><p><b>&#xE001;</b> <i>&#xF09A;</i></p><ul><li><a href=/b>&#xE002;</a></li></ul>"), "<p>a</p>");
  EXPECT_EQ(Html("<p><a href=/b>a<i>&#xE001;</i></a>.</p>"), Html("<p><a href=/b>a</a>.</p>"));
  EXPECT_EQ(Html("<p>a <i>&#xE001;</i>b &#xE001;c&zwnj;d</p><pre>&#xE001;</pre>"),
            "<p>a b \xEE\x80\x81"
            "c\xE2\x80\x8C"
            "d</p>");
}

TEST(Clean, TakesLineNumbersOffCode) {
  EXPECT_EQ(testing::HtmlOf("<table><tr><td class=gutter><pre>1\n2</pre></td><td><pre>a\nb</pre></td></tr></table>"),
            "<article>\n<pre>\na\nb</pre>\n</article>\n");
  EXPECT_EQ(testing::HtmlOf("<table><tr><td><pre>9\n10</pre></td><td><pre>a\nb</pre></td></tr></table>"), "<article>\n<pre>\na\nb</pre>\n</article>\n");
  EXPECT_EQ(testing::HtmlOf("<pre><span class=lineno>1 </span>a\n<span class=lineno>2 </span>b</pre>"), "<article>\n<pre>\na\nb</pre>\n</article>\n");
  EXPECT_EQ(testing::HtmlOf("<pre>1\n2</pre>"), "<article>\n<pre>\n1\n2</pre>\n</article>\n");  // is the code
  EXPECT_EQ(testing::HtmlOf("<pre><span class=ln>x1</span></pre>"), "<article>\n<pre>\nx1</pre>\n</article>\n");
}

TEST(Clean, KeepsTheEmptyLinesOfCodeWhoseLinesAreElements) {
  EXPECT_EQ(testing::HtmlOf("<pre><ol><li>a</li>\n<li></li>\n<li>  b</li></ol></pre>"), "<article>\n<pre>\na\n\n  b</pre>\n</article>\n");
  EXPECT_EQ(testing::HtmlOf("<pre><span class=line>  a</span><span class=line></span><span class=line>b</span></pre>"),
            "<article>\n<pre>\n  a\n\nb</pre>\n</article>\n");
  EXPECT_EQ(testing::HtmlOf("<pre><span class=line>a\n</span><span class=line>b\n</span></pre>"), "<article>\n<pre>\na\nb\n</pre>\n</article>\n");
  EXPECT_EQ(testing::HtmlOf("<pre><span>\t</span><b class=kwd>a</b></pre>"), "<article>\n<pre>\n\ta</pre>\n</article>\n");
}

TEST(Clean, LinksPlacesOfTheArticle) {
  EXPECT_EQ(Html("<p><a href=#s>a</a> <a href=/dir/page#s>b</a> <a href=#gone>c</a></p><section id=s><h2>d</h2></section>"),
            "<p><a href=\"#pith-s\">a</a> <a href=\"#pith-s\">b</a> <a href=\"https://example.org/dir/page#gone\" rel=\"noopener\">c</a></p><h2 id=\"pith-s\">d</h2>");
  EXPECT_EQ(Html("<p>a<sup id=r><a href=#n>1</a></sup></p><ol><li id=n>b <a href=#r>^</a></li></ol>"),
            "<p>a<sup id=\"pith-r\"><a href=\"#pith-n\">1</a></sup></p><ol><li id=\"pith-n\">b <a href=\"#pith-r\">^</a></li></ol>");
  EXPECT_EQ(Html("<p id=unused>a</p><p><a href=#pith-x>b</a></p><p id=pith-x>c</p>"), "<p>a</p><p><a href=\"#pith-x\">b</a></p><p id=\"pith-x\">c</p>");
}

TEST(Clean, LeadsToNothingThatWasLeftOut) {
  EXPECT_EQ(Html("<p><a href=#s>a</a></p><div id=s>x</div><p>b</p>", {"x"}), "<p><a href=\"https://example.org/dir/page#s\" rel=\"noopener\">a</a></p><p>b</p>");
}

TEST(Clean, PutsNotesFromWithinLinesAtTheEnd) {
  EXPECT_EQ(Html("<p>a<span class=sidenote>b <i>c</i></span> d</p><p>e</p>"),
            "<p>a<sup id=\"pith-note-ref-1\"><a href=\"#pith-note-1\">1</a></sup> d</p><p>e</p><ol><li id=\"pith-note-1\">b <em>c</em> <a "
            "href=\"#pith-note-ref-1\">↩</a></li></ol>");
}

TEST(Clean, MakesLinksOfPlayersBetweenWhatStays) {
  EXPECT_EQ(Html("<p>a</p><iframe src=//v.example/1 title=t></iframe><p>b</p>"),
            "<p>a</p><p class=\"embed\"><a href=\"https://v.example/1\" rel=\"noopener\">t</a></p><p>b</p>");
  EXPECT_EQ(Html("<p>a</p><video poster=p.jpg><source src=m.mp4></video><p>b</p>"),
            "<p>a</p><p class=\"embed\"><a href=\"https://example.org/dir/m.mp4\" rel=\"noopener\"><img src=\"https://example.org/dir/p.jpg\" alt=\"\"> "
            "https://example.org/dir/m.mp4</a></p><p>b</p>");
  EXPECT_EQ(Html("<p>a</p><iframe src=javascript:x></iframe><iframe srcdoc='<p>x'></iframe><iframe src=/t width=1></iframe><audio src=data:x></audio><p>b</p>"),
            "<p>a</p><p>b</p>");
  EXPECT_EQ(Html("<p>a</p><div>x<iframe src=/v></iframe></div><p>b</p>", {"x"}), "<p>a</p><p>b</p>");
  EXPECT_EQ(Html("<p>a</p><table><tr><iframe src=/v></iframe><th>b</th></tr></table><h2>c<iframe src=/w></iframe>d</h2>").find("<tr><p"), std::string::npos);
}

TEST(Clean, ShowsAFormulaOnce) {
  constexpr std::string_view kMath = "<math><semantics><mi>x</mi><annotation encoding=\"application/x-tex\">x</annotation></semantics></math>";
  const std::string shown = "<p>a " + std::string(kMath) + " b</p>";
  EXPECT_EQ(Html("<p>a " + std::string(kMath) + " b</p>"), shown);
  EXPECT_EQ(Html("<p>a <span class=katex><span>" + std::string(kMath) + "</span><span aria-hidden=true>x</span></span> b</p>"), shown);
  EXPECT_EQ(Html("<p>a <math alttext='x^2'><msup><mi>x</mi><mn>2</mn></msup></math></p>"),
            "<p>a <math><semantics><msup><mi>x</mi><mn>2</mn></msup><annotation encoding=\"application/x-tex\">x^2</annotation></semantics></math></p>");
  EXPECT_EQ(Html("<p>a <script type='math/tex'>x_1</script> b</p>"),
            "<p>a <math><semantics><mtext>x_1</mtext><annotation encoding=\"application/x-tex\">x_1</annotation></semantics></math> b</p>");
  EXPECT_EQ(Html("<p>a <img class=tex alt='x^2' src=/x.png> <img class=tex alt='a cat' src=/c.png></p>"),
            "<p>a <math><semantics><mtext>x^2</mtext><annotation encoding=\"application/x-tex\">x^2</annotation></semantics></math> <img "
            "src=\"https://example.org/c.png\" alt=\"a cat\"></p>");
}

TEST(Clean, LeavesNothingOfAFormulaThatShowsNothing) { EXPECT_EQ(Html("<p>a <math><mrow></mrow></math> b</p>"), "<p>a b</p>"); }

TEST(Clean, KeepsNothingInAFormulaButMathMl) {
  EXPECT_EQ(Html("<p><math><mtext><img src=x onerror=y><style>z</style>a</mtext><maction actiontype=x><mi href=javascript:y>b</mi></maction><mglyph "
                 "src=x></mglyph></math></p>"),
            "<p><math><mtext>a</mtext><mi>b</mi></math></p>");
}

TEST(Clean, MarksTheItemsOfCheckLists) {
  EXPECT_EQ(Html("<ul><li><input type=checkbox checked> a</li><li><p><input type=checkbox>b</p></li><li>c</li></ul>"),
            "<ul><li class=\"task task-done\">☑ a</li><li class=\"task\"><p>☐ b</p></li><li>c</li></ul>");
}

TEST(Clean, TellsCalloutsPullQuotesAndHeadingsByTheirClassesAndRoles) {
  EXPECT_EQ(Html("<div class='alert alert-warning'>a</div><aside class='pull-quote'><p>b</p></aside><div role=heading aria-level=4>c</div>"),
            "<aside class=\"callout warning\"><p>a</p></aside><blockquote class=\"pull-quote\"><p>b</p></blockquote><h4>c</h4>");
  EXPECT_EQ(Html("<div class='callout'>" + Repeated("w ", 500) + "</div>").substr(0, 3), "<p>");
}

TEST(Clean, NestsPostsWithAuthorAndTime) {
  EXPECT_EQ(Html("<div itemtype=http://schema.org/Comment><b itemprop=author>x</b><p>a</p><div itemprop=comment "
                 "itemtype=http://schema.org/Comment><p>b</p></div></div>",
                 {"x"}),
            "<article class=\"thread-post\"><header><strong>x</strong></header><p>a</p><article class=\"thread-post\"><p>b</p></article></article>");
}

TEST(Clean, FindsThePostsAuthorAmongOtherWordsOfRelAndItemprop) {
  const std::string end = "<p>a</p></div>", expected = "<article class=\"thread-post\"><header><strong>x</strong></header><p>a</p></article>";
  EXPECT_EQ(Html("<div itemtype=http://schema.org/Comment><a rel='author nofollow'>x</a>" + end, {"x"}), expected);
  EXPECT_EQ(Html("<div itemtype=http://schema.org/Comment><b itemprop='creator author'>x</b>" + end, {"x"}), expected);
}

TEST(Clean, WritesLanguagesAsTagsAndNoneThatIsNone) {
  EXPECT_EQ(Html("<body lang=en><p lang=pt_BR>a <i lang=zh_Hant>b</i></p><p lang=--><i lang=12>c</i></p>"),
            "<p lang=\"pt-BR\">a <em lang=\"zh-Hant\">b</em></p><p><em>c</em></p>");
}

TEST(Clean, KeepsLanguageAndDirectionOfPassages) {
  EXPECT_EQ(Html("<body lang=en><p lang=en-GB>a <i lang=fr>b</i></p><div lang=he dir=rtl>c<ul><li>d</ul></div>"),
            "<p>a <em lang=\"fr\">b</em></p><p lang=\"he\" dir=\"rtl\">c</p><ul lang=\"he\" dir=\"rtl\"><li>d</li></ul>");
}

TEST(Clean, ShowsAPictureOnceWhateverItsSize) {
  EXPECT_EQ(Html("<p><img src=a-300x200.jpg alt=b></p><p>c</p><p><img src=a.jpg?w=900 alt=d></p>"),
            "<p><img src=\"https://example.org/dir/a-300x200.jpg\" alt=\"b\"></p><p>c</p>");
  EXPECT_EQ(Html("<p><img src=/60/a_name_of_twenty_letters.jpg></p><p>c</p><p><img src=/990/a_name_of_twenty_letters.jpg></p>"),
            "<p><img src=\"https://example.org/990/a_name_of_twenty_letters.jpg\" alt=\"\"></p><p>c</p>")
      << "the largest, where it was first";
  EXPECT_NE(Html("<p><img src=/1/a.jpg></p><p><img src=/2/a.jpg></p>").find("/2/a.jpg"), std::string::npos) << "a short name may be many pictures'";
  EXPECT_NE(Html("<p><img src=/a.php?id=1></p><p><img src=/a.php?id=2></p>").find("?id=2"), std::string::npos) << "a script serves many";
  EXPECT_EQ(Html("<p><img src=a.jpg alt=b></p><p><img src=c.jpg alt=b></p>"),
            "<p><img src=\"https://example.org/dir/a.jpg\" alt=\"b\"></p><p><img src=\"https://example.org/dir/c.jpg\" alt=\"b\"></p>");
  EXPECT_EQ(Html("<table><tr><th>x<th>y<tr><td><img src=ok.png><td><img src=ok.png></table>").find("<td></td>"), std::string::npos);
}

TEST(Clean, KeepsScopeAndNumbering) {
  EXPECT_EQ(Html("<table><tr><th scope=row>a</th><td>b</td></tr></table><ol type=i reversed><li value=4>c</ol>"),
            "<table><tbody><tr><th scope=\"row\">a</th><td>b</td></tr></tbody></table><ol type=\"i\" reversed=\"\"><li value=\"4\">c</li></ol>");
  EXPECT_EQ(Html("<ol start=-2><li>a<li value=-0x>b<li value=99999>c<li value=->d</ol>"), "<ol start=\"-2\"><li>a</li><li>b</li><li>c</li><li>d</li></ol>");
}

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

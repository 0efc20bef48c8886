#include <gtest/gtest.h>

#include "unit/support/pages.h"

namespace pith::render {
namespace {

using testing::TextOf;

TEST(Text, PartsBlocksByEmptyLines) { EXPECT_EQ(TextOf("<h2>a</h2><p>b</p><blockquote><p>c</p></blockquote>"), "a\n\nb\n\nc"); }

TEST(Text, BreaksLinesAtBreaks) { EXPECT_EQ(TextOf("<p>a<br>b</p>"), "a\nb"); }

TEST(Text, MarksItemsAndNumbersThoseOfOrderedLists) {
  EXPECT_EQ(TextOf("<p>x</p><ol><li>a<ul><li>b<li>c</ul><li>d</ol><p>y</p>"), "x\n\n1. a\n  - b\n  - c\n2. d\n\ny");
  EXPECT_EQ(TextOf("<ol start=-1><li>a<li>b<li value=7>c<li>d</ol><ol reversed><li>e<li>f</ol>"), "-1. a\n0. b\n7. c\n8. d\n\n2. e\n1. f");
}

TEST(Text, KeepsItemsOfSeveralParagraphsTogether) { EXPECT_EQ(TextOf("<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul><p>d</p>"), "- a\nb\n- c\n\nd"); }

TEST(Text, KeepsATablesRowInALine) {
  EXPECT_EQ(TextOf("<table><tr><th>a</th><th>b</th></tr><tr><td><p>c</p><p>d</p></td><td>e<br>f<ul><li>g</ul></td></tr></table><p>h</p>"),
            "a | b\nc d | e f g\n\nh");
}

TEST(Text, KeepsTheBordersOfEmptyCells) {
  EXPECT_EQ(TextOf("<table><tr><th>a</th><th>b</th><th>c</th></tr><tr><td>d</td><td></td><td>e</td></tr></table>"), "a | b | c\nd |  | e");
}

TEST(Text, LeavesCaptionsAndImagesOut) { EXPECT_EQ(TextOf("<p>a</p><figure><img src=x alt=y><figcaption>z</figcaption></figure><p>b</p>"), "a\n\nb"); }

TEST(Text, BeginsBehindAPictureWithoutASpace) { EXPECT_EQ(TextOf("<p>a</p><p><img src=x> b <img src=y> c</p>"), "a\n\nb c"); }

TEST(Text, NeverGluesWords) {
  EXPECT_EQ(TextOf("<p>a<img src=x>b <img src=y> c</p>"), "a b c");
  EXPECT_EQ(TextOf("<dl><dt>a</dt><dd>b</dd></dl>"), "a\nb");
  EXPECT_EQ(TextOf("<div>a<div>b</div>c</div>"), "a\n\nb\n\nc");
  EXPECT_EQ(TextOf("<table><caption>a</caption><tr><th>b</th><td>c</td></tr></table>"), "a\n\nb | c");
  EXPECT_EQ(TextOf("<h2>a<br>b</h2><ul><li>c</ul>"), "a\nb\n\n- c");
}

TEST(Text, DoesNotPartWordsThatMarkUpTouches) { EXPECT_EQ(TextOf("<p>re<em>mark</em>able<sup>2</sup></p>"), "remarkable2"); }

TEST(Text, GivesFormulasAsTexOnce) { EXPECT_EQ(TextOf("<p>a <math alttext='x^2'><mi>x</mi></math> b <math><mi>y</mi></math></p>"), "a x^2 b y"); }

TEST(Text, LeavesPlayersOut) { EXPECT_EQ(TextOf("<p>a</p><iframe src=//v.example/1 title=t></iframe><p>b</p>"), "a\n\nb"); }

TEST(Text, PutsReadingsInParentheses) {
  EXPECT_EQ(TextOf("<p><ruby>港<rt>みなと</rt></ruby>へ</p>"), "港(みなと)へ");
  EXPECT_EQ(TextOf("<p><ruby>港<rp>[</rp><rt>みなと</rt><rp>]</rp></ruby>へ</p>"), "港[みなと]へ");
}

TEST(Text, KeepsTheLinesOfCode) { EXPECT_EQ(TextOf("<p>a</p><pre>b\n  c\n\n</pre><p>d</p>"), "a\n\nb\n  c\n\nd"); }

}  // namespace
}  // namespace pith::render

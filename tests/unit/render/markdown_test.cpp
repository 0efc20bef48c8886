#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/render/markdown_escape.h"
#include "unit/support/pages.h"

namespace pith::render {
namespace {

/// Without the line feed at the end.
std::string Markdown(std::string_view page) {
  std::string markdown = testing::MarkdownOf(page);
  if (!markdown.empty()) markdown.pop_back();
  return markdown;
}

std::string Escaped(std::string_view text) {
  std::string escaped;
  AppendEscaped(escaped, text, true);
  return escaped;
}

TEST(Markdown, WritesHeadingsParagraphsAndRules) { EXPECT_EQ(Markdown("<h2>a</h2><p>b</p><hr><p>c</p>"), "## a\n\nb\n\n***\n\nc"); }

TEST(Markdown, EscapesWhatWouldBeMarkUp) {
  EXPECT_EQ(Escaped("*a* _b_ `c` [d] <e> ~f~ \\g"), "\\*a\\* \\_b\\_ \\`c\\` \\[d\\] \\<e> \\~f\\~ \\\\g");
  EXPECT_EQ(Escaped("AT&T &amp; &#65; snake_case a_ (_b_)"), "AT&T \\&amp; \\&#65; snake_case a\\_ (\\_b\\_)");
}

TEST(Markdown, EscapesWhatWouldBeginABlock) {
  EXPECT_EQ(Escaped("# a"), "\\# a");
  EXPECT_EQ(Escaped("- a"), "\\- a");
  EXPECT_EQ(Escaped("+ a"), "\\+ a");
  EXPECT_EQ(Escaped("* a"), "\\* a");
  EXPECT_EQ(Escaped("> a"), "\\> a");
  EXPECT_EQ(Escaped("1. a"), "1\\. a");
  EXPECT_EQ(Escaped("2031) a"), "2031\\) a");
  EXPECT_EQ(Escaped("---"), "\\---");
  EXPECT_EQ(Escaped("==="), "\\===");
  EXPECT_EQ(Escaped("1.5 -a"), "1.5 -a");
  EXPECT_EQ(Escaped("-5 degrees"), "-5 degrees");
}

TEST(Markdown, WritesNestedListsWithTheirIndent) {
  EXPECT_EQ(Markdown("<ol start=9><li>a<ul><li>b<ol><li>c</ol></ul><li>d</ol>"), "9. a\n   - b\n     1. c\n10. d");
}

TEST(Markdown, PartsParagraphsOfAnItem) { EXPECT_EQ(Markdown("<ul><li><p>a</p><p>b</p></li><li>c</li></ul>"), "- a\n\n  b\n- c"); }

TEST(Markdown, PartsAnItemFromAnOrderedListThatStartsLater) { EXPECT_EQ(Markdown("<ul><li>a<ol start=3><li>b</ol></ul>"), "- a\n\n  3. b"); }

TEST(Markdown, NumbersItemsAsThePageDoes) {
  EXPECT_EQ(Markdown("<ol><li value=5>a<li>b<li value=10>c</ol>"), "5. a\n6. b\n10. c");
  EXPECT_EQ(Markdown("<ol reversed><li>a<ol><li>b<li>c</ol><li>d</ol>"), "2. a\n   1. b\n   2. c\n1. d");
  EXPECT_EQ(Markdown("<ol reversed start=1><li>a<li>b<li>c</ol>"), "1. a\n0. b\n0. c") << "but for numbers below zero";
  EXPECT_EQ(Markdown("<ol start=-1><li>a<li>b<li>c</ol>"), "0. a\n0. b\n1. c");
  EXPECT_EQ(Markdown("<ul><li>a<ol start=0><li>b</ol></ul>"), "- a\n\n  0. b") << "only a list from 1 may follow a line of text";
}

TEST(Markdown, KeepsListsInARowApart) {
  EXPECT_EQ(Markdown("<ul><li>a</ul><ul><li>b</ul><ul><li>c</ul>"), "- a\n\n* b\n\n- c");
  EXPECT_EQ(Markdown("<ol><li>a</ol><ol><li>b</ol>"), "1. a\n\n1) b");
}

TEST(Markdown, WritesQuotesInListsAndListsInQuotes) {
  EXPECT_EQ(Markdown("<ul><li>a<blockquote><p>b</p><p>c</p></blockquote></li></ul>"), "- a\n\n  > b\n  >\n  > c");
  EXPECT_EQ(Markdown("<blockquote><p>a</p><ul><li>b<li>c</ul></blockquote>"), "> a\n>\n> - b\n> - c");
}

TEST(Markdown, FencesCodeByMoreBackticksThanItHas) {
  EXPECT_EQ(Markdown("<pre>a\n```\nb</pre>"), "````\na\n```\nb\n````");
  EXPECT_EQ(Markdown("<ul><li>x<pre>a\n\n  b\n</pre></ul>"), "- x\n\n  ```\n  a\n\n    b\n  ```");
}

TEST(Markdown, KeepsLinksInCode) {
  EXPECT_EQ(Markdown("<p>a <code><a href=/b>c_d_</a>[]</code></p>"), "a <code>[c_d\\_](https://example.org/b)\\[\\]</code>");
}

TEST(Markdown, WritesCodeSpansWithBackticksInThem) {
  EXPECT_EQ(Markdown("<p><code>a</code> <code>b`c</code> <code>`d``</code></p>"), "`a` ``b`c`` ``` `d`` ```");
  EXPECT_EQ(Markdown("<p><code>a</code><code>b*</code></p>"), "`a`<code>b\\*</code>");
}

TEST(Markdown, WritesLinksWhateverTheirAddress) {
  EXPECT_EQ(Markdown("<p><a href='/a_(b)'>c</a> <a href='/d e'>f [g]</a> <a href='/?a=1&amp;b;=2'>h</a></p>"),
            "[c](<https://example.org/a_(b)>) [f \\[g\\]](https://example.org/d%20e) [h](https://example.org/?a=1\\&b;=2)");
}

TEST(Markdown, EscapesAnExclamationMarkOnlyBeforeALink) { EXPECT_EQ(Markdown("<p>a! b!<a href=/c>d</a>!</p>"), "a! b\\![d](https://example.org/c)!"); }

TEST(Markdown, WritesImagesWithAltText) {
  EXPECT_EQ(Markdown("<p><a href=/b><img src=/a.png alt='[x]'></a></p>"), "[![\\[x\\]](https://example.org/a.png)](https://example.org/b)");
}

TEST(Markdown, WritesCaptionsAsLines) {
  EXPECT_EQ(Markdown("<figure><img src=/a.png><figcaption>The <em>Marigold</em> at sea</figcaption></figure>"),
            "![](https://example.org/a.png)\n\nThe *Marigold* at sea");
}

TEST(Markdown, PutsEmphasisNextToWords) {
  EXPECT_EQ(Markdown("<p>a<em> b </em>c <b>d</b>, <i>e</i><b></b></p>"), "a *b* c **d**, *e*");
  EXPECT_EQ(Markdown("<p>re<em>mark</em>able <b><i>x</i></b> <del>y</del></p>"), "re*mark*able ***x*** ~~y~~");
}

TEST(Markdown, WritesEmphasisAsHtmlWhereDelimitersWouldNotBeRead) {
  EXPECT_EQ(Markdown("<p>a<em>“b”</em>c</p>"), "a<em>“b”</em>c");
  EXPECT_EQ(Markdown("<p>a<b>(b</b>, <b>c)</b>d</p>"), "a<strong>(b</strong>, <strong>c)</strong>d");
  EXPECT_EQ(Markdown("<p><em>a</em><b>b</b></p>"), "*a*<strong>b</strong>");
  EXPECT_EQ(Markdown("<p>漢<b>「字」</b>も</p>"), "漢<strong>「字」</strong>も");
}

TEST(Markdown, KeepsRaisedAndLoweredDigitsApart) { EXPECT_EQ(Markdown("<p>10<sup>6</sup> H<sub>2</sub>O</p>"), "10<sup>6</sup> H<sub>2</sub>O"); }

TEST(Markdown, BreaksLinesOnlyBetweenLines) {
  EXPECT_EQ(Markdown("<p>a<br>b</p>"), "a\\\nb");
  EXPECT_EQ(Markdown("<p>a<br><img src=javascript:x></p><p>b</p>"), "a\n\nb");
  EXPECT_EQ(Markdown("<h2>a<br>b</h2>"), "## a b");
  EXPECT_EQ(Markdown("<p>a<br>- b</p>"), "a\\\n\\- b");
}

TEST(Markdown, EscapesAHeadingsLastHash) { EXPECT_EQ(Markdown("<h2>a #</h2><h2>C#</h2>"), "## a \\#\n\n## C#"); }

TEST(Markdown, WritesTablesWithPipesAndMarkUpInCells) {
  EXPECT_EQ(Markdown("<table><tr><th>a|b</th><th><code>c|d</code></th></tr><tr><td><p>e</p><p><b>f</b></p></td><td><a href=/g>h</a></td></tr></table>"),
            "| a\\|b | `c\\|d` |\n| --- | --- |\n| e<br>**f** | [h](https://example.org/g) |");
}

TEST(Markdown, WritesLinesOfCodeInACellEachForItself) {
  const auto cell = [](const std::string& code) {
    return Markdown("<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>" + code + "</td></tr></table>").substr(24);
  };
  EXPECT_EQ(cell("<pre>d\n  e|f\n\ng</pre>"), "| c | `d`<br>`  e\\|f`<br>`g` |");
  EXPECT_EQ(cell("h<pre>i</pre>j"), "| c | h<br>`i`<br>j |");
  EXPECT_EQ(cell("<table><tr><th>k</th><th>l</th></tr></table>m"), "| c | k<br>l<br>m |");
}

TEST(Markdown, TellsATableFromOneInItsCaption) {
  EXPECT_EQ(Markdown("<table><caption>a<table><thead><tr><th>b</th></tr></thead></table></caption></table>"), "a<br>b");
  EXPECT_EQ(Markdown("<table><caption>a<table><thead><tr><th>b</th></tr></thead></table></caption><tr><td>c</td></tr></table>"), "a<br>b\n\n| |\n| --- |\n| c |");
}

TEST(Markdown, IsNoLargerThanAFewTimesTheTableWhateverItsCellsSpan) {
  const std::string cell = "<td colspan=9999 rowspan=9999>ab", row = "<tr><td>ab";
  const std::string few = Markdown("<table><caption>c</caption><tr>" + cell + testing::Repeated(row, 3) + "</table>");
  EXPECT_THAT(few, ::testing::EndsWith("\n|" + testing::Repeated(" |", 50) + " ab |")) << "the column is where the page has it";
  const std::string page = "<table><caption>c</caption><tr>" + testing::Repeated(cell, 40) + testing::Repeated(row, 2000) + "</table>";
  EXPECT_LT(Markdown(page).size(), 4 * page.size());
}

TEST(Markdown, KeepsTheColumnsOfTablesWithSpans) {
  EXPECT_EQ(Markdown("<table><caption>t</caption><tr><th colspan=2>a</th></tr><tr><td rowspan=2>b</td><td>c</td></tr><tr><td>d</td><td>e</td></tr></table>"),
            "t\n\n| a | | |\n| --- | --- | --- |\n| b | c |\n| | d | e |");
}

TEST(Markdown, EmphasisesTermsThatArePlain) { EXPECT_EQ(Markdown("<dl><dt>a</dt><dd>b</dd><dt><b>c</b> d</dt><dd>e</dd></dl>"), "**a**\n\nb\n\n**c** d\n\ne"); }

TEST(Markdown, NamesTheLanguageOfCode) { EXPECT_EQ(Markdown("<pre><code class=language-c++>a</code></pre>"), "```c++\na\n```"); }

TEST(Markdown, WritesFormulasBetweenDollarSigns) {
  EXPECT_EQ(Markdown("<p>a <math alttext='x_1*y'><mi>x</mi></math>, $5</p>"), "a $x_1*y$, \\$5");
  EXPECT_EQ(Markdown("<p><math display=block alttext='x^2'><mi>x</mi></math></p>"), "$$\nx^2\n$$");
  EXPECT_EQ(Markdown("<p><math><msup><mi>x</mi><mn>2</mn></msup></math></p>"), "<math><msup><mi>x</mi><mn>2</mn></msup></math>");
}

TEST(Markdown, EscapesDollarSignsWhereTwoOfThemWouldBeAFormula) {
  EXPECT_EQ(Markdown("<p>$5 and $6</p><p>$7</p><p>8 $</p>"), "\\$5 and \\$6\n\n$7\n\n8 $");
  EXPECT_EQ(Markdown("<ul><li>$5<li>$6<br>$7</ul>"), "- $5\n- \\$6\\\n  \\$7");
  EXPECT_EQ(Markdown("<table><tr><th>$5<th>$6</tr><tr><td><p>$7<p>$8</td><td>$9</tr></table>"), "| $5 | $6 |\n| --- | --- |\n| \\$7<br>\\$8 | $9 |");
  EXPECT_EQ(Markdown("<p>$5 <a href='/$b'>c</a></p><p><img src=/a.png alt='$5 or $6'>$7</p>"),
            "\\$5 [c](https://example.org/$b)\n\n![\\$5 or \\$6](https://example.org/a.png)\\$7");
}

TEST(Markdown, KeepsCodeInItsFenceAtCarriageReturns) {
  EXPECT_EQ(Markdown("<blockquote><pre><code>a&#13;&lt;b>&#13;&#10;c</code></pre></blockquote>"), "> ```\n> a\n> <b>\n> c\n> ```");
}

TEST(Markdown, WritesFormulasThatAreNoMarkUpToReadersWithoutFormulas) {
  EXPECT_EQ(Markdown("<p>a <math alttext='x=<img src=x>'><mi>x</mi></math></p>"), "a $x=< img src=x>$");
  EXPECT_EQ(Markdown("<p>a <math alttext='x=[y](z)'><mi>x</mi></math></p>"), "a $x=[y] (z)$");
  EXPECT_EQ(Markdown("<p>a <math alttext='x=&#96;'><mi>x</mi></math></p>").find('$'), std::string::npos);
}

TEST(Markdown, EscapesDollarSignsWhereCodeHasOneToo) {
  EXPECT_EQ(Markdown("<p>$5 <code>$&lt;b></code></p>"), "\\$5 `$<b>`");
  EXPECT_EQ(Markdown("<p>$5 and $6 <code>x</code></p>"), "\\$5 and \\$6 `x`");
  EXPECT_EQ(Markdown("<p>$5</p><p><code>$&lt;b></code></p>"), "$5\n\n`$<b>`");
}

TEST(Markdown, WritesFootnotes) {
  EXPECT_EQ(Markdown("<p>a<sup id=r><a href=#n>1</a></sup>.</p><ol><li id=n><p>b <a href=#r>↩</a></p><p>c</p></li></ol>"), "a[^1].\n\n[^1]: b\n\n    c");
  EXPECT_EQ(Markdown("<p>a <a href=#n>see</a></p><p id=n>b</p>"), "a see\n\nb");
}

TEST(Markdown, LeavesOutWhatStandsAroundLinksBack) {
  const std::string mark = "<p>a<sup id=r><a href=#n>1</a></sup></p>", back = "<a href=#r>1</a>";
  EXPECT_EQ(Markdown(mark + "<ol><li id=n>^ <b>" + back + "</b> <a href=#r>b</a> <cite>“C”</cite> d</ol>"), "a[^1]\n\n[^1]: “C” d");
  EXPECT_EQ(Markdown(mark + "<ol><li id=n>↑ " + back + " “<i>C</i>”</ol>"), "a[^1]\n\n[^1]: “*C*”");
  EXPECT_EQ(Markdown(mark + "<p id=n>[" + back + "] b: c</p>"), "a[^1]\n\n[^1]: b: c");
  EXPECT_EQ(Markdown(mark + "<p id=n>“<i>C</i>” " + back + "</p>"), "a[^1]\n\n[^1]: “*C*”");
  EXPECT_EQ(Markdown(mark + "<p id=n>" + back + " Д</p>"), "a[^1]\n\n[^1]: Д");
}

TEST(Markdown, TakesWhatFollowsTheMarkOfANoteForTheNote) {
  const std::string text = "<p>a <a href=#n id=r>1</a> <a href=#n id=s>1</a></p>";
  EXPECT_EQ(Markdown(text + "<aside id=n><span>[<a href=#r>1</a>]</span><p>b</p></aside><p>c</p>"), "a [^1] [^1]\n\n[^1]: b\n\nc");
  EXPECT_EQ(Markdown(text + "<aside id=n><span>[1]</span> <span>(<a href=#r>1</a>,<a href=#s>2</a>)</span><p>b</p></aside>"), "a [^1] [^1]\n\n[^1]: b");
  EXPECT_EQ(Markdown(text + "<dl><dt id=n><a href=#r>1</a></dt><dd><p>b</p><p>c</p></dd></dl>"), "a [^1] [^1]\n\n[^1]: b\n\n    c");
}

TEST(Markdown, TakesTheBlockThatBeginsWithTheNamedPlaceForTheNote) {
  const std::string word = "<p>a<a href=#n name=r>[1]</a> b</p>", back = "<a href=#r name=n>[1]</a>";
  EXPECT_EQ(Markdown(word + "<p>" + back + " c</p>"), "a[^1] b\n\n[^1]: c");
  EXPECT_EQ(Markdown(word + "<p><sup>" + back + "</sup> c</p>"), "a[^1] b\n\n[^1]: c");
  EXPECT_EQ(Markdown(word + "<ol><li><p>" + back + " c</p><p>d</p></li></ol>"), "a[^1] b\n\n[^1]: c\n\n    d");
  EXPECT_EQ(Markdown(word + "<div>" + back + "<div><p>c</p></div></div>"), "a[^1] b\n\n[^1]: c");
  EXPECT_EQ(Markdown(word + "<table id=n><tr><td><a href=#r>[1]</a></td><td>c</td></tr></table>"), "a[^1] b\n\n[^1]: c");
  EXPECT_EQ(Markdown("<p><a href=#n name=r>1</a> a?</p><p><a href=#r name=n>1</a> b.</p>"), "1 a?\n\n1 b.");
  EXPECT_EQ(Markdown(word + "<p>c " + back + "</p>"), "a\\[1\\] b\n\nc \\[1\\]");
}

TEST(Markdown, KnowsRaisedMarksByTheirBracketsInAndOut) {
  const std::string note = "<ol><li><span id=n></span>b</li></ol>";
  EXPECT_EQ(Markdown("<p>a<a href=#n><sup>1</sup></a></p>" + note), "a[^1]\n\n[^1]: b");
  EXPECT_EQ(Markdown("<p>a<sup>[<a href=#n>1</a>]</sup></p>" + note), "a[^1]\n\n[^1]: b");
  EXPECT_EQ(Markdown("<p>a<sup>see <a href=#n>1</a></sup></p>" + note), "a<sup>see 1</sup>\n\n1. b");
}

TEST(Markdown, LinksToHeadingsByTheNamesThatReadersGiveThem) {
  EXPECT_EQ(Markdown("<p><a href=#a>b</a> <a href=#c>d</a> <a href=#e>f</a></p><h2>Größe: x_y – z?</h2><h2 id=a>Größe: x_y – z?</h2><h3><a id=c href=/g>C++ "
                     "(11)</a></h3><p id=e>h</p>"),
            "[b](#größe-x_y--z-1) [d](#c-11) f\n\n## Größe: x_y – z?\n\n## Größe: x_y – z?\n\n### [C++ (11)](https://example.org/g)\n\nh");
  EXPECT_EQ(Markdown("<p><code><a href=#e>f</a></code> <a href=#g>h</a></p><p id=e>h</p><h2 id=g>?!</h2>"), "`f` h\n\nh\n\n## ?!");
  EXPECT_EQ(Markdown("<p><a href=#a>b</a> <a href=#c>d</a></p><table><tr><th><h2 id=a>e</h2><th>f</tr></table><h2 id=c>e</h2>"),
            "b [d](#e)\n\n| e | f |\n| --- | --- |\n\n## e");
  EXPECT_EQ(Markdown("<p><a href=#a>b</a></p><h2 id=a>" + testing::Repeated("word", 51) + "</h2>").substr(0, 3), "b\n\n");
}

TEST(Markdown, WritesCheckListsAndCallouts) {
  EXPECT_EQ(Markdown("<ul><li><input type=checkbox checked>a</li><li><input type=checkbox>b</li></ul>"), "- [x] a\n- [ ] b");
  EXPECT_EQ(Markdown("<div class='admonition tip'><p>Tip</p><p>a</p></div>"), "> [!TIP]\n> a");
  EXPECT_EQ(Markdown("<div class='admonition tip'><p>Mind</p><p>a</p></div>"), "> [!TIP]\n> Mind\n>\n> a");
}

TEST(Markdown, LeavesTheHeaderOfATableWithoutOneEmpty) {
  EXPECT_EQ(Markdown("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"), "| | |\n| --- | --- |\n| a | b |\n| c | d |");
}

TEST(Markdown, KeepsWhatItHasNoMarkForAsHtml) {
  EXPECT_EQ(Markdown("<p><kbd>a</kbd> <abbr title='b&quot;c'>d</abbr> <ruby>e<rt>f</rt></ruby></p>"),
            "<kbd>a</kbd> <abbr title=\"b&quot;c\">d</abbr> <ruby>e<rt>f</rt></ruby>");
}

TEST(Markdown, StopsIndentingContainersThatNestTooDeep) {
  const std::string markdown = Markdown(testing::Repeated("<blockquote>", 300) + testing::Repeated("<p>x", 1000));
  EXPECT_LT(markdown.size(), 400'000u);
}

}  // namespace
}  // namespace pith::render

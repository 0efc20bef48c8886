#include <gtest/gtest.h>

#include "core/render/render.h"
#include "unit/support/pages.h"

namespace pith::render {
namespace {

using testing::ArticleOf;
using testing::HtmlOf;

TEST(Html, EscapesTextAndAttributes) {
  EXPECT_EQ(HtmlOf("<p>&lt;script&gt;a &amp;amp; \"b\"&lt;/script&gt; <abbr title='\"&gt;&lt;x&amp;'>c</abbr></p>"),
            "<article>\n<p>&lt;script&gt;a &amp;amp; \"b\"&lt;/script&gt; <abbr title=\"&quot;&gt;&lt;x&amp;\">c</abbr></p>\n</article>\n");
}

TEST(Html, ClosesVoidElementsWithNoTag) { EXPECT_EQ(HtmlOf("<p>a<br>b</p><hr><p>c</p>"), "<article>\n<p>a<br>b</p>\n<hr>\n<p>c</p>\n</article>\n"); }

TEST(Html, OfAnArticleIsTheSameArticleAgain) {
  for (const std::string& page : testing::OwnPages()) {
    const std::string once = HtmlOf(page);
    EXPECT_EQ(HtmlOf(once), once);
  }
}

TEST(TreeJson, NestsElementsWithAttributesAndText) {
  EXPECT_EQ(
      TreeJson(ArticleOf("<p>a \"b\" <a href=/c>d</a></p><ul><li>e</ul>")),
      R"(["article",{},["p",{"data-pith-block":"0","data-pith-element":"3"},"a \"b\" ",["a",{"href":"https://example.org/c"},"d"]],["ul",{},["li",{"data-pith-block":"1","data-pith-element":"6"},"e"]]])");
}

TEST(TreeJson, OfAnEmptyArticleIsAnEmptyElement) { EXPECT_EQ(TreeJson(ArticleOf("")), R"(["article",{}])"); }

}  // namespace
}  // namespace pith::render

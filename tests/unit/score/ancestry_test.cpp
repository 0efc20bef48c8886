#include "core/score/ancestry.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "core/annotate/annotate.h"
#include "unit/support/pages.h"

namespace pith::score {
namespace {

using hints::Bit;
using hints::Hint;

/// A page, and what the first element of some tag has from those around it.
struct Page {
  explicit Page(std::string_view html)
      : document(testing::DocumentOf(html)),
        blocks(annotate::Annotate(document)),
        context(ReadPage(document, blocks, {}, {}, Appeal({}))),
        ancestry(ReadAncestry(document, blocks, context)) {}

  [[nodiscard]] const Ancestry& Of(html::Tag tag) const { return ancestry[document.First(tag)]; }

  parse::Document document;
  annotate::Blocks blocks;
  PageContext context;
  std::vector<Ancestry> ancestry;
};

bool Has(const Ancestry& ancestry, Inside place) { return (ancestry.inside >> static_cast<unsigned>(place) & 1) != 0; }

TEST(Ancestry, KnowsWhatAnElementStandsIn) {
  const Page page("<main><article><ul><li><a href=/>one</a></ul></article></main><p>two");
  EXPECT_TRUE(Has(page.Of(html::Tag::kA), Inside::kLink));
  EXPECT_TRUE(Has(page.Of(html::Tag::kA), Inside::kList));
  EXPECT_TRUE(Has(page.Of(html::Tag::kA), Inside::kArticle));
  EXPECT_TRUE(Has(page.Of(html::Tag::kLi), Inside::kMain));
  EXPECT_FALSE(Has(page.Of(html::Tag::kLi), Inside::kLink));
  EXPECT_FALSE(Has(page.Of(html::Tag::kLi), Inside::kNav));
  EXPECT_EQ(page.Of(html::Tag::kP).inside, 0);
}

TEST(Ancestry, TakesSharesFromTheNearestElement) {
  const Page page("<div class=sidebar>a b c <div class=related>d e <p>f</p></div></div> g h");
  EXPECT_EQ(page.Of(html::Tag::kP).bad_share, 255 * 3 / 8);
  EXPECT_EQ(page.Of(html::Tag::kP).good_share, 0);
}

TEST(Ancestry, HintsOfALineEndAtItsBlockElement) {
  const Page page("<body class=forum><div class=sidebar><p class=share><b class=comment>a <i>b</i>");
  const Ancestry& found = page.Of(html::Tag::kI);
  EXPECT_EQ(found.line_hints, Bit(Hint::kComment) | Bit(Hint::kShare));
  EXPECT_EQ(found.hints, Bit(Hint::kComment) | Bit(Hint::kShare) | Bit(Hint::kSidebar)) << "and nothing of the page's template";
  EXPECT_EQ(found.block, page.document.First(html::Tag::kP));
}

TEST(Ancestry, CountsBlockElementsUpToTheProseRoot) {
  const Page page("<main><div><p>" + std::string(600, 'a') + " one two three four five six seven eight nine ten eleven twelve thirteen <i>fourteen</i></p></div></main>");
  ASSERT_EQ(page.context.prose_root, page.document.First(html::Tag::kP));
  EXPECT_EQ(page.Of(html::Tag::kI).prose_root_distance, 0);
  EXPECT_EQ(page.Of(html::Tag::kDiv).prose_root_distance, 255) << "it is around it";
}

TEST(Ancestry, FindsTheLargestRunOfRecordsAndTheNearest) {
  const Page page("<div><section>many words <b>a</b><ul><li>a<li>b<li>c</ul></section><section>as many words</section><section>as many words</section></div>");
  const Ancestry& found = page.Of(html::Tag::kLi);
  EXPECT_EQ(page.document.nodes[found.record].tag, html::Tag::kSection);
  EXPECT_EQ(page.document.nodes[found.near_record].tag, html::Tag::kLi);
}

}  // namespace
}  // namespace pith::score

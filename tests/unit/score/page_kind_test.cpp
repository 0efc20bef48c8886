#include "core/score/page_kind.h"

#include <gtest/gtest.h>

#include "unit/support/pages.h"

namespace pith::score {
namespace {

using hints::Bit;
using hints::Hint;

PageKind KindOf(const std::string& url, std::string_view page = {}, const std::vector<std::string_view>& json_ld = {}) {
  Metadata metadata;
  metadata.url = url;
  return ReadPageKind(testing::DocumentOf(page), json_ld, metadata);
}

bool Says(hints::HintSet set, Hint hint) { return (set & Bit(hint)) != 0; }

TEST(PageKind, ReadsTheAddress) {
  const PageKind kind = KindOf("https://forum.example/products/a-blue-mug-17?size=l#top");
  EXPECT_TRUE(Says(kind.host, Hint::kForum));
  EXPECT_FALSE(Says(kind.address, Hint::kForum)) << "the host is told apart from the path";
  EXPECT_TRUE(Says(kind.address, Hint::kProduct));
  EXPECT_EQ(kind.segments, 2);
  EXPECT_EQ(kind.slug_words, 4);
  EXPECT_EQ(kind.digits, 2);
  EXPECT_EQ(KindOf("https://example.org").segments, 0);
  EXPECT_EQ(KindOf("").segments, 0);
}

TEST(PageKind, ReadsTypesOfJsonLdHoweverTheyAreWritten) {
  EXPECT_TRUE(Says(KindOf("", "", {R"({"@type" : "NewsArticle"})"}).schema, Hint::kArticle));
  EXPECT_TRUE(Says(KindOf("", "", {R"({"@graph":[{"@type":["Thing", "Product"]}]})"}).schema, Hint::kProduct));
  EXPECT_EQ(KindOf("", "", {R"({"@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem"}]})"}).schema, 0U) << "a trail of links";
}

TEST(PageKind, SurvivesBrokenJsonLd) {
  for (const std::string_view broken : {R"("@type")", R"("@type":)", R"("@type":")", R"("@type":[)", R"("@type":["a)", R"("@type":["a",)", R"("@type":{"@type":1}})"}) {
    EXPECT_EQ(KindOf("", "", {broken}).schema, 0U) << broken;
  }
}

TEST(PageKind, ReadsMicrodataAndTheTemplate) {
  EXPECT_TRUE(Says(KindOf("", "<div itemscope itemtype='https://schema.org/Product'>x</div>").schema, Hint::kProduct));
  EXPECT_TRUE(Says(KindOf("", "<meta name=generator content='Discourse 3.2'><p>x</p>").page_class, Hint::kForum));
  EXPECT_TRUE(Says(KindOf("", "<body class='single-product'><p>x</p>").page_class, Hint::kProduct));
}

}  // namespace
}  // namespace pith::score

#include <gtest/gtest.h>

#include <string>

#include "pith/pith.h"

namespace pith {
namespace {

const std::string kParagraph = "<p>The river rose in the night, and by the morning the lower road was gone, which nobody in the village had heard go, or so they say now.</p>";
const std::string kReply = "<p>It was the snow of March, not the rain, that took the road: the bank had been soft for weeks, and anyone who walked there knew it well.</p>";

std::string Repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

std::string Story() { return R"(<meta property="og:type" content="article"><title>The road</title><article><h1>The road</h1>)" + Repeated(kParagraph, 12) + "</article>"; }
std::string WithComments() { return Story() + "<section id=comments class=comments><h2>3 comments</h2>" + Repeated("<div class=comment>" + kReply + "</div>", 3) + "</section>"; }

TEST(PageType, TellsAStoryFromAShop) {
  const PageTypeGuess story = Extract(Story()).article.page_type;
  EXPECT_EQ(NameOf(story.type), "article");
  EXPECT_GT(story.probability, 0.5F);
  const std::string shop =
      R"(<script type="application/ld+json">{"@type":"Product"}</script><meta property="og:type" content="product"><title>Blue mug</title>)"
      R"(<h1>Blue mug</h1><p class=price>$12.00</p><button>Add to cart</button><h2>Description</h2>)"
      "<p>A mug of blue glaze, thrown by hand and fired twice, so that no two are alike. It holds a third of a litre.</p>"
      "<ul><li>Height: 9 cm</li><li>Weight: 340 g</li><li>Material: stoneware</li></ul><h2>You may also like</h2>" +
      Repeated("<div class=product-card><a href=/m><img src=m.jpg>Another mug</a> <span class=price>$9.00</span></div>", 3);
  Options options;
  options.url = "https://shop.example/products/blue-mug";
  EXPECT_EQ(NameOf(Extract(shop, options).article.page_type.type), "product");
}

TEST(PageType, SaysNothingOfAnEmptyPage) {
  const Result result = Extract("");
  EXPECT_EQ(result.article.page_type.type, PageType::kNone);
  EXPECT_NE(ToJson(result).find(R"("pageType":null)"), std::string::npos);
}

TEST(PageType, IsWhatTheCallerSays) {
  Options options;
  options.page_type = PageType::kListing;
  const Result result = Extract(Story(), options);
  EXPECT_NE(ToJson(result, options).find(R"("pageType":{"type":"listing","probability":1})"), std::string::npos) << ToJson(result, options);
}

TEST(PageType, KeepsRepliesOfAForumAndDropsCommentsOfAnArticle) {
  Options options;
  options.page_type = PageType::kArticle;
  EXPECT_EQ(Extract(WithComments(), options).article.text.find("snow of March"), std::string::npos);
  options.page_type = PageType::kForum;
  const Article thread = Extract(WithComments(), options).article;
  options.page_type = PageType::kArticle;
  EXPECT_GE(thread.text.size(), Extract(WithComments(), options).article.text.size()) << "a forum never has less";
}

TEST(PageType, HasANameForEachAndFindsItByName) {
  for (auto type = PageType::kArticle; type != PageType::kNone; type = static_cast<PageType>(static_cast<int>(type) + 1)) EXPECT_EQ(PageTypeOf(NameOf(type)), type);
  EXPECT_EQ(PageTypeOf(""), PageType::kNone);
  EXPECT_EQ(PageTypeOf("blog"), PageType::kNone);
}

}  // namespace
}  // namespace pith

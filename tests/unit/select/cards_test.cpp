#include "core/select/cards.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "unit/select/article.h"
#include "unit/support/pages.h"

namespace pith::select {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;
using ::testing::SizeIs;

const std::string kProse = testing::Repeated("<p>" + kParagraph + "</p>", 8);
const std::string kExcerpt = "It leaves the harbour at eight and is back by ten.";

std::string Card(const std::string& headline, const std::string& address, const std::string& excerpt = kExcerpt) {
  return "<div><h3><a href='" + address + "'>" + headline + "</a></h3><p>" + excerpt + "</p></div>";
}

/// Three of them.
std::string Cards(const std::string& site = "") {
  return "<section>" + Card("The ferry is late", site + "/late") + Card("The ferry is early", site + "/early") + Card("A ferry for sale", site + "/sale") +
         "</section>";
}

/// What stays of a page beside its paragraphs; the model is sure of these, and thinks the other lines as probable as said.
std::vector<std::string> WithoutCards(const std::string& page, float probability = 0.7F, PageType type = PageType::kArticle,
                                      std::string_view url = "https://www.pier.example/ferry") {
  const parse::Document document = testing::DocumentOf(page);
  const annotate::Blocks blocks = annotate::Annotate(document);
  score::Scores scores;
  scores.SetPageType(type);
  for (const annotate::Block& block : blocks.blocks) {
    scores.hits.push_back(phrases::Match(phrases::Cut(blocks.TextOf(block), 80)));
    scores.probabilities.push_back(static_cast<std::uint16_t>((blocks.TextOf(block) == kParagraph ? 0.97F : probability) * 65535.0F));
  }
  Marks keep(blocks.blocks.size(), 1);
  DropCards(document, blocks, scores, kThreshold, url, keep);
  std::vector<std::string> kept;
  for (annotate::BlockId id = 0; id < keep.size(); ++id) {
    if (keep[id] && blocks.TextOf(id) != kParagraph) kept.emplace_back(blocks.TextOf(id));
  }
  return kept;
}

TEST(DropCards, DropsThoseBehindAndAboveAnArticle) {
  EXPECT_THAT(WithoutCards(kProse + "<h2>More</h2>" + Cards()), ElementsAre("More")) << "the heading is another rule's";
  EXPECT_THAT(WithoutCards(Cards() + kProse), SizeIs(0));
  EXPECT_THAT(WithoutCards(kProse + Cards(), 0.9F), SizeIs(6)) << "the model is sure of them";
  EXPECT_THAT(WithoutCards(kProse + Cards(), 0.7F, PageType::kListing), SizeIs(6));
  EXPECT_THAT(WithoutCards("<div>" + kProse + "</div>" + Cards() + "<div>" + kProse + "</div>"), SizeIs(6)) << "between its paragraphs";
  EXPECT_THAT(WithoutCards(kProse + Cards() + "<p>" + kParagraph + "</p>"), SizeIs(6)) << "between it and its last one";
  EXPECT_THAT(WithoutCards(kProse + Cards() + "<div><p>" + kParagraph + "</p></div>"), SizeIs(0)) << "who wrote it, perhaps";
  EXPECT_THAT(WithoutCards("<p>" + kParagraph + "</p>" + Cards()), SizeIs(6)) << "the page is about them";
}

TEST(DropCards, DropsAllThatStandsBetweenThem) {
  const std::string short_one = Card("Night ferry", "/night");
  EXPECT_THAT(WithoutCards(kProse + Card("The ferry is late", "/late") + short_one + Card("The ferry is early", "/early") + "<p>Advertisement</p>" +
                           Card("A ferry for sale", "/sale")),
              SizeIs(0));
}

TEST(DropCards, KnowsThemInEveryMarkup) {
  const auto three = [](const std::string& card) {
    const std::string_view address = "/late";
    std::string cards;
    for (const char* number : {"1", "2", "3"}) {
      std::string one = card;
      for (std::size_t at = one.find(address); at != std::string::npos; at = one.find(address, at + 1)) one.insert(at + address.size(), number);
      cards += one;
    }
    return kProse + "<ul>" + cards + "</ul>";
  };
  EXPECT_THAT(WithoutCards(three("<li><a href=/late><h4>The ferry is late</h4><p>" + kExcerpt + "</p></a></li>")), SizeIs(0)) << "all of it is a link";
  EXPECT_THAT(WithoutCards(three("<a href=/late><div>The ferry is late</div><div>" + kExcerpt + "</div></a>")), SizeIs(0)) << "and without a heading";
  EXPECT_THAT(WithoutCards(three("<li><img src=a.png><p>4 May</p><h4>The ferry is late</h4><p>" + kExcerpt + "</p><a href=/late>Read on</a></li>")), SizeIs(0))
      << "the headline is none";
  EXPECT_THAT(WithoutCards(three("<li><h4><a href=/late>The ferry is late</a></h4><p>" + kExcerpt + "</p><a href=/late>Read it to the end</a></li>")),
              SizeIs(0))
      << "two links to the same page";
  EXPECT_THAT(WithoutCards(three("<li><h4>The ferry is late</h4><p>" + kExcerpt + "</p><a href=/late>Continue reading</a></li>")), SizeIs(0))
      << "a listed phrase is no headline";
  EXPECT_THAT(WithoutCards(three("<li><div><img src=a.png> <a href=/late>The ferry is late</a></div><p>" + kExcerpt +
                                 "</p><a href='mailto:a@pier.example'>Share</a></li>")),
              SizeIs(0))
      << "a picture before the link, and one that leads to no page";
  EXPECT_THAT(WithoutCards(three("<li><div><p>" + kExcerpt + "</p></div><div><a href=/late>The ferry is late</a></div></li>")), SizeIs(0)) << "it stands below";
  EXPECT_THAT(WithoutCards(kProse + "<div class=row>" + Card("The ferry is late", "/late") + Card("The ferry is early", "/early") + "</div><div class=row>" +
                           Card("A ferry for sale", "/sale") + "</div>"),
              SizeIs(0))
      << "in rows";
}

TEST(DropCards, LeavesWhatAnAuthorLists) {
  EXPECT_THAT(WithoutCards(kProse + "<p>The ferries that we took:</p>" + Cards()), SizeIs(7)) << "a line with a colon announces them";
  EXPECT_THAT(WithoutCards(kProse + "<p>The ferries that we took:</p><h2>Ferries</h2>" + Cards()), SizeIs(8)) << "whatever heading they have";
  EXPECT_THAT(WithoutCards(kProse + Card("The ferry is late", "/late") + Card("The ferry is early", "/early")), SizeIs(4)) << "two";
  EXPECT_THAT(WithoutCards(kProse + Cards("https://shop.example")), SizeIs(6)) << "they lead to another site";
  EXPECT_THAT(WithoutCards(kProse + testing::Repeated("<h3><a href=/late>The ferry is late</a></h3><p>" + kExcerpt + "</p>", 3)), SizeIs(6))
      << "in no elements of their own";
  EXPECT_THAT(WithoutCards(kProse + testing::Repeated("<div><h3>The ferry is late</h3><p>" + kExcerpt + "</p></div>", 3)), SizeIs(6)) << "they lead nowhere";
  EXPECT_THAT(WithoutCards(kProse + testing::Repeated(Card("The ferry is late", "#late"), 3)), SizeIs(6)) << "they lead to chapters";
  EXPECT_THAT(WithoutCards(kProse + testing::Repeated("<li><a href=/late>The ferry is late</a></li>", 3)), SizeIs(3)) << "they say nothing";
  EXPECT_THAT(WithoutCards(kProse + testing::Repeated(Card("The ferry is late", "/late", kExcerpt + " <a href=https://shop.example/>Buy it.</a>"), 3)),
              SizeIs(6))
      << "what they are of is sold elsewhere";
}

TEST(DropCards, TellsTheSiteByItsName) {
  for (const char* site : {"https://pier.example", "http://www.pier.example", "//news.pier.example"})
    EXPECT_THAT(WithoutCards(kProse + Cards(site)), SizeIs(0)) << site;
  for (const char* site : {"https://notpier.example", "https://example"})
    EXPECT_THAT(WithoutCards(kProse + Cards(site)), Contains("The ferry is late")) << site;
  EXPECT_THAT(WithoutCards(kProse + Cards("https://pier.example"), 0.7F, PageType::kArticle, ""), Contains("The ferry is late")) << "nobody said which it is";
  EXPECT_THAT(WithoutCards(kProse + Cards(), 0.7F, PageType::kArticle, ""), Not(Contains("The ferry is late"))) << "relative addresses are of the same";
}

}  // namespace
}  // namespace pith::select

#include "core/metadata/metadata.h"

#include <gtest/gtest.h>

#include "core/annotate/annotate.h"
#include "core/metadata/title.h"
#include "unit/support/pages.h"

namespace pith::metadata {
namespace {

Metadata Of(std::string_view page, std::string_view url = {}) {
  const scan::Scanned scanned = scan::Scan(page, Limits{});
  const parse::Document document = parse::Parse(scanned.markup);
  return Read(document, annotate::Annotate(document), scanned.json_ld, url);
}

TEST(Metadata, OfAnEmptyPageIsEmpty) {
  const Metadata facts = Of("");
  EXPECT_EQ(facts.title + facts.byline + facts.published_time + facts.lang + facts.url + facts.image + facts.favicon, "");
}

TEST(Metadata, TakesTheSiteNameOffTheTitle) {
  EXPECT_EQ(Of("<title>The ferry waits | Harbour Review</title><meta property=og:site_name content='Harbour Review'>").title, "The ferry waits");
  EXPECT_EQ(WithoutSiteName("Harbour Review: a book", "Harbour Review"), "Harbour Review: a book");
  EXPECT_EQ(WithoutSiteName("The long way round to the sea - Sea News", ""), "The long way round to the sea");
  EXPECT_EQ(WithoutSiteName("Half-time", ""), "Half-time");
}

TEST(Metadata, PrefersTheHeadlineThatTheTitleConfirms) {
  EXPECT_EQ(Of("<title>The Ferry Waits for the Bus - News</title><h1>The ferry waits for the bus</h1>").title, "The ferry waits for the bus");
}

TEST(Metadata, ReadsJsonLdOfArticles) {
  const Metadata facts = Of(
      R"(<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"S"},{"@type":"NewsArticle","headline":"H","author":{"name":"Ann Example"},"datePublished":"2031-01-02"}]}</script>)");
  EXPECT_EQ(facts.byline, "Ann Example");
  EXPECT_EQ(facts.published_time, "2031-01-02");
}

TEST(Metadata, SurvivesJsonLdOfAnyShape) {
  for (const std::string_view json : {"{", "[]", "null", "{\"@type\":[\"Article\"],\"author\":[[]]}", "{\"@graph\":3}", "{\"@type\":\"Article\",\"author\":[{\"name\":{}}],\"headline\":[]}"}) {
    const Metadata facts = Of("<script type=application/ld+json>" + std::string(json) + "</script><title>t</title>");
    EXPECT_EQ(facts.title, "t") << json;
  }
}

TEST(Metadata, ReadsMetaElements) {
  const Metadata facts = Of(
      "<html lang=en_GB dir=RTL><meta name=author content=' Ann  Example '><meta property=article:published_time content=2031-01-02T03:04:05Z>"
      "<meta name=description content=d><meta property=og:image content=/i.png><link rel=canonical href=/c><link rel='shortcut icon' href=f.ico>",
      "https://example.org/dir/page");
  EXPECT_EQ(facts.byline, "Ann Example");
  EXPECT_EQ(facts.published_time, "2031-01-02T03:04:05Z");
  EXPECT_EQ(facts.lang, "en-GB");
  EXPECT_EQ(facts.dir, "rtl");
  EXPECT_EQ(facts.excerpt, "d");
  EXPECT_EQ(facts.image, "https://example.org/i.png");
  EXPECT_EQ(facts.url, "https://example.org/c");
  EXPECT_EQ(facts.favicon, "https://example.org/dir/f.ico");
}

TEST(Metadata, ResolvesTheBaseElementAgainstTheAddress) {
  const parse::Document document = testing::DocumentOf("<base href=/b/>");
  EXPECT_EQ(BaseOf(document, "https://example.org/x"), "https://example.org/b/");
  EXPECT_EQ(BaseOf(testing::DocumentOf("<p>"), "https://example.org/x"), "https://example.org/x");
}

TEST(Metadata, RefusesLanguagesThatAreNone) { EXPECT_EQ(Of("<html lang='en\"><script>'>").lang, ""); }

}  // namespace
}  // namespace pith::metadata

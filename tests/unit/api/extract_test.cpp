#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <sstream>

#include "core/json/reader.h"
#include "pith/pith.h"
#include "unit/support/pages.h"

namespace pith {
namespace {

using namespace std::string_view_literals;
using ::testing::Contains;
using testing::OwnPages;
using testing::Repeated;

TEST(Extract, RefusesPagesPastTheLimit) {
  Options options;
  options.limits.bytes = 10;
  const Result result = Extract("12345678901", options);
  EXPECT_EQ(result.failure.code, Error::kInputTooLarge);
  EXPECT_EQ(Extract("1234567890", options).failure.code, Error::kNone);
}

TEST(Extract, RefusesUnknownAndForeignEncodingsByName) {
  Options options;
  options.charset = "klingon";
  EXPECT_EQ(Extract("x", options).failure.code, Error::kUnknownEncoding);
  options.charset = "sjis";
  const Result result = Extract("x", options);
  EXPECT_EQ(result.failure.code, Error::kUnsupportedEncoding);
  EXPECT_EQ(ToJson(result, options), R"({"error":{"code":"unsupported-encoding","message":"the page is in shift_jis, which has to be turned into UTF-8 first","encoding":"shift_jis"}})");
}

TEST(Extract, GivesReceiptsThePlacesThatTheTreeNumbers) {
  Options options;
  options.explain = options.outputs.tree = true;
  std::vector<std::string> pages = OwnPages();
  pages.emplace_back("<p>The river rose in the night, and by the morning the lower road was gone.<br>Nobody in the village had heard it go, or so they say.<br><br>"
                     "The mayor came at nine with a lamp and a list of names that was longer than the village.</p><p>Share this article</p>");
  for (const std::string& page : pages) {
    const Article article = Extract(page, options).article;
    std::uint32_t numbered = 0;
    for (std::size_t at = 0; (at = article.tree.find("\"data-pith-block\"", at)) != std::string::npos; ++at) ++numbered;
    std::uint32_t last = 0;
    for (const Removal& removal : article.removed) {
      EXPECT_GE(removal.before, last) << removal.text;
      EXPECT_LE(removal.before, numbered) << removal.text;
      last = removal.before;
    }
  }
}

TEST(Extract, WarnsOfLimitsThatCutThePage) {
  Options options;
  options.limits.depth = 5;
  EXPECT_THAT(Extract(Repeated("<div>", 10) + "x", options).article.warnings, Contains("depth-limit"));
  options.limits = {};
  options.limits.nodes = 5;
  EXPECT_THAT(Extract(Repeated("<p>x", 10), options).article.warnings, Contains("nodes-limit"));
}

TEST(Extract, TellsThatAPageHasNoContent) { EXPECT_THAT(Extract("").article.warnings, Contains("no-content")); }

TEST(Extract, IsTotalForOddBytes) {
  for (const std::string_view page :
       {""sv, "\0"sv, "<"sv, "<p>a\0b</p>"sv, "\xFF\xFE"sv, "\xEF\xBB\xBF"sv, "<!"sv, "</"sv, "<a href="sv, "&#x0;&#xD800;&#x110000;"sv, "<table><tr><td><table>"sv, "<frameset>"sv, "<plaintext>x"sv, "<svg><math><p>"sv}) {
    const Result result = Extract(page);
    EXPECT_EQ(result.failure.code, Error::kNone);
    EXPECT_FALSE(json::Read(ToJson(result)).empty());
  }
}

TEST(Extract, IsTotalForPagesThatEndAnywhere) {
  for (const std::string& page : OwnPages()) {
    for (std::size_t size = 0; size < page.size(); size += 37) EXPECT_EQ(Extract(std::string_view(page).substr(0, size)).failure.code, Error::kNone);
  }
}

TEST(Extract, FillsOnlyTheOutputsThatAreWanted) {
  Options options;
  options.outputs = {.html = false, .markdown = false, .text = true, .tree = false};
  const Result result = Extract("<p>text", options);
  EXPECT_EQ(result.article.html + result.article.markdown + result.article.tree, "");
  const std::string written = ToJson(result, options);
  const json::Tree tree = json::Read(written);
  EXPECT_EQ(json::Find(tree, tree[0], "html"), nullptr);
  EXPECT_NE(json::Find(tree, tree[0], "text"), nullptr);
}

TEST(Extract, GivesReceiptsOnlyWhenAsked) {
  for (const std::string& page : OwnPages()) {
    Options options;
    EXPECT_TRUE(Extract(page, options).article.removed.empty());
    options.explain = true;
    const Article article = Extract(page, options).article;
    EXPECT_FALSE(article.removed.empty()) << article.metadata.title;
  }
}

TEST(Extract, ReadsLinesOfPlainText) {
  Options options;
  options.plain = true;
  const Result result = Extract("<b>not markup</b>\r\n\r\nsecond line", options);
  EXPECT_EQ(result.failure.code, Error::kNone);
  EXPECT_EQ(result.article.html.find("<b>"), std::string::npos);
}

TEST(Extract, GivesTheSameForTheSamePage) {
  for (const std::string& page : OwnPages()) EXPECT_EQ(ToJson(Extract(page)), ToJson(Extract(page)));
}

/// Pages that would take minutes if some stage were quadratic; the bound is loose enough for a slow machine with sanitizers.
TEST(Extract, TakesSecondsForHostilePages) {
  std::string attributes = "<p";
  for (int i = 0; i < 50'000; ++i) attributes += " a" + std::to_string(i) + "=1";
  std::string formatting;
  for (int i = 0; i < 10'000; ++i) formatting += "<div><b id=" + std::to_string(i) + "></div>x";
  const std::vector<std::string> pages = {Repeated("<div>", 3'000) + "x",
                                          Repeated("<div>", 100'000),
                                          "<p>" + Repeated("<span>", 50'000) + "x",
                                          "<p>" + Repeated("<em>a</em> <a href=/b>c</a> ", 10'000),
                                          Repeated("<blockquote>", 390) + Repeated("<p>x", 10'000),
                                          Repeated("<ul><li>", 190) + Repeated("<p>x", 10'000),
                                          Repeated("<table><tr><td>", 120) + Repeated("<p>x", 10'000),
                                          "<table>" + Repeated("<tr><td colspan=9999 rowspan=9999>x", 5'000),
                                          attributes + ">text",
                                          formatting,
                                          Repeated("<a href=x>", 20'000) + "y",
                                          Repeated("</p>", 50'000),
                                          Repeated("&amp", 100'000),
                                          Repeated("<!-- -->", 50'000)};
  Options options;
  options.outputs.tree = true;
  for (const std::string& page : pages) {
    SCOPED_TRACE(page.substr(0, 60));
    const auto start = std::chrono::steady_clock::now();
    const Result result = Extract(page, options);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    EXPECT_EQ(result.failure.code, Error::kNone);
    EXPECT_LT(seconds.count(), 20);
  }
}

TEST(Version, IsThatOfThePackage) {
  std::ostringstream package;
  package << std::ifstream(PITH_SOURCE_DIR "/package.json").rdbuf();
  EXPECT_NE(package.str().find("\"version\": \"" + std::string(Version()) + "\""), std::string::npos) << Version();
}

}  // namespace
}  // namespace pith

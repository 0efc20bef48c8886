#include "core/rules/rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "pith/pith.h"

namespace pith {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::string_view kPage = R"(<!DOCTYPE html><html lang=en><title>Gulls are back</title><nav class=menu><a href=/>Home</a> <a href=/n>News</a></nav><main>
<h1>Gulls are back</h1>
<p class="lead wide">The gulls returned to the pier on Monday, and nobody had fed them<sup class=ref><a href="#n1">[1]</a></sup>, said the <a href=/warden>warden</a> of the pier.</p>
<figure><img src=/g.jpg alt=Gulls><figcaption>Gulls on the pier, in rows</figcaption></figure>
<p>Nobody had fed them, said the warden, who keeps a book in which she writes down every bird that lands on the railing.</p>
<table><tr><th>Day<th>Gulls<tr><td>Monday<td>412</table>
<p>It is too early to say whether they will stay through the summer, but the sellers have ordered larger umbrellas.</p></main>
<div class=promo>Subscribe to our newsletter for more gulls</div>
<section class=comments><h2>Comments</h2><div><p>I saw four hundred of them on the roof of my house, and they would not leave.</p><button>Reply</button></div></section>)";

Article ArticleWith(const Options& changes) {
  Options options = changes;
  options.explain = true;
  const Result result = Extract(kPage, options);
  EXPECT_EQ(result.failure.message, "");
  return result.article;
}

std::string ReasonOf(const Article& article, std::string_view text) {
  for (const Removal& removal : article.removed) {
    if (removal.text.find(text) != std::string::npos) return removal.reason;
  }
  return "kept";
}

TEST(Rules, KeepWhatTheScorerWouldLeaveOut) {
  Options options;
  EXPECT_THAT(ArticleWith(options).text, Not(HasSubstr("Subscribe")));
  options.rules.keep = ".promo";
  const Article article = ArticleWith(options);
  EXPECT_THAT(article.text, HasSubstr("Subscribe"));
  EXPECT_THAT(article.text, HasSubstr("umbrellas")) << "the rest is judged as ever";
}

TEST(Rules, RemoveABlockWithAReceiptAndAPieceOfALineWithItsText) {
  Options options;
  options.rules.remove = ".lead, sup.ref";
  const Article article = ArticleWith(options);
  EXPECT_EQ(ReasonOf(article, "returned"), "rule");
  EXPECT_THAT(article.text, HasSubstr("Nobody"));

  options.rules.remove = "sup.ref";
  EXPECT_THAT(ArticleWith(options).text, HasSubstr("nobody had fed them, said the warden of the pier."));
}

TEST(Rules, RemoveOutranksKeep) {
  Options options;
  options.rules.keep = "main";
  options.rules.remove = "main > p:last-child";
  const Article article = ArticleWith(options);
  EXPECT_EQ(ReasonOf(article, "umbrellas"), "rule");
  EXPECT_THAT(article.text, HasSubstr("Nobody"));
  EXPECT_EQ(ReasonOf(article, "Gulls are back"), "title") << "the headline is not said twice";
}

TEST(Rules, RootConfinesTheArticle) {
  Options options;
  options.rules.root = "p.lead";
  const Article article = ArticleWith(options);
  EXPECT_EQ(article.text, "The gulls returned to the pier on Monday, and nobody had fed them[1], said the warden of the pier.");
  EXPECT_EQ(ReasonOf(article, "umbrellas"), "rule");
}

TEST(Rules, ARootThatThePageHasNotIsAWarning) {
  Options options;
  options.rules.root = ".story";
  const Article article = ArticleWith(options);
  EXPECT_THAT(article.warnings, Contains("root-not-found"));
  EXPECT_THAT(article.text, HasSubstr("umbrellas"));
}

TEST(Rules, AWrongSelectorIsRefusedWithItsPlace) {
  Options options;
  options.rules.remove = "p >";
  const Result result = Extract(kPage, options);
  EXPECT_EQ(result.failure.code, Error::kBadRule);
  EXPECT_EQ(result.failure.message, "the rule remove is wrong: a selector is expected at character 4 of p >");
  EXPECT_THAT(ToJson(result, options), HasSubstr(R"("code":"bad-rule")"));
}

TEST(Parts, LinksImagesAndTablesCanBeLeftOut) {
  Options options;
  options.parts = {false, false, false, false};
  const Article article = ArticleWith(options);
  EXPECT_THAT(article.html, Not(HasSubstr("<a ")));
  EXPECT_THAT(article.html, HasSubstr("said the warden of the pier"));
  EXPECT_THAT(article.html, Not(HasSubstr("<img")));
  EXPECT_THAT(article.html, Not(HasSubstr("figure")));
  EXPECT_EQ(ReasonOf(article, "in rows"), "option");
  EXPECT_THAT(article.html, Not(HasSubstr("412")));
  EXPECT_EQ(ReasonOf(article, "412"), "option");
}

TEST(Parts, CommentsCanBeKeptWithoutTheirButtons) {
  Options options;
  EXPECT_THAT(ArticleWith(options).text, Not(HasSubstr("four hundred")));
  options.parts.comments = true;
  const Article article = ArticleWith(options);
  EXPECT_THAT(article.text, HasSubstr("four hundred"));
  EXPECT_THAT(article.text, Not(HasSubstr("Reply")));
}

TEST(KeepClasses, KeepsThoseThatAreWantedOrAll) {
  Options options;
  EXPECT_THAT(ArticleWith(options).html, Not(HasSubstr("lead")));
  options.keep_classes = "lead promo";
  EXPECT_THAT(ArticleWith(options).html, HasSubstr(R"(<p class="lead">)"));
  options.keep_classes = "*";
  EXPECT_THAT(ArticleWith(options).html, HasSubstr(R"(<p class="lead wide">)"));
  options.outputs.tree = true;
  EXPECT_THAT(ArticleWith(options).tree, HasSubstr(R"("class":"lead wide")"));
}

TEST(Modes, MoveTheBorderBothWays) {
  const auto words = [](Mode mode) {
    Options options;
    options.mode = mode;
    return ArticleWith(options).word_count;
  };
  EXPECT_LE(words(Mode::kPrecision), words(Mode::kBalanced));
  EXPECT_LE(words(Mode::kBalanced), words(Mode::kRecall));
}

TEST(IsProbablyReadable, TellsProseFromMenus) {
  std::string prose = "<title>T</title>", menu = "<ul>";
  for (int i = 0; i < 8; ++i) prose += "<p>The gulls returned to the pier on Monday, and by noon nobody in the town spoke of anything else at all.</p>";
  for (int i = 0; i < 200; ++i) menu += "<li><a href=/>A headline of some length that leads to another page of the site, as they do</a></li>";
  EXPECT_TRUE(IsProbablyReadable(prose).readable);
  EXPECT_FALSE(IsProbablyReadable(menu).readable);
  EXPECT_FALSE(IsProbablyReadable("<script>" + prose + "</script>").readable);
  EXPECT_FALSE(IsProbablyReadable("<!--" + prose).readable);
  EXPECT_FALSE(IsProbablyReadable("<nav>" + prose + "</nav>").readable);
  EXPECT_FALSE(IsProbablyReadable("<").readable);
  EXPECT_FALSE(IsProbablyReadable("").readable);
}

TEST(IsProbablyReadable, KnowsPlainTextAndScriptsWithoutSpaces) {
  std::string lines, chinese;
  for (int i = 0; i < 8; ++i) lines += "The gulls returned to the pier on Monday, and by noon nobody in the town < spoke of anything else at all.\n";
  for (int i = 0; i < 8; ++i) chinese += "<p>海鸥星期一回到了码头，到了中午，镇上的人都在谈论它们，没有人谈论别的事情，也没有人喂过它们。</p>";
  Options plain;
  plain.plain = true;
  EXPECT_TRUE(IsProbablyReadable(lines, plain).readable);
  std::replace(lines.begin(), lines.end(), '\n', '\r');
  EXPECT_TRUE(IsProbablyReadable(lines, plain).readable);
  std::string menu;
  for (int i = 0; i < 200; ++i) menu += "Gulls and piers\r";
  EXPECT_FALSE(IsProbablyReadable(menu, plain).readable) << "lines end with either";
  EXPECT_TRUE(IsProbablyReadable(chinese).readable);
  Options small;
  small.limits.bytes = 10;
  EXPECT_EQ(IsProbablyReadable(chinese, small).failure.code, Error::kInputTooLarge);
}

TEST(IsProbablyReadable, SaysWhatHasToBeDecodedFirst) {
  const Probe encoded = IsProbablyReadable("<meta charset=shift_jis><p>\x83\x4A");
  EXPECT_EQ(encoded.failure.code, Error::kUnsupportedEncoding);
  EXPECT_EQ(encoded.failure.encoding, "shift_jis");
  EXPECT_THAT(ToJson(encoded), HasSubstr(R"("code":"unsupported-encoding")"));
  Options unknown;
  unknown.charset = "klingon-8";
  EXPECT_EQ(IsProbablyReadable("<p>", unknown).failure.code, Error::kUnknownEncoding);
  EXPECT_EQ(ToJson(IsProbablyReadable("\x89PNG\r\n\x1a\n", unknown)), "false");
  EXPECT_EQ(ToJson(IsProbablyReadable("<p>")), "false");
}

}  // namespace
}  // namespace pith

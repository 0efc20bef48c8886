#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
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
using ::testing::Not;
using testing::OwnPages;
using testing::Repeated;

TEST(Extract, RefusesPagesPastTheLimit) {
  Options options;
  options.limits.bytes = 10;
  const Result result = Extract("12345678901", options);
  EXPECT_EQ(result.failure.code, Error::kInputTooLarge);
  EXPECT_EQ(result.failure.message, "the page has more bytes than the limit of 10");
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

TEST(Extract, SaysWhichElementAReceiptIsOf) {
  Options options;
  options.explain = true;
  // html 0, head 1, body 2, main 3, three paragraphs from 4 on, aside 7, its paragraph 8
  const Article article = Extract("<main><p>The river rose in the night, and by the morning the lower road was gone.<p>Nobody in the village had heard it go, or so they say."
                                  "<p>The mayor came at nine with a lamp and a list of names that was longer than the village.</main><aside><p>Share this <b>article</b></aside>", options).article;
  ASSERT_EQ(article.removed.size(), 1U);
  EXPECT_EQ(article.removed[0].element, 8U);
}

TEST(Extract, WarnsOfLimitsThatCutThePage) {
  Options options;
  options.limits.depth = 5;
  EXPECT_THAT(Extract(Repeated("<div>", 10) + "x", options).article.warnings, Contains("depth-limit"));
  options.limits = {};
  options.limits.nodes = 5;
  EXPECT_THAT(Extract(Repeated("<p>x", 10), options).article.warnings, Contains("nodes-limit"));
}

/// A page of many paragraphs, each of its own words.
std::string LongPage() {
  std::string page = "<title>Gulls</title><article><h1>Gulls</h1>";
  for (int i = 0; i < 400; ++i) page += "<p>Gull " + std::to_string(i) + " returned to the pier on Monday, and nobody who lives there had fed it or says so.</p>";
  return page + "</article>";
}

TEST(Extract, CutsThePageWhereItsWorkIsSpentTheSameEveryTime) {
  const std::string page = LongPage();
  Options options;
  options.limits.work = 20'000;
  const Article cut = Extract(page, options).article;
  EXPECT_THAT(cut.warnings, Contains("work-limit"));
  EXPECT_NE(cut.text.find("Gull 3 "), std::string::npos);
  EXPECT_EQ(cut.text.find("Gull 300 "), std::string::npos);
  EXPECT_EQ(Extract(page, options).article.text, cut.text);
  options.limits.work = 200'000;
  EXPECT_THAT(Extract(page, options).article.warnings, Not(Contains("work-limit")));
  options.limits.work = 5'000;
  options.plain = true;
  EXPECT_THAT(Extract(Repeated("A line of words.\n", 1000), options).article.warnings, Contains("work-limit"));
  options.limits = {};
  options.limits.nodes = 10;
  EXPECT_THAT(Extract(Repeated("A line of words.\n", 1000), options).article.warnings, Contains("nodes-limit"));
}

TEST(Extract, LeavesOutBlocksAtTheEndUntilEachRenderingFits) {
  Options options;
  options.outputs.tree = true;
  const std::string page = LongPage();
  const Article whole = Extract(page, options).article;
  for (const std::size_t limit : {std::size_t{10'000}, std::size_t{300}, std::size_t{1}}) {
    options.limits.output_bytes = std::max<std::size_t>(limit, 2);  // an empty tree is []
    const Article cut = Extract(page, options).article;
    EXPECT_THAT(cut.warnings, Contains("output-limit"));
    for (const std::string& rendering : {cut.html, cut.markdown, cut.text, cut.tree}) EXPECT_LE(rendering.size(), options.limits.output_bytes);
    EXPECT_EQ(whole.text.substr(0, cut.text.size()), cut.text);
    EXPECT_FALSE(json::Read(cut.tree).empty());
    if (limit == 10'000) {
      EXPECT_GT(cut.tree.size(), limit / 3) << "no more than needed is left out";
    }
  }
}

TEST(Extract, LeavesOutNoMoreThanDoesNotFit) {
  const auto text_of = [](const std::string& page, std::size_t limit) {
    Options options;
    options.outputs = {.html = true, .markdown = false, .text = true, .tree = false};
    options.rules.keep = "p,li";
    options.limits.output_bytes = limit;
    return Extract(page, options).article.text;
  };
  const std::string page = "<title>Gulls</title><p>The first one is short.<p>So is <em>the</em> second.<ul><li>And an item.</ul><p>" +
                           Repeated("The last one goes on and on. ", 100);
  EXPECT_EQ(text_of(page, 2000), "The first one is short.\n\nSo is the second.\n\n- And an item.") << "though they are a tenth of the page";
  EXPECT_EQ(text_of(page, 160), "The first one is short.\n\nSo is the second.") << "no empty list";
  EXPECT_EQ(text_of(page, 120), "The first one is short.") << "nothing of a paragraph that does not fit";
  EXPECT_EQ(text_of(page, 20), "");
}

TEST(Extract, CountsTheWordsOfItsText) {
  const auto words_of = [](const std::string& page, std::size_t limit) {
    Options options;
    options.rules.keep = "body";
    options.limits.output_bytes = limit;
    return Extract(page, options).article;
  };
  std::string code = "<p>One two three.</p><ul><li>four<li>five</ul><table class=highlight>";
  for (int i = 0; i < 8; ++i) code += "<tr><td class=line-number>" + std::to_string(i) + "</td><td class=code>int six;</td></tr>";
  const std::string page = code + "</table><p>line<br>and line<br>again</p><figure><img src=a.png><figcaption>a caption</figcaption></figure>";
  EXPECT_EQ(words_of(page, 1 << 20).word_count, 3U + 2 + 16 + 4) << words_of(page, 1 << 20).text;
  const Article cut = words_of(page, 45);
  EXPECT_EQ(cut.word_count, 3U) << cut.text;
  const Article none = words_of(page, 5);
  EXPECT_EQ(none.word_count, 0U);
  EXPECT_EQ(none.reading_minutes, 0U);
  EXPECT_THAT(none.warnings, Contains("no-content"));
}

/// A story of our own, with the mark-up given for each paragraph.
std::string Story(const std::string& begin, const std::string& end) {
  std::string story;
  for (int i = 0; i < 8; ++i) story += begin + "Gull " + std::to_string(i) + " came back to the pier in the morning, and nobody who lives there had seen it leave." + end;
  return story;
}

TEST(Extract, GivesTextThatThePageCarriesWhereItShowsNone) {
  Options options;
  options.explain = options.outputs.tree = true;
  const std::string shown = "<title>Gulls</title><h1>Gulls</h1><p>Loading, please wait.</p>";
  const std::string in_json_ld = R"(<script type="application/ld+json">{"@type":"Article","headline":"Gulls","articleBody":")" + Story("", "\\n") + "\"}</script>";
  const std::string in_data = R"(<script type="application/json">{"page":{"title":"Gulls","html":")" + Story("<p>", "</p>") + "\"}}</script>";
  for (const std::string& data : {in_json_ld, in_data}) {
    const Article article = Extract(shown + data, options).article;
    EXPECT_THAT(article.warnings, Contains("text-from-data"));
    EXPECT_NE(article.text.find("Gull 0 "), std::string::npos);
    EXPECT_NE(article.text.find("Gull 7 "), std::string::npos);
    EXPECT_NE(article.html.find("</p>\n<p>"), std::string::npos) << article.html;
    EXPECT_EQ(article.tree.find("data-pith-element"), std::string::npos) << "it was in no element";
    EXPECT_EQ(article.metadata.title, "Gulls");
    const auto is_loading = [](const Removal& removal) { return removal.text == "Loading, please wait."; };
    EXPECT_TRUE(std::any_of(article.removed.begin(), article.removed.end(), is_loading)) << "what is shown has a receipt";
  }
}

TEST(Extract, KeepsToWhatThePageShowsWhereThatIsTheArticle) {
  const std::string data = R"(<script type="application/ld+json">{"@type":"Article","articleBody":")" + Story("", "\\n") + "\"}</script>";
  const Article article = Extract("<title>Gulls</title><article><h1>Gulls</h1>" + Story("<p>", "</p>") + "</article>" + data).article;
  EXPECT_THAT(article.warnings, Not(Contains("text-from-data")));
  Options options;
  options.rules.root = "main";
  EXPECT_THAT(Extract("<title>Gulls</title><main><p>A line that the user wants.</p></main>" + data, options).article.warnings, Not(Contains("text-from-data")));
}

TEST(Extract, ReadsDeclaredShadowRootsAndNoOtherTemplates) {
  EXPECT_NE(Extract("<title>Gulls</title><x-page><template shadowrootmode=open><article>" + Story("<p>", "</p>") + "</article></template></x-page>").article.text.find("Gull 7 "), std::string::npos);
  EXPECT_EQ(Extract("<title>Gulls</title><template><article>" + Story("<p>", "</p>") + "</article></template>").article.text, "");
}

TEST(Extract, ListsOtherArticlesOfThePage) {
  Options options;
  options.url = "https://pier.example/1";
  options.explain = true;
  const auto article_of = [](const std::string& title, const std::string& address, const std::string& end) {
    return "<article><h1><a href='" + address + "'>" + title + "</a></h1>" + Story("<p>", " " + end + "</p>") + "</article>";
  };
  const Article article = Extract("<title>Gulls</title>" + article_of("Gulls", "/1", "They say so.") + article_of("Cranes", "/2", "Others deny it."), options).article;
  ASSERT_EQ(article.others.size(), 1U);
  EXPECT_EQ(article.others[0].title, "Cranes");
  EXPECT_EQ(article.others[0].url, "https://pier.example/2");
  EXPECT_NE(article.text.find("They say so."), std::string::npos);
  EXPECT_EQ(article.text.find("Others deny it."), std::string::npos);
  EXPECT_EQ(std::count_if(article.removed.begin(), article.removed.end(), [](const Removal& removal) { return removal.reason == "story"; }), 9);
}

TEST(Extract, RefusesASnapshotOfTooManyBytes) {
  Options options;
  options.limits.bytes = 10;
  EXPECT_EQ(ExtractSnapshot("\1html\5a text of more\4", options).failure.code, Error::kInputTooLarge);
}

TEST(Extract, GivesNoControlCharactersWhateverTheyCameAs) {
  const std::string line =
      "Boats came in\x1B[2J one after another on a grey morning,\u009B and the people on the quay counted them and wrote down their names.\x7F ";
  const std::string references =
      "Boats came in&#27;[2J one after another on a grey morning,&#x9D; and the people on the quay counted&#8; them and wrote down&#127; their names. ";
  const auto body = [](const std::string& words) {
    return "<article><h1>Boats" + words + "</h1><p>" + Repeated(words, 3) + "<p>" + Repeated(words, 3) + "</article>";
  };
  const std::string title = R"(<title>Boats&#27;]0;x</title><meta name=description content="&amp;#27;[2J">)";
  const std::string data = R"(<script type="application/ld+json">{"@type":"Article","headline":"Boats\u001b[2J","author":"A\u001b[2J Ferry","articleBody":")" +
                           Repeated(R"(Ships went out\u001b[2J to sea in the night, and nobody saw\u009b them go. )", 60) + "\"}</script>";
  const auto has_control = [](std::string_view text) {
    const auto is_control = [](char c) { return (static_cast<unsigned char>(c) < ' ' && c != '\n') || c == '\x7F'; };
    return std::any_of(text.begin(), text.end(), is_control) || text.find("\u009B") != std::string_view::npos || text.find("\u009D") != std::string_view::npos;
  };
  Options options;
  options.explain = options.front_matter = options.outputs.tree = true;
  const auto expect_none = [&](const Result& result, const char* of) {
    ASSERT_GT(result.article.word_count, 20U) << of;
    const Article& article = result.article;
    const Metadata& facts = article.metadata;
    for (const std::string* text : {&article.html, &article.markdown, &article.text, &article.tree, &facts.title, &facts.byline, &facts.excerpt}) {
      EXPECT_FALSE(has_control(*text)) << of << *text;
    }
    for (const Removal& removal : article.removed) EXPECT_FALSE(has_control(removal.text)) << of;
  };
  expect_none(Extract(title + body(references), options), "references");
  expect_none(Extract(title + data + "<p>Loading", options), "data");
  expect_none(ExtractSnapshot("\1html\1body\1article\1p\5" + Repeated(line, 6) + "\4\4\4\4", options), "a live page");
  options.plain = true;
  expect_none(Extract(Repeated(line, 6), options), "plain text");
}

TEST(Extract, IsTotalForASampleThatEndsAtAnyByte) {
  const std::string sample =
      "<!DOCTYPE html><html lang=en><meta charset=utf-8><title>Gulls &amp; piers</title><script type=\"application/ld+json\">{\"@type\":\"Article\",\"headline\":\"Gulls\"}</script>"
      "<body class='a b'><article><h1>Gulls</h1><p>The <b>gulls <i>returned</b> to</i> the pier &#8212; \xE9\xB3\xA5 &copy; on <a href=\"/m?a=1&amp;b\">Monday</a>.</p><table><tr><td>1<td>2</table>"
      "<pre><code class=language-c>int a;</code></pre><math><mi>x</mi><mo>=</mo><mn>1</mn></math><svg><title>s</title></svg><img src=/a.png alt=gull srcset='/b.png 2x'><!-- end --></article>";
  Options options;
  options.explain = true;
  options.outputs.tree = true;
  for (std::size_t size = 0; size <= sample.size(); ++size) {
    const Result result = Extract(std::string_view(sample).substr(0, size), options);
    ASSERT_EQ(result.failure.code, Error::kNone) << size;
    ASSERT_FALSE(json::Read(ToJson(result, options)).empty()) << size;
  }
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

TEST(Extract, LeavesTextsOutOfTheJsonForWhoeverTakesThemApart) {
  const Result result = Extract("<title>A \"gull\"</title><p>text");
  const std::string written = ToJson(result, {}, Texts::kApart);
  const json::Tree tree = json::Read(written);
  for (const std::string_view name : {"html", "markdown", "text"}) {
    ASSERT_NE(json::Find(tree, tree[0], name), nullptr) << name;
    EXPECT_EQ(json::Find(tree, tree[0], name)->text, "") << name;
  }
  EXPECT_EQ(json::Find(tree, tree[0], "title")->text, "A \"gull\"");
  EXPECT_LT(written.size(), ToJson(result).size());
}

TEST(Extract, GivesTheSameOfAPageThatItOwns) {
  const std::string prose(3000, 'a');
  const std::string with_data = "<title>A gull</title><script type=application/ld+json>{\"@type\":\"Article\",\"author\":\"Ann Gull\",\"articleBody\":\"" +
                                prose + "\"}</script><p>Short.";
  std::vector<std::string> pages = OwnPages();
  pages.insert(pages.end(), {with_data, with_data + "<!--" + std::string(40000, 'x') + "-->", "", "caf\xE9"});
  for (const std::string& page : pages) {
    Options options;
    options.explain = true;
    EXPECT_EQ(ToJson(ExtractOwned(page, options), options), ToJson(Extract(page, options), options));
    options.ranges = Unit::kBytes;
    EXPECT_EQ(ToJson(ExtractOwned(page, options), options), ToJson(Extract(page, options), options));
  }
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

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
  EXPECT_EQ(WithoutSiteName("Harbour Review: a book", {"Harbour Review", {}, {}}), "Harbour Review: a book");
  EXPECT_EQ(WithoutSiteName("The long way round to the sea - Sea News", {}), "The long way round to the sea");
  EXPECT_EQ(WithoutSiteName("Half-time", {}), "Half-time");
  EXPECT_EQ(WithoutSiteName("Gulls | Harbour Review", {{}, "www.harbourreview.example", {}}), "Gulls");
  EXPECT_EQ(WithoutSiteName("Harbour Review | Gulls", {"Harbour Review", {}, {}}), "Gulls");
  EXPECT_EQ(WithoutSiteName("Gulls | Harbour.org", {}), "Gulls");
}

TEST(Metadata, PrefersTheHeadlineThatTheTitleConfirms) {
  EXPECT_EQ(Of("<title>The Ferry Waits for the Bus - News</title><h1>The ferry waits for the bus</h1>").title, "The ferry waits for the bus");
}

TEST(Metadata, TakesASecondHeadingThatTheTitleBeginsWith) {
  EXPECT_EQ(Of("<title>Council backs new bridge : Harbour Post</title><h1><img src=logo.png></h1><h2>Council backs new bridge</h2>").title,
            "Council backs new bridge");
  EXPECT_EQ(Of("<title>The bridge : how the council came to back it</title><h2>The bridge</h2>").title, "The bridge : how the council came to back it")
      << "a small part of it";
  EXPECT_EQ(Of("<title>Council backs new bridges</title><h2>Council backs new bridge</h2>").title, "Council backs new bridges") << "another word";
  EXPECT_EQ(Of("<title>Riding the old ferry: a guide</title><h2>Riding the old ferry</h2>").title, "Riding the old ferry: a guide") << "a part of a title";
}

TEST(Metadata, TakesNoSiteNameInAHeadingForTheHeadline) {
  EXPECT_EQ(Of("<title>How the gulls came back to the pier | Sea Pages</title><h1>Sea Pages</h1><p>x").title, "How the gulls came back to the pier");
  EXPECT_EQ(Of("<title>Knots - The Sailor's Book</title><h1>The Sailor's Book</h1><h2>Knots</h2>").title, "Knots");
  EXPECT_EQ(Of("<title>Knots - The Sailor's Book</title><h1>The Sailor's Book</h1><h1>Knots</h1>").title, "Knots");
}

TEST(Metadata, TakesNoKickerForAPartOfTheHeadline) {
  const std::string heading = "<h1><span>The coast</span> How the gulls came back to the pier</h1>";
  EXPECT_EQ(Of("<title>How the gulls came back to the pier | Sea Pages</title>" + heading).title, "How the gulls came back to the pier");
  EXPECT_EQ(
      Of("<title>The coast: How the gulls came back to the pier</title><meta property=og:title content='How the gulls came back to the pier'>" + heading).title,
      "The coast How the gulls came back to the pier");
}

TEST(Metadata, TakesTheHeadingThatJsonLdNames) {
  EXPECT_EQ(Of(R"(<title>Best gull facts of the year</title><h1>Blog</h1><h1>Ten things that gulls do</h1><script type="application/ld+json">{"@type":"BlogPosting","headline":"Ten things that gulls do"}</script>)").title,
            "Ten things that gulls do");
}

TEST(Metadata, ReadsAHeadingWithoutItsButtonsAndSoftHyphens) {
  EXPECT_EQ(Of("<title>Gull watching</title><h1>Gull&shy; watching <button>Copy link</button></h1>").title, "Gull watching");
  EXPECT_EQ(Of("<title>Gulls of the Weir</title><h1>GULLS OF THE WEIR</h1>").title, "Gulls of the Weir");
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

TEST(Metadata, NamesEveryAuthorAndLooksUpThoseThatAreOnlyReferredTo) {
  const Metadata facts = Of(
      R"(<script type="application/ld+json">{"@graph":[{"@type":"Article","author":[{"@id":"#a"},{"@type":"Person","name":"John Roe"}]},{"@type":"Person","@id":"#a","name":"Jane Doe"}]}</script>)");
  EXPECT_EQ(facts.byline, "Jane Doe, John Roe");
  EXPECT_EQ(facts.authors, (std::vector<std::string>{"Jane Doe", "John Roe"}));
}

TEST(Metadata, FindsAnImageByAnyOfItsAddresses) {
  const auto image = [](const std::string& value) {
    return Of(R"(<script type="application/ld+json">{"@graph":[{"@type":"Article","image":)" + value +
              R"(},{"@type":"ImageObject","@id":"#i","contentUrl":"https://e.org/i.png"}]}</script>)")
        .image;
  };
  EXPECT_EQ(image(R"({"url":"https://e.org/u.png","contentUrl":"https://e.org/c.png"})"), "https://e.org/u.png");
  EXPECT_EQ(image(R"([{"contentUrl":"https://e.org/c.png"}])"), "https://e.org/c.png");
  EXPECT_EQ(image(R"({"@id":"#i"})"), "https://e.org/i.png");
  EXPECT_EQ(image(R"({"@id":"#unknown"})"), "");
}

TEST(Metadata, TakesNoBlankForTheImage) {
  EXPECT_EQ(Of("<meta property=og:image content=https://e.org/i/blank.jpg?w=1>").image, "");
  EXPECT_EQ(Of("<meta property=og:image content=https://e.org/1x1.gif><meta name=twitter:image content=https://e.org/Placeholder.png><link rel=image_src "
               "href=https://e.org/i.png>")
                .image,
            "https://e.org/i.png");
  EXPECT_EQ(Of("<meta property=og:image content=https://e.org/pixel/blank-page.jpg>").image, "https://e.org/pixel/blank-page.jpg");
}

TEST(Metadata, TakesOnlyTagsForALanguage) {
  for (const std::string tag : {"en-GB", "zh_Hant", "de-1996"}) EXPECT_EQ(Of("<html lang=" + tag + ">").lang.substr(0, 2), tag.substr(0, 2));
  for (const std::string slip : {"123", "e", "en-", "en--GB", "-en", "4n"}) EXPECT_EQ(Of("<html lang=" + slip + ">").lang, "") << slip;
}

TEST(Metadata, HasTheAddressThatWasGivenUnlessNoPageCanComeFromThere) {
  EXPECT_EQ(Of("<p>a", "https://e.org/a").url, "https://e.org/a");
  EXPECT_EQ(Of("<p>a", "file:///a.html").url, "file:///a.html");
  for (const std::string_view given : {"JavaScript:alert(1)", "data:text/html,<b>", "mailto:a@e.org", "/a"}) EXPECT_EQ(Of("<p>a", given).url, "") << given;
}

TEST(Metadata, PrefersAPersonToTheSite) {
  const std::string site = R"(<meta property=og:site_name content="Harbour Review"><script type="application/ld+json">{"@type":"Article","author":{"@type":"Organization","name":"Harbour Review"}}</script>)";
  EXPECT_EQ(Of(site + "<h1>Gulls</h1><p>By Jane Doe</p>").byline, "Jane Doe");
  EXPECT_EQ(Of(site + "<h1>Gulls</h1>").byline, "Harbour Review");
}

TEST(Metadata, ReadsBylinesBelowTheHeadline) {
  EXPECT_EQ(Of("<h1>Gulls</h1><div>By Jane Doe and John Roe</div><div>May 17, 2031</div>").byline, "Jane Doe, John Roe");
  EXPECT_EQ(Of("<h1>Gulls</h1><div>Written by</div><div>Jane Doe</div>").byline, "Jane Doe");
  EXPECT_EQ(Of("<h1>Gulls</h1><p><a href=/authors/jane-doe>Jane Doe</a></p>").byline, "Jane Doe");
  EXPECT_EQ(Of("<h1>Gulls</h1><div class=author><span>Jane Doe</span><span>Editor</span></div>").byline, "Jane Doe");
  EXPECT_EQ(Of("<h1>Gulls</h1><div class=author>Read more</div><form><label>Name *</label></form>").byline, "");
}

TEST(Metadata, PartsBylinesThatOnlyTheStyleParts) {
  EXPECT_EQ(Of("<h1>Möwen</h1><p><time>17. Mai 2031</time> von <a>Jana Weiß</a><span>in Küste</span></p>").byline, "Jana Weiß");
  EXPECT_EQ(Of("<h1>Gaviotas</h1><p>Por <b>Juana Ejemplo</b><a>juana@example.org</a></p>").byline, "Juana Ejemplo");
}

TEST(Metadata, TakesNoMenuForAByline) {
  const std::string name = "<a href=/user/jane class=author>My Harbour</a>";
  EXPECT_EQ(Of("<nav>" + name + "</nav><h1>Gulls</h1>").byline, "");
  EXPECT_EQ(Of("<ul><li class='menu-item my-profile'>My Harbour</li></ul><h1>Gulls</h1>").byline, "");
  EXPECT_EQ(Of("<nav><a>x</a></nav><h1>Gulls</h1>" + name).byline, "My Harbour");
}

TEST(Metadata, TurnsLibraryNamesRound) { EXPECT_EQ(Of("<meta name=citation_author content='Doe, Jane'><meta name=citation_author content='Roe, John'>").byline, "Jane Doe, John Roe"); }

TEST(Metadata, ReadsDatesThatOnlyPeopleAreShown) {
  const Metadata facts = Of("<html lang=de><h1>Möwen</h1><p>Von Jana Muster, 17. Mai 2031, aktualisiert am 19. Mai 2031</p><p>Text.");
  EXPECT_EQ(facts.published_time, "2031-05-17");
  EXPECT_EQ(facts.published_text, "17. Mai 2031");
  EXPECT_EQ(facts.modified_time, "2031-05-19");
  EXPECT_EQ(facts.modified_text, "19. Mai 2031");
}

TEST(Metadata, TakesNoUpdateForThePublishingDate) {
  const Metadata facts = Of("<h1>Gulls</h1><p>Last updated: May 17, 2031</p>");
  EXPECT_EQ(facts.published_time, "");
  EXPECT_EQ(facts.modified_time, "2031-05-17");
}

TEST(Metadata, TakesNoDateThatTheTextIsAbout) {
  EXPECT_EQ(Of("<h1>Gulls</h1><p>" + std::string("They came back on May 17, 2031, when nobody was looking, and stayed for as long as there was fish to be had at the pier, which was until the boats went out again; ") +
               "the keeper wrote it down, as he wrote down everything that happened on the skerry in those years.</p>")
                .published_time,
            "");
}

TEST(Metadata, ReadsTheDateInTheAddressLast) {
  EXPECT_EQ(Of("<h1>Gulls</h1>", "https://example.org/2031/05/17/gulls").published_time, "2031-05-17");
  EXPECT_EQ(Of("<h1>Gulls</h1><time datetime=2031-05-16T10:00Z>yesterday</time>", "https://example.org/2031/05/17/gulls").published_time, "2031-05-16T10:00Z");
}

TEST(Metadata, KeepsADateThatItCannotRead) {
  const Metadata facts = Of("<meta property=article:published_time content='Spring of the great flood'>");
  EXPECT_EQ(facts.published_time, "");
  EXPECT_EQ(facts.published_text, "Spring of the great flood");
}

TEST(Metadata, ReadsSectionTagsAndLicence) {
  const Metadata facts = Of(
      "<meta property=article:section content=Coast><meta property=article:tag content=gulls><meta property=article:tag content='piers, sea'><link rel=license href=https://licences.example/by>");
  EXPECT_EQ(facts.section, "Coast");
  EXPECT_EQ(facts.tags, (std::vector<std::string>{"gulls", "piers", "sea"}));
  EXPECT_EQ(facts.licence, "https://licences.example/by");
  EXPECT_EQ(Of("<a rel=license href='javascript:alert(1)'>x</a>").licence, "");
}

TEST(Metadata, ReadsMicrodata) {
  const Metadata facts = Of("<div itemscope><span itemprop=author><span itemprop=name>Jane Doe</span></span><meta itemprop=datePublished content=2031-05-17><span itemprop=articleSection>Coast</span></div>");
  EXPECT_EQ(facts.byline, "Jane Doe");
  EXPECT_EQ(facts.published_time, "2031-05-17");
  EXPECT_EQ(facts.section, "Coast");
}

TEST(Metadata, SaysWhetherTheLanguageWasDetected) {
  const std::string prose = "<p>The keeper of the light had counted the gulls for as long as anyone in the village could remember, and he wrote it down.";
  EXPECT_EQ(Of(prose).lang, "en");
  EXPECT_TRUE(Of(prose).lang_detected);
  EXPECT_FALSE(Of("<html lang=en>" + prose).lang_detected);
}

TEST(Metadata, SurvivesPagesThatHoldTooMuchOfEverything) {
  std::string page = "<title>" + std::string(100'000, 'a') + "</title>";
  for (int i = 0; i < 20'000; ++i) page += "<meta name=author content=x><time>1</time><h1>aaaa</h1><a rel=author class=author href=/author/x>By";
  page += R"(<script type="application/ld+json">[)" + std::string(3 << 20, '[') + "</script>";
  EXPECT_EQ(Of(page).lang, "");
}

TEST(Metadata, ResolvesTheBaseElementAgainstTheAddress) {
  const parse::Document document = testing::DocumentOf("<base href=/b/>");
  EXPECT_EQ(BaseOf(document, "https://example.org/x"), "https://example.org/b/");
  EXPECT_EQ(BaseOf(testing::DocumentOf("<p>"), "https://example.org/x"), "https://example.org/x");
}

TEST(Metadata, PassesOverABaseThatWouldMakeEveryLinkLong) {
  const std::string page = "https://example.org/x", base = "<base href='https://e.org/" + std::string(kLongestBase, 'a') + "/'>";
  EXPECT_EQ(BaseOf(testing::DocumentOf(base + "<base href=/b/>"), page), page);
  EXPECT_EQ(BaseOf(testing::DocumentOf(base), page + std::string(kLongestBase, 'a')), "");
  EXPECT_EQ(Of("<link rel=canonical href='/" + std::string(kLongestBase, 'a') + "'>", page).url, page);
}

TEST(Metadata, HasNoAddressOfAnImageForThePages) {
  for (const std::string address : {"data:image/png;base64,AAAA", "mailto:a@e.org", "javascript:a"}) {
    EXPECT_EQ(Of("<link rel=canonical href='" + address + "'><meta property=og:url content=/b>", "https://e.org/a").url, "https://e.org/b") << address;
    EXPECT_EQ(Of("<meta property=og:url content='" + address + "'>", "https://e.org/a").url, "https://e.org/a") << address;
  }
}

TEST(Metadata, IsPlainTextHoweverThePageWritesIt) {
  const std::string dirty = R"(\u001b[31ma &#27;&lt;i&gt;b\n c\u200b)", clean = "[31ma <i>b c";
  const auto linked = [&](const std::string& key) {
    return Of(R"(<script type="application/ld+json">{"@type":"Article",")" + key + R"(":")" + dirty + R"("}</script>)");
  };
  EXPECT_EQ(linked("license").licence, clean);
  EXPECT_EQ(linked("headline").title, clean);
  EXPECT_EQ(linked("articleSection").section, clean);
  EXPECT_EQ(linked("description").excerpt, clean);
  EXPECT_EQ(linked("publisher").site_name, clean);
  EXPECT_EQ(linked("datePublished").published_text, clean);
  EXPECT_EQ(linked("dateModified").modified_text, clean);
  EXPECT_EQ(linked("keywords").tags, std::vector<std::string>{clean});
  for (const Metadata& facts : {linked("author"), linked("image"), linked("inLanguage")}) {
    for (const std::string* text : {&facts.byline, &facts.image, &facts.lang}) EXPECT_EQ(text->find_first_of("\x1b\n"), std::string::npos) << *text;
  }
}

TEST(Metadata, RefusesLanguagesThatAreNone) { EXPECT_EQ(Of("<html lang='en\"><script>'>").lang, ""); }

}  // namespace
}  // namespace pith::metadata

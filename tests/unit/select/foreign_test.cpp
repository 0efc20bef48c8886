#include "core/select/foreign.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "unit/select/article.h"

namespace pith::select {
namespace {

/// Whether a line of which the model is not sure is foreign behind so many paragraphs that it is sure of.
bool IsForeign(const std::string& line, std::string_view lang = "en", std::size_t paragraphs = 3, float probability = 0.5F, std::string_view tag = "p") {
  std::vector<std::string> lines(paragraphs, kParagraph);
  lines.push_back(line);
  const Article article(lines, probability, tag);
  Marks appeals(lines.size());
  AddForeign(article.document, article.blocks, article.scores, kThreshold, lang, article.keep, appeals);
  return appeals.back() != 0;
}

TEST(AddForeign, KnowsLinesInAnotherScriptThanAPageInLatinLetters) {
  EXPECT_TRUE(IsForeign("Сейчас обсуждают в городе", {}));
  EXPECT_FALSE(IsForeign("café au lait", {})) << "letters with accents are Latin";
  EXPECT_FALSE(IsForeign("“Yes” — 5 °C, € 20 ★★★★☆", {})) << "signs are no letters";
  EXPECT_FALSE(IsForeign("Сейчас обсуждают в городе", {}, 2)) << "too little prose to tell";
  EXPECT_FALSE(IsForeign("Сейчас обсуждают в городе", {}, 3, 0.05F)) << "the model denies it anyway";
}

TEST(AddForeign, KnowsLinesOfAnotherLanguagesWords) {
  EXPECT_TRUE(IsForeign("Der Brief kommt jeden Morgen und ist kostenlos"));
  EXPECT_FALSE(IsForeign("Der Brief kommt jeden Morgen und ist kostenlos", "fr")) << "the article is in neither";
  EXPECT_FALSE(IsForeign("Der Brief kommt jeden Morgen und ist kostenlos", "de-AT")) << "the page's own";
  EXPECT_FALSE(IsForeign("Der Brief kommt jeden Morgen und ist kostenlos", "is")) << "of which there are no words";
  EXPECT_FALSE(IsForeign("The editors of Die Zeit and of El País")) << "words of the page's own, too";
  EXPECT_FALSE(IsForeign("Der Brief kommt jeden Morgen und ist kostenlos", "en", 3, 0.5F, "blockquote")) << "a quotation";
  EXPECT_FALSE(IsForeign("Der Brief kommt jeden Morgen und ist kostenlos", "en", 3, 0.5F, "p lang=de")) << "the page says so";
  EXPECT_TRUE(IsForeign("Der Brief kommt jeden Morgen und ist kostenlos", "en", 3, 0.5F, "p lang=en-GB")) << "the page is wrong";
  EXPECT_FALSE(IsForeign("Costa de la Luz")) << "a name";
  EXPECT_FALSE(IsForeign("The Lord of the Rings", "de")) << "a title";
  EXPECT_FALSE(IsForeign("V = a * i", "de")) << "a formula";
  EXPECT_FALSE(IsForeign("Appel à témoins à Rennes", "fr")) << "one word twice";
  EXPECT_FALSE(IsForeign("Schloss Neuschwanstein, Bayern")) << "names";
}

TEST(AddForeign, KnowsLinesOfLettersThatTheProseHasNot) {
  EXPECT_TRUE(IsForeign("Každý čtvrtek čtení zdarma"));
  EXPECT_TRUE(IsForeign("Kiekvieną rytą naujausi skaitiniai į jūsų paštą")) << "a language without a list";
  EXPECT_FALSE(IsForeign("Každý čtvrtek čtení zdarma", "fr")) << "the article is in another language than the page says, maybe this one";
  EXPECT_FALSE(IsForeign("Café Müller in the naïve quarter")) << "one word and names";
  EXPECT_FALSE(IsForeign("the façade and the déjà vu of it all")) << "more of the page's own words";
  EXPECT_FALSE(IsForeign("Škoda, Łódź, Ångström")) << "names";
}

TEST(AddForeign, TakesLettersAndWordsTogether) {
  EXPECT_TRUE(IsForeign("Läs fritt i 30 dagar, därefter 99 kr i månaden. Ingen bindningstid.")) << "two small words of other letters, one of Swedish alone";
  EXPECT_FALSE(IsForeign("Las fritt i 30 dagar, darefter 99 kr i manaden. Ingen bindningstid."));
}

TEST(AddForeign, LeavesAnArticleInTwoLanguagesAlone) {
  std::vector<std::string> lines(3, kParagraph);
  lines.resize(7, "Der Brief kommt jeden Morgen und ist kostenlos, und wer ihn liest, der hat etwas davon");
  const Article article(lines, 0.7F);
  Marks appeals(lines.size());
  AddForeign(article.document, article.blocks, article.scores, kThreshold, "en", article.keep, appeals);
  EXPECT_THAT(appeals, ::testing::Each(0));
}

TEST(AddForeign, SparesWhatAnAuthorMeans) {
  const std::string line = "Der Brief kommt jeden Morgen und ist kostenlos";
  EXPECT_FALSE(IsForeign("“" + line + "”")) << "said by somebody";
  EXPECT_FALSE(IsForeign("<q>" + line + "</q>"));
  EXPECT_TRUE(IsForeign("Der <q>Brief</q> kommt jeden Morgen und ist kostenlos")) << "a part of it is quoted";
  EXPECT_FALSE(IsForeign("<span lang=de>" + line + "</span>"));
  std::vector<std::string> lines(3, kParagraph);
  lines.insert(lines.end(), {"The first three sentences of the book:", line, "Und er ist schon da, wenn sie kommen", "So much for it.", line});
  const Article article(lines, 0.5F);
  Marks appeals(lines.size());
  AddForeign(article.document, article.blocks, article.scores, kThreshold, "en", article.keep, appeals);
  EXPECT_THAT(appeals, ::testing::ElementsAre(0, 0, 0, 0, 0, 0, 0, kForeign)) << "a line with a colon announces what follows";
}

/// What stays of lines, of which the first three are paragraphs and the last as many as said marked as foreign.
Marks KeptOf(const std::vector<std::string>& lines, std::size_t foreign, float probability, std::string_view tag, PageType type = PageType::kArticle,
             float threshold = kThreshold) {
  Article article(lines, probability, tag);
  article.scores.SetPageType(type);
  Marks appeals(lines.size());
  std::fill(appeals.end() - static_cast<std::ptrdiff_t>(foreign), appeals.end(), kForeign);
  DropForeign(article.document, article.blocks, article.scores, threshold, appeals, article.keep);
  return article.keep;
}

TEST(DropForeign, DropsWhatTheModelIsNotVerySureOf) {
  const std::vector<std::string> lines = {kParagraph, kParagraph, kParagraph, "Der Brief kommt jeden Morgen"};
  EXPECT_THAT(KeptOf(lines, 1, 0.85F, "p"), ::testing::ElementsAre(1, 1, 1, 0));
  EXPECT_THAT(KeptOf(lines, 1, 0.97F, "p"), ::testing::ElementsAre(1, 1, 1, 1));
  EXPECT_THAT(KeptOf(lines, 1, 0.85F, "p", PageType::kProduct), ::testing::ElementsAre(1, 1, 1, 1)) << "reviews of a shop's customers";
  EXPECT_THAT(KeptOf(lines, 1, 0.85F, "p", PageType::kForum), ::testing::ElementsAre(1, 1, 1, 1)) << "people of a forum write as they like";
  EXPECT_THAT(KeptOf(lines, 1, 0.96F, "p", PageType::kArticle, 0.6F), ::testing::ElementsAre(1, 1, 1, 1)) << "on clean pages all is likely";
}

TEST(DropForeign, DropsTheNameAboveALineThatWent) {
  const std::string line = "Der Brief kommt jeden Morgen";
  const auto above = [&](const std::string& name, std::string_view tag = "p", float probability = 0.6F) {
    return KeptOf({kParagraph, kParagraph, name, line}, 1, probability, tag)[2] != 0;
  };
  EXPECT_FALSE(above("Morgenpost"));
  EXPECT_TRUE(above("So much for it.")) << "a sentence";
  EXPECT_TRUE(above("What came of it in the end")) << "more than a name";
  EXPECT_TRUE(above("Background", "h3")) << "a section may go on below";
  EXPECT_TRUE(above("Morgenpost", "p", 0.97F)) << "both stay";
  EXPECT_THAT(KeptOf({kParagraph, "Morgenpost", kParagraph, line}, 1, 0.6F, "p"), ::testing::ElementsAre(1, 1, 1, 0)) << "not right above it";
}

TEST(DropForeign, DropsNoEntriesOfAListThatHasOthers) {
  const std::vector<std::string> lines = {"Der Brief kommt jeden Morgen", "Und er ist kostenlos"};
  EXPECT_THAT(KeptOf(lines, 1, 0.85F, "li"), ::testing::ElementsAre(1, 1)) << "no list around them";
  const auto in_list = [](std::size_t foreign, std::string_view page = "<ul><li>Der Brief kommt jeden Morgen<li>Und er ist kostenlos</ul>") {
    const parse::Document document = testing::DocumentOf(std::string(page));
    const annotate::Blocks blocks = annotate::Annotate(document);
    score::Scores scores;
    scores.SetPageType(PageType::kArticle);
    scores.probabilities.assign(2, 55000);
    Marks appeals(2), keep(2, 1);
    std::fill(appeals.end() - static_cast<std::ptrdiff_t>(foreign), appeals.end(), kForeign);
    DropForeign(document, blocks, scores, kThreshold, appeals, keep);
    return keep;
  };
  EXPECT_THAT(in_list(1), ::testing::ElementsAre(1, 1)) << "an author's sources";
  EXPECT_THAT(in_list(2), ::testing::ElementsAre(0, 0));
  EXPECT_THAT(in_list(1, "<ul><li>Einloggen<li>Und er ist kostenlos</ul>"), ::testing::ElementsAre(0, 0)) << "a button among them";
  EXPECT_THAT(in_list(1, "<ul><li>The letter<ul><li>Der Brief</ul></ul>"), ::testing::ElementsAre(1, 1)) << "the outer list has others";
  EXPECT_THAT(in_list(2, "<ol><li>Der Brief kommt jeden Morgen<li>Und er ist kostenlos</ol>"), ::testing::ElementsAre(1, 1)) << "an author's sources";
}

}  // namespace
}  // namespace pith::select

#include "core/select/foreign.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

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
  EXPECT_FALSE(IsForeign("café crème à la carte", {})) << "letters with accents are Latin";
  EXPECT_FALSE(IsForeign("“Yes” — 5 °C, € 20 ★★★★☆", {})) << "signs are no letters";
  EXPECT_FALSE(IsForeign("Đã được một người Việt đọc", {}));
  EXPECT_FALSE(IsForeign("Сейчас обсуждают в городе", {}, 2)) << "too little prose to tell";
  EXPECT_FALSE(IsForeign("Сейчас обсуждают в городе", {}, 3, 0.05F)) << "the model denies it anyway";
}

TEST(AddForeign, KnowsLinesOfAnotherLanguagesWords) {
  EXPECT_TRUE(IsForeign("Der Brief kommt jeden Morgen und ist kostenlos"));
  EXPECT_TRUE(IsForeign("Der Brief kommt jeden Morgen und ist kostenlos", "fr"));
  EXPECT_FALSE(IsForeign("Der Brief kommt jeden Morgen und ist kostenlos", "de-AT")) << "the page's own";
  EXPECT_FALSE(IsForeign("Der Brief kommt jeden Morgen und ist kostenlos", "is")) << "of which there are no words";
  EXPECT_FALSE(IsForeign("The editors of Die Zeit and of El País")) << "words of the page's own, too";
  EXPECT_FALSE(IsForeign("Der Brief kommt jeden Morgen und ist kostenlos", "en", 3, 0.5F, "blockquote")) << "a quotation";
  EXPECT_FALSE(IsForeign("Costa de la Luz")) << "a name";
  EXPECT_FALSE(IsForeign("The Lord of the Rings", "de")) << "a title";
  EXPECT_FALSE(IsForeign("V = a * i", "de")) << "a formula";
  EXPECT_FALSE(IsForeign("Appel à témoins à Rennes", "fr")) << "one word twice";
  EXPECT_FALSE(IsForeign("Schloss Neuschwanstein, Bayern")) << "names";
}

}  // namespace
}  // namespace pith::select

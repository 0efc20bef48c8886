#include "core/metadata/language.h"

#include <gtest/gtest.h>

#include "core/annotate/annotate.h"
#include "unit/support/pages.h"

namespace pith::metadata {
namespace {

constexpr std::string_view kEnglish = "The keeper of the light had counted the gulls for as long as anyone in the village could remember, and he wrote the number down in a book that was meant for the weight of the oil.";
constexpr std::string_view kGerman =
    "Der Wärter des Leuchtturms zählte die Möwen, solange sich die Leute im Dorf erinnern konnten, und er schrieb die Zahl in ein Buch, das für das Gewicht des Öls gedacht war. Als das Licht nicht mehr von ihm "
    "bedient wurde, nahm er die Bücher mit nach Hause und legte sie in eine Kiste, die auf dem Boden stand und die er nie mehr geöffnet hat, weil es nach dem Sommer nichts mehr zu zählen gab.";

std::string LangOf(std::string_view declared, std::string_view prose) { return LanguageOf(declared, annotate::Annotate(testing::DocumentOf("<p>" + std::string(prose)))); }

TEST(Language, IsReadFromFunctionWords) {
  EXPECT_EQ(DetectLanguage(kEnglish), "en");
  EXPECT_EQ(DetectLanguage(kGerman), "de");
  EXPECT_EQ(DetectLanguage("Le gardien du phare comptait les mouettes depuis toujours, et il notait le nombre dans un livre qui était fait pour le poids de l'huile."), "fr");
  EXPECT_EQ(DetectLanguage("Смотритель маяка считал чаек, и он записывал их число в книгу, которая была не для этого, так как масло давно кончилось."), "ru");
  EXPECT_EQ(DetectLanguage("Доглядач маяка рахував чайок, і він записував їх число до книги, яка була не для цього, але так як олія давно скінчилася."), "uk");
}

TEST(Language, IsReadFromScripts) {
  EXPECT_EQ(DetectLanguage("灯台の番人は毎朝かもめの数を数えた。"), "ja");
  EXPECT_EQ(DetectLanguage("灯塔的看守人每天早上都数海鸥。"), "zh");
  EXPECT_EQ(DetectLanguage("등대지기는 매일 아침 갈매기를 세었다."), "ko");
  EXPECT_EQ(DetectLanguage("Ο φύλακας του φάρου μετρούσε τους γλάρους."), "el");
  EXPECT_EQ(DetectLanguage("שומר המגדלור ספר את השחפים."), "he");
}

TEST(Language, IsNotGuessedFromLittle) {
  EXPECT_EQ(DetectLanguage(""), "");
  EXPECT_EQ(DetectLanguage("Lorem ipsum dolor"), "");
  EXPECT_EQ(DetectLanguage("42 1843 2031"), "");
}

TEST(Language, IsWhatThePageDeclaresUnlessThatIsPlainlyFalse) {
  EXPECT_EQ(LangOf("", kGerman), "de");
  EXPECT_EQ(LangOf("en-GB", kEnglish), "en-GB");
  EXPECT_EQ(LangOf("en", kGerman), "de");
  EXPECT_EQ(LangOf("gsw", kGerman), "gsw");  // no list of its words
  EXPECT_EQ(LangOf("de", kEnglish), "de");  // too little text to contradict a page
}

TEST(Language, OfALineIsAnotherWhereItsFunctionWordsAre) {
  EXPECT_TRUE(IsInAnotherLanguage("Unterstützen Sie uns mit einem Beitrag", "en")) << "nothing but function words is small, of which there are many";
  EXPECT_TRUE(IsInAnotherLanguage("Ha tetszett, oszd meg az ismerőseiddel is ezt a cikket", "en")) << "'a' and 'is' are English, too";
  EXPECT_TRUE(IsInAnotherLanguage("Støtt oss med det du kan", "en"));
  EXPECT_TRUE(IsInAnotherLanguage("Thank you for all that you do for us", "de"));
  EXPECT_FALSE(IsInAnotherLanguage("El mar y la vida de los otros, by Ana Ruiz", "en")) << "'by' is English alone";
  EXPECT_FALSE(IsInAnotherLanguage("Die Leiden des jungen Werther", "en")) << "a title";
  EXPECT_FALSE(IsInAnotherLanguage("Los de abajo", "en"));
  EXPECT_FALSE(IsInAnotherLanguage("Jan had me gisteren gebeld", "nl")) << "words that its list may lack";
  EXPECT_FALSE(IsInAnotherLanguage("Støtt oss med det du kan", "nb")) << "Norwegian by another tag";
  EXPECT_TRUE(IsInAnotherLanguage("Der Brief kommt jeden Morgen und ist kostenlos", "nn"));
  EXPECT_FALSE(IsInAnotherLanguage("", "en"));
  EXPECT_FALSE(IsInAnotherLanguage("der die das", "is")) << "a language without a list";
}

TEST(Language, FunctionWordsAreCounted) {
  EXPECT_EQ(CountFunctionWords("The end of the line", "en-GB"), 3U);
  EXPECT_EQ(CountFunctionWords("Az út vége", "hu"), 1U);
  EXPECT_EQ(CountFunctionWords("The end", "is"), 0U);
}

}  // namespace
}  // namespace pith::metadata

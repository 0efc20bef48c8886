#include "core/metadata/names.h"

#include <gtest/gtest.h>

namespace pith::metadata {
namespace {

using List = std::vector<std::string>;

TEST(Names, StandBehindBy) {
  EXPECT_EQ(NamesInLine("By Jane Doe"), List{"Jane Doe"});
  EXPECT_EQ(NamesInLine("Written by: Jane Doe"), List{"Jane Doe"});
  EXPECT_EQ(NamesInLine("ByJane Doe"), List{"Jane Doe"});
  EXPECT_EQ(NamesInLine("April 17, 2031 by Jane Doe"), List{"Jane Doe"});
  EXPECT_EQ(NamesInLine("By Jane Doe and John O'Roe, Ann van der Poe"), (List{"Jane Doe", "John O'Roe", "Ann van der Poe"}));
}

TEST(Names, StandBehindByInManyLanguages) {
  EXPECT_EQ(NamesInLine("Von Jana Muster und Jan Beispiel"), (List{"Jana Muster", "Jan Beispiel"}));
  EXPECT_EQ(NamesInLine("Par Jeanne Exemple et Jean Dupin"), (List{"Jeanne Exemple", "Jean Dupin"}));
  EXPECT_EQ(NamesInLine("Por Juana Ejemplo y Juan Prueba"), (List{"Juana Ejemplo", "Juan Prueba"}));
  EXPECT_EQ(NamesInLine("Автор: Анна Примерова"), List{"Анна Примерова"});
  EXPECT_EQ(NamesInLine("بقلم سلمى الحداد"), List{"سلمى الحداد"});
  EXPECT_EQ(NamesInLine("작성자: 홍길동"), List{"홍길동"});
  EXPECT_EQ(NamesInLine("홍길동 기자"), List{"홍길동"});
  EXPECT_EQ(NamesInLine("作者：张三丰"), List{"张三丰"});
  EXPECT_EQ(NamesInLine("लेखक: आशा वर्मा"), List{"आशा वर्मा"});
}

TEST(Names, EndWhereDatesAndRolesBegin) {
  EXPECT_EQ(NamesInLine("By Jane Doe April 17, 2031"), List{"Jane Doe"});
  EXPECT_EQ(NamesInLine("By Jane Doe | Updated 2031"), List{"Jane Doe"});
  EXPECT_EQ(NamesInLine("By Jane Doe, Senior Editor"), List{"Jane Doe"});
  EXPECT_EQ(NamesInLine("By April Roe"), List{"April Roe"});
  EXPECT_EQ(NamesInLine("By April"), List{"April"});
}

TEST(Names, AreNotSeenWhereNoneAre) {
  for (const std::string_view line :
       {"", "By", "By the river stood a house", "Sort by City", "by 2031", "By the Numbers", "Read by millions of people every day", "Author", "By admin",
        "Written by Feb 11, 2031", "Von: Anmelden", "编辑 锁定 讨论"}) {
    EXPECT_EQ(NamesInLine(line), List{}) << line;
  }
}

TEST(Names, OfDeclaredAuthorsAreNoAddressesAndLabels) {
  for (const std::string_view text : {"", "https://example.org/jane", "www.example.org", "jane@example.org", "12345", "undefined", "admin", "{{author}}", "%s"}) EXPECT_FALSE(CanBeAuthor(text)) << text;
  EXPECT_TRUE(CanBeAuthor("Jane Doe"));
  EXPECT_TRUE(CanBeAuthor("janedoe7"));
}

TEST(Names, ThatBeginLikeByStay) {
  EXPECT_EQ(WithoutBy("Von Muster", true), "Von Muster");
  EXPECT_EQ(WithoutBy("by Jane Doe", true), "Jane Doe");
  EXPECT_EQ(WithoutBy("Byron Doe", true), "Byron Doe");
}

TEST(Names, AreSplitAtCommasAndConjunctions) {
  EXPECT_EQ(Split("Jane Doe, John Roe and Ann Poe"), (List{"Jane Doe", "John Roe", "Ann Poe"}));
  EXPECT_EQ(Split("Jane Doe"), List{"Jane Doe"});
  EXPECT_EQ(Split("Jane Doe & Jane Doe"), List{"Jane Doe"});
}

TEST(Names, AddressesOfAuthorsAreKnownByTheirPath) {
  EXPECT_TRUE(IsAuthorAddress("/author/jane-doe/"));
  EXPECT_TRUE(IsAuthorAddress("https://example.org/people/jane"));
  EXPECT_TRUE(IsAuthorAddress("https://example.org/@jane"));
  EXPECT_FALSE(IsAuthorAddress("/authors/"));
  EXPECT_FALSE(IsAuthorAddress("/news/jane"));
  for (const std::string_view account : {"/user/login?next=/", "https://example.org/users/sign_up", "/user/Register/", "/members/password.php"})
    EXPECT_FALSE(IsAuthorAddress(account)) << account;
  EXPECT_TRUE(IsAuthorAddress("/user/loginov"));
}

}  // namespace
}  // namespace pith::metadata

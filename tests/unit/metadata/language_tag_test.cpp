#include "core/metadata/language_tag.h"

#include <gtest/gtest.h>

#include <string>

namespace pith::metadata {
namespace {

TEST(LanguageTag, IsWrittenAsBcp47HasIt) {
  EXPECT_EQ(LanguageTag("en"), "en");
  EXPECT_EQ(LanguageTag("en_GB"), "en-GB");
  EXPECT_EQ(LanguageTag("zh-Hans-CN"), "zh-Hans-CN");
  EXPECT_EQ(LanguageTag("es-419"), "es-419");
  EXPECT_EQ(LanguageTag(std::string(35, 'a')), std::string(35, 'a'));
}

TEST(LanguageTag, IsNoNumberAndNoSlip) {
  for (const char* none : {"", "e", "419", "e1", "en-", "-en", "en--GB", "en-_GB", "en GB", "{lang}", "englisch, deutsch",
                           "fran\xC3\xA7"
                           "ais"}) {
    EXPECT_EQ(LanguageTag(none), "") << none;
  }
  EXPECT_EQ(LanguageTag(std::string(36, 'a')), "");
}

TEST(LanguageTag, SaysALanguageFirst) {
  EXPECT_EQ(PrimaryLanguage("pt_BR"), "pt");
  EXPECT_EQ(PrimaryLanguage("pt"), "pt");
  EXPECT_TRUE(IsEnglish("EN-us"));
  EXPECT_FALSE(IsEnglish("eng"));
  EXPECT_FALSE(IsEnglish(""));
}

}  // namespace
}  // namespace pith::metadata

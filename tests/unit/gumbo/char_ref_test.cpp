// Our character references against those of the stock Gumbo that the system ships: the same trees.

#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <regex>
#include <string>
#include <vector>

#include "unit/support/gumbo_trees.h"

namespace {

class CharRef : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(pith::testing::HasStockGumbo()) << "libgumbo.so.1 is missing (apt install libgumbo1)"; }

  /// The references in text, in a title, and in the three kinds of attributes; many in one page, to be quick.
  void ExpectSame(const std::vector<std::string>& references) {
    std::string html = "<title>";
    for (const std::string& reference : references) html += reference + "|";
    html += "</title>";
    for (const std::string& reference : references) html += "<p a=\"" + reference + "\" b='" + reference + "' c=" + reference + ">" + reference + "</p>\n";
    const std::string ours = Ours(html), theirs = Theirs(html);
    if (ours == theirs) return;
    for (const std::string& reference : references) {
      const std::string page = "<p a=\"" + reference + "\" b='" + reference + "' c=" + reference + ">" + reference + "</p>";
      ASSERT_EQ(Ours(page), Theirs(page)) << "for " << reference;
    }
    FAIL() << "the trees differ, but not by one reference alone";
  }

  static std::string Ours(const std::string& html) { return pith::testing::TreeOf(html); }
  static std::string Theirs(const std::string& html) { return pith::testing::StockTreeOf(html); }
};

/// The names, as the file that the table is made of has them.
std::vector<std::string> Names() {
  std::ifstream file(PITH_GUMBO_DIR "/char_ref.rl");
  const std::string source((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  const std::regex name("'(\\w+;?)' =>");
  std::vector<std::string> names;
  for (std::sregex_iterator at(source.begin(), source.end(), name), end; at != end; ++at) names.push_back((*at)[1]);
  return names;
}

TEST_F(CharRef, EveryNameMeansTheSameWhateverFollows) {
  const std::vector<std::string> names = Names();
  ASSERT_EQ(names.size(), 2231U);
  for (const char* after : {"", ";", " ", "=", "x", "Z", "7", "&", ".", ";;", "\xC3\xA9", "t;", "\r\n"}) {
    std::vector<std::string> references;
    for (const std::string& name : names) references.push_back("&" + name + after);
    ExpectSame(references);
  }
}

TEST_F(CharRef, EveryBeginningOfANameMeansTheSame) {
  std::vector<std::string> references;
  for (const std::string& name : Names()) {
    for (std::size_t size = 1; size < name.size(); ++size) references.push_back("&" + name.substr(0, size));
  }
  ExpectSame(references);
}

TEST_F(CharRef, APageThatEndsWithinAReferenceIsTheSame) {
  for (const std::string name : {"n", "no", "not", "noti", "notin", "notin;", "amp", "am", "nbsp", "zwj", "#", "#x", "#9", "#65", "#x9", "#65;", ""}) {
    const std::string page = "<p>a &" + name;
    EXPECT_EQ(Ours(page), Theirs(page)) << name;
    EXPECT_EQ(Ours("<p title='&" + name), Theirs("<p title='&" + name)) << name;
  }
}

TEST_F(CharRef, NumbersMeanTheSame) {
  std::vector<std::string> references = {"&#",    "&#;",    "&#x",  "&#x;",  "&#X41;", "&#xg;",           "&#a;",
                                         "&#-1;", "&# 65;", "&#65", "&#65a", "&#x41g", "&#000000000065;", "&#x0000000000041;"};
  for (const unsigned code_point : {0U,      9U,      10U,     12U,     13U,     32U,      0xA0U,    0xD7FFU,   0xD800U,   0xDFFFU,   0xE000U,
                                    0xFDD0U, 0xFDEFU, 0xFFFDU, 0xFFFEU, 0xFFFFU, 0x10000U, 0x1FFFEU, 0x10FFFFU, 0x110000U, 0x7FFFFFFU}) {
    references.push_back("&#" + std::to_string(code_point) + ";");
  }
  for (unsigned code_point = 0x80; code_point < 0xA0; ++code_point) {
    references.push_back(pith::testing::WithComparableNumbers("&#" + std::to_string(code_point)));
  }
  ExpectSame(references);
}

TEST_F(CharRef, NumbersOfControlCharactersAreSpaces) {
  for (const char* reference : {"&#1;", "&#8;", "&#11", "&#x1b;", "&#x1B;", "&#31;", "&#127;", "&#129;", "&#x9D;"}) {
    const std::string tree = Ours("<p title='a" + std::string(reference) + "b'>c" + reference + ";d");
    EXPECT_NE(tree.find("[a b]"), std::string::npos) << tree;
    EXPECT_NE(tree.find("[c "), std::string::npos) << tree;
  }
}

TEST_F(CharRef, MutatedReferencesMeanTheSame) {
  std::mt19937 random(20);
  const std::vector<std::string> names = Names();
  const std::string alphabet = "&;#xX=aAzZ09 .<\n\xC3\xA9";
  const auto any = [&](std::size_t size) { return static_cast<std::size_t>(random() % size); };
  for (int round = 0; round < 40; ++round) {
    std::vector<std::string> references;
    for (int i = 0; i < 100; ++i) {
      std::string reference = "&" + (any(4) == 0 ? "#" + std::to_string(any(70000)) + ";" : names[any(names.size())]);
      for (std::size_t change = 0, changes = 1 + any(3); change < changes; ++change) {
        const std::size_t at = any(reference.size());
        const char c = alphabet[any(alphabet.size())];
        switch (any(3)) {
          case 0: reference.insert(reference.begin() + static_cast<std::ptrdiff_t>(at), c); break;
          case 1: reference[at] = c; break;
          default: reference.erase(at, reference.size() > 1 ? 1 : 0);
        }
      }
      references.push_back(pith::testing::WithComparableNumbers(reference));
    }
    ExpectSame(references);
  }
}

TEST_F(CharRef, ANumberTooLargeForAnyTypeIsNoLetter) {
  for (const char* reference : {"&#4294967361;", "&#x100000041;", "&#18446744073709551681;", "&#99999999999999999999999999;"}) {
    EXPECT_NE(Ours(std::string("<p>") + reference).find("\xEF\xBF\xBD"), std::string::npos) << reference;
  }
}

}  // namespace

#include "core/rules/match.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "unit/support/pages.h"

namespace pith::rules {
namespace {

/// The ids of the elements that a list selects, in document order.
std::string Selected(std::string_view page, std::string_view selectors) {
  const parse::Document document = testing::DocumentOf(page);
  Parts parts;
  std::string error;
  ReadSelectors(selectors, parts, error);
  EXPECT_EQ(error, "") << selectors;
  const std::vector<bool> selected = Match(document, parts);
  std::string ids;
  for (parse::NodeId id = 0; id < document.nodes.size(); ++id) {
    if (selected[id]) ids += document.AttributeOf(id, "id");
  }
  return ids;
}

std::string ErrorOf(std::string_view selectors) {
  Parts parts;
  std::string error;
  ReadSelectors(selectors, parts, error);
  return error;
}

constexpr const char* kPage =
    "<body><div id=a class='box ad-slot' lang=en-GB><p id=b class=Lead>x</p><p id=c title='x y'>y</p><span id=d>z</span></div>"
    "<my-card id=e data-kind=promo><p id=f>u</p></my-card><ul id=g><li id=h>1<li id=i>2<li id=j>3<li id=k>4</ul>";

TEST(Selectors, SelectByTypeIdClassAndAttribute) {
  EXPECT_EQ(Selected(kPage, "p"), "bcf");
  EXPECT_EQ(Selected(kPage, "P.Lead, #d"), "bd");
  EXPECT_EQ(Selected(kPage, ".lead"), "") << "classes have their case";
  EXPECT_EQ(Selected(kPage, "my-card"), "e");
  EXPECT_EQ(Selected(kPage, "[data-kind]"), "e");
  EXPECT_EQ(Selected(kPage, "[data-kind=promo][id='e']"), "e");
  EXPECT_EQ(Selected(kPage, "[class~=ad-slot]"), "a");
  EXPECT_EQ(Selected(kPage, "[lang|=en]"), "a");
  EXPECT_EQ(Selected(kPage, "[class^='box a'], [title$=y]"), "ac") << "a name may be quoted";
  EXPECT_EQ(Selected(kPage, "[class*=AD-]"), "");
  EXPECT_EQ(Selected(kPage, "[class*=AD- i]"), "a");
  EXPECT_EQ(Selected(kPage, "[title='']"), "");
}

TEST(Selectors, HoldTogetherByCombinators) {
  EXPECT_EQ(Selected(kPage, "div p"), "bc");
  EXPECT_EQ(Selected(kPage, "body > p"), "");
  EXPECT_EQ(Selected(kPage, "body>my-card>p"), "f");
  EXPECT_EQ(Selected(kPage, "p + p"), "c");
  EXPECT_EQ(Selected(kPage, "p ~ span"), "d");
  EXPECT_EQ(Selected(kPage, "#b + span"), "");
  EXPECT_EQ(Selected(kPage, "#a ~ ul > li ~ li"), "ijk");
  EXPECT_EQ(Selected(kPage, "html body * span"), "d");
}

TEST(Selectors, CountChildren) {
  EXPECT_EQ(Selected(kPage, "li:first-child"), "h");
  EXPECT_EQ(Selected(kPage, "li:last-child"), "k");
  EXPECT_EQ(Selected(kPage, "p:only-child"), "f");
  EXPECT_EQ(Selected(kPage, "li:nth-child(odd)"), "hj");
  EXPECT_EQ(Selected(kPage, "li:nth-child( 2n )"), "ik");
  EXPECT_EQ(Selected(kPage, "li:nth-child(-n+2)"), "hi");
  EXPECT_EQ(Selected(kPage, "li:nth-child(n + 3)"), "jk");
  EXPECT_EQ(Selected(kPage, "li:nth-child(3)"), "j");
}

TEST(Selectors, ExceptAndChoose) {
  EXPECT_EQ(Selected(kPage, "p:not(.Lead)"), "cf");
  EXPECT_EQ(Selected(kPage, "li:not(:first-child, #k)"), "ij");
  EXPECT_EQ(Selected(kPage, "div > :is(span, .Lead)"), "bd");
}

TEST(Selectors, ResolveEscapes) { EXPECT_EQ(Selected("<p id=a class='sm:w-1/2'>x", ".sm\\:w-1\\/2, .sm\\3A w-1\\2f 2"), "a"); }

TEST(Selectors, SayWhatIsWrongAndWhere) {
  EXPECT_EQ(ErrorOf("p >"), "a selector is expected at character 4");
  EXPECT_EQ(ErrorOf(""), "a selector is expected at character 1");
  EXPECT_EQ(ErrorOf("p, , a"), "a selector is expected at character 4");
  EXPECT_EQ(ErrorOf("ä[b"), "a comparison such as '=' or a ']' is expected at character 4");
  EXPECT_EQ(ErrorOf("[a='b]"), "a quote is not closed that was opened at character 4");
  EXPECT_EQ(ErrorOf("p:hover"), ":hover is not supported here, it stands at character 2");
  EXPECT_EQ(ErrorOf("a:not(b:not(c))"), ":not is not supported here, it stands at character 8");
  EXPECT_EQ(ErrorOf("p:nth-child(x)"), "a number, 'odd', 'even' or such as '2n+1' is expected at character 13");
  EXPECT_EQ(ErrorOf("p}"), "a combinator, a comma or the end is expected at character 2");
  EXPECT_EQ(ErrorOf("p\\"), "an escape has nothing to escape at character 2");
}

TEST(Selectors, AreLimited) {
  std::string many = "p";
  for (std::size_t i = 0; i < kMostParts; ++i) many += " p";
  EXPECT_THAT(ErrorOf(many), ::testing::HasSubstr("more than 512 simple selectors"));
  EXPECT_THAT(ErrorOf(std::string(kLongestSelectors + 1, 'p')), ::testing::HasSubstr("more than the limit of 16384"));
}

TEST(Selectors, CostTheSameHoweverDeepThePageIs) {
  // A matcher that walked up for each combinator would take 512^2 times as long here.
  std::string page;
  for (int i = 0; i < 300; ++i) page += "<div>";
  for (int i = 0; i < 20'000; ++i) page += "<i></i>";
  std::string selectors = "div";
  for (int i = 0; i < 250; ++i) selectors += " div";
  EXPECT_EQ(Selected(page, selectors + " i ~ b"), "");
}

}  // namespace
}  // namespace pith::rules

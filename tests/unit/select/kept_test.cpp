#include "core/select/kept.h"

#include <gtest/gtest.h>

#include <string>

#include "unit/support/pages.h"

namespace pith::select {
namespace {

const std::string kLine = "Nobody who lives near the water had seen the gulls leave, or knew why they had, and so nobody said a word.";

struct Page {
  parse::Document document = testing::DocumentOf("<h1>Gulls are back</h1><figure><img src=g.png><figcaption>A gull on the pier</figcaption></figure><p>" +
                                                 kLine + "</p><p>Sign up</p><p>" + kLine + " Twice.</p>");
  annotate::Blocks blocks = annotate::Annotate(document);
  Selection selection;

  explicit Page(Reason reason) { selection.reasons.assign(blocks.blocks.size(), reason); }

  void Leave(const std::string& text) {
    for (annotate::BlockId id = 0; id < blocks.blocks.size(); ++id) {
      if (blocks.TextOf(id) == text) selection.reasons[id] = Reason::kSignup;
    }
  }
};

TEST(WordsKept, AreThoseOfWhatStaysButCaptions) {
  Page page(Reason::kKept);
  EXPECT_EQ(WordsKept(page.blocks, page.selection), 3U + 22 + 2 + 23);
  page.Leave("Sign up");
  EXPECT_EQ(WordsKept(page.blocks, page.selection), 3U + 22 + 23);
  EXPECT_EQ(WordsKept(page.blocks, Page(Reason::kSignup).selection), 0U);
}

TEST(FirstParagraph, IsTheFirstProseThatStays) {
  Page page(Reason::kKept);
  EXPECT_EQ(FirstParagraph(page.blocks, page.selection), kLine);
  page.Leave(kLine);
  EXPECT_EQ(FirstParagraph(page.blocks, page.selection), kLine + " Twice.");
  EXPECT_EQ(FirstParagraph(page.blocks, Page(Reason::kSignup).selection), "");
}

}  // namespace
}  // namespace pith::select

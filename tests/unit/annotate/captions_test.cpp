#include "core/annotate/captions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/annotate/annotate.h"
#include "unit/support/pages.h"

namespace pith::annotate {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// The texts of a page's captions.
std::vector<std::string> CaptionsOf(std::string_view page) {
  const parse::Document document = testing::DocumentOf(page);
  const Blocks blocks = Annotate(document);
  std::vector<std::string> captions;
  for (const Block& block : blocks.blocks) {
    if (block.caption) captions.emplace_back(blocks.TextOf(block));
  }
  return captions;
}

TEST(Captions, AreToldByTheirClassesAndThoseAroundAnImage) {
  EXPECT_THAT(CaptionsOf("<div class=wp-caption><a href=/x><img src=x></a><p class=wp-caption-text>One</p></div><p>Two</p>"), ElementsAre("One"));
  EXPECT_THAT(CaptionsOf("<div class=image-box><img src=x><div><p>One</p><p><span class=credit>Two</span></p></div></div>"), ElementsAre("One", "Two")) << "the outermost without an image";
  EXPECT_THAT(CaptionsOf("<div><img src=x><h2 class=image-caption>One</h2></div>"), ElementsAre("One"));
  EXPECT_THAT(CaptionsOf("<dl><dt><img src=x><dd class=gallery-caption>One</dl>"), ElementsAre("One"));
}

TEST(Captions, AreNotTheTextsOfCards) {
  EXPECT_THAT(CaptionsOf("<div class=thumbnail><img src=x><div class=caption>One</div></div>"), IsEmpty()) << "a caption in name alone";
  EXPECT_THAT(CaptionsOf("<div class=image><img src=x><h3>One</h3><p class=caption>Two</p></div>"), IsEmpty());
  EXPECT_THAT(CaptionsOf("<div class=image><img src=x><p class=caption><a href=/x>One two</a></p></div>"), IsEmpty());
  EXPECT_THAT(CaptionsOf("<div class=image><p class=caption>One</p></div><img src=x>"), IsEmpty());
  EXPECT_THAT(CaptionsOf("<article class=image><img src=x><p class=caption>One</p></article>"), IsEmpty());
  std::string words;
  for (int i = 0; i < 90; ++i) words += "word ";
  EXPECT_THAT(CaptionsOf("<div class=image><img src=x><p class=caption>" + words + "</p></div>"), IsEmpty());
}

TEST(Captions, OfFiguresAreTheirOwn) {
  EXPECT_THAT(CaptionsOf("<figure class=image><div class=image><img src=x><figcaption class=caption>One</figcaption></div></figure>"), ElementsAre("One"));
}

TEST(Captions, MarkTheElementsThatAreFigures) {
  const parse::Document document = testing::DocumentOf("<div class=wp-caption><img src=x><p class=wp-caption-text>One</p></div>");
  const Blocks blocks = Annotate(document);
  EXPECT_NE(blocks.hints[document.First(html::Tag::kDiv)] & kFigure, 0U);
  EXPECT_NE(blocks.hints[document.First(html::Tag::kP)] & kCaption, 0U);
  EXPECT_EQ(blocks.hints[document.First(html::Tag::kP)] & kFigure, 0U);
}

}  // namespace
}  // namespace pith::annotate

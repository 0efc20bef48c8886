#include <gtest/gtest.h>

#include "core/render/render.h"

namespace pith::render {
namespace {

TEST(FrontMatter, QuotesWhateverThePageSays) {
  Metadata facts;
  facts.title = "A: \"b\" #c\n---\nd: e";
  facts.lang = "en";
  EXPECT_EQ(FrontMatter(facts), "---\ntitle: \"A: \\\"b\\\" #c\\n---\\nd: e\"\nlang: \"en\"\n---\n\n");
}

TEST(FrontMatter, HasSectionLicenceAndTags) {
  Metadata facts;
  facts.section = "Harbour";
  facts.licence = "CC BY 4.0";
  facts.tags = {"gulls", "a: \"b\"]"};
  EXPECT_EQ(FrontMatter(facts), "---\nsection: \"Harbour\"\nlicence: \"CC BY 4.0\"\ntags: [\"gulls\",\"a: \\\"b\\\"]\"]\n---\n\n");
}

}  // namespace
}  // namespace pith::render

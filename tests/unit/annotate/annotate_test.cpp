#include "core/annotate/annotate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/support/pages.h"

namespace pith::annotate {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::BlockTexts;
using testing::DocumentOf;

TEST(Annotate, PartsBlocksAtBlockElementsAndBreaks) {
  EXPECT_THAT(BlockTexts("<div>a <b>b</b><p>c</p>d<br>e<span>f</span></div>"), ElementsAre("a b", "c", "d", "ef"));
}

TEST(Annotate, CountsTheBreaksBeforeABlock) {
  const Blocks blocks = Annotate(DocumentOf("<p>a<br>b<br> <br>c</p><p>d</p>"));
  ASSERT_EQ(blocks.blocks.size(), 4u);
  EXPECT_EQ(blocks.blocks[0].breaks, 0);
  EXPECT_EQ(blocks.blocks[1].breaks, 1);
  EXPECT_EQ(blocks.blocks[2].breaks, 2);
  EXPECT_EQ(blocks.blocks[3].breaks, 0);
}

TEST(Annotate, CollapsesWhiteSpace) { EXPECT_THAT(BlockTexts("<p> a \n b\t<b> c</b>\u00A0d </p><p> \n </p>"), ElementsAre("a b c d")); }

TEST(Annotate, KeepsPreformattedTextInOneBlock) { EXPECT_THAT(BlockTexts("<pre>a\nb<br>c<div>d</div><div>e</div></pre>f"), ElementsAre("a b c d e", "f")); }

TEST(Annotate, LeavesOutWhatIsNeverText) {
  EXPECT_THAT(BlockTexts("<p>a<script>x</script><style>y</style><svg><text>z</text></svg><textarea>t</textarea></p><template>u</template><select><option>v</select><p>b"), ElementsAre("a", "b"));
}

TEST(Annotate, CountsWordsAndThoseInLinks) {
  const Blocks blocks = Annotate(DocumentOf("<p>one two-three, <a href=/x>four 5.5</a> — <a>six</a></p>"));
  ASSERT_EQ(blocks.blocks.size(), 1u);
  EXPECT_EQ(blocks.blocks[0].words, 7u);
  EXPECT_EQ(blocks.blocks[0].link_words, 3u);
}

TEST(Annotate, CountsWordsOfUnspacedScriptsByTheirCharacters) {
  const Blocks blocks = Annotate(DocumentOf("<p>漢字かな abc 한국어</p><p>ภาษาไทยไม่มีช่องว่าง</p>"));
  EXPECT_EQ(blocks.blocks[0].words, 4u + 1u + 1u);
  EXPECT_EQ(blocks.blocks[1].words, 6u) << "a word of three letters, vowel signs and tones aside, of which there are 16";
}

TEST(Annotate, MarksWhatThePageDoesNotShow) {
  for (const std::string_view attribute : {"hidden", "style='color:red; DISPLAY : none'", "style=visibility:hidden", "aria-hidden=true", "data-pith-hidden"}) {
    const Blocks blocks = Annotate(DocumentOf("<div " + std::string(attribute) + "><div><p>a</p></div></div><p>b</p>"));
    EXPECT_TRUE(blocks.blocks[0].hidden) << attribute;
    EXPECT_FALSE(blocks.blocks[1].hidden) << attribute;
  }
}

TEST(Annotate, TakesNoOtherAttributeForHiding) {
  for (const std::string_view attribute : {"style=display:block", "aria-hidden=false", "class=hidden"}) {
    EXPECT_FALSE(Annotate(DocumentOf("<div " + std::string(attribute) + ">a")).blocks[0].hidden) << attribute;
  }
}

TEST(Annotate, MarksCaptionsAndNoscript) {
  const Blocks blocks = Annotate(DocumentOf("<figure><img src=x><figcaption>a</figcaption></figure><noscript>b</noscript>c"));
  ASSERT_EQ(blocks.blocks.size(), 4u);
  EXPECT_EQ(blocks.blocks[0].images, 1U);
  EXPECT_TRUE(blocks.blocks[1].caption);
  EXPECT_TRUE(blocks.blocks[2].noscript);
  EXPECT_FALSE(blocks.blocks[3].caption || blocks.blocks[3].noscript);
}

TEST(Annotate, SumsBlocksAndWordsBelowEachElement) {
  for (const std::string& page : testing::OwnPages()) {
    const parse::Document document = DocumentOf(page);
    const Blocks blocks = Annotate(document);
    ASSERT_EQ(blocks.extents.size(), document.nodes.size());
    for (NodeId id = 0; id < document.nodes.size(); ++id) {
      if (document.IsText(id)) continue;
      std::uint32_t words = 0;
      BlockId count = 0;
      for (const Block& block : blocks.blocks) {
        if (block.first < id || block.first >= document.nodes[id].end) continue;
        words += block.words;
        ++count;
      }
      const bool is_block = html::IsBlock(document.nodes[id].tag);
      if (!is_block) continue;  // an inline element may begin in the middle of a block
      ASSERT_EQ(blocks.extents[id].words, words) << html::NameOf(document.nodes[id].tag);
      ASSERT_EQ(blocks.extents[id].end_block - blocks.extents[id].first_block, count);
    }
  }
}

TEST(Annotate, KeepsARunOfVeryManyImages) {
  const annotate::Blocks blocks = annotate::Annotate(testing::DocumentOf("<p>" + testing::Repeated("<img src=a>", 65'536)));
  ASSERT_EQ(blocks.blocks.size(), 1U);
  EXPECT_EQ(blocks.blocks[0].images, 65'536U);
}

TEST(Annotate, GivesNoBlocksForAnEmptyPage) {
  EXPECT_THAT(BlockTexts(""), IsEmpty());
  EXPECT_THAT(BlockTexts("<div> <p></p><br></div>"), IsEmpty());
}

}  // namespace
}  // namespace pith::annotate

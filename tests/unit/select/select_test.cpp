#include "core/select/select.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/score/appeal.h"
#include "unit/support/pages.h"

namespace pith::select {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;

constexpr const char* kLong = "a paragraph with quite a number of words in it so that it weighs";

/// Selects with probabilities given by hand, in percent, one a block.
std::vector<Reason> Reasons(std::string_view page, const std::vector<int>& percents, const std::string& title = {}, hints::HintSet address_hints = 0,
                            PageType type = PageType::kNone) {
  const parse::Document document = testing::DocumentOf(page);
  const annotate::Blocks blocks = annotate::Annotate(document);
  score::Scores scores;
  for (const int percent : percents) scores.probabilities.push_back(static_cast<std::uint16_t>(percent * 65535 / 100));
  scores.hits.resize(percents.size());
  scores.appeals.resize(percents.size(), score::Appeal::kNeutral);
  scores.groups.resize(percents.size());  // all built alike
  scores.kind.address = address_hints;
  if (type != PageType::kNone) scores.SetPageType(type);
  for (std::size_t i = 0; i < percents.size(); ++i) {
    std::vector<phrases::Token> stems;
    scores.hits[i] = phrases::Match(phrases::Cut(blocks.TextOf(static_cast<annotate::BlockId>(i)), 48, &stems));
    scores.appeals[i] = score::Appeal::Shipped().Of(stems, stems.size() < 48, true);
  }
  EXPECT_EQ(blocks.blocks.size(), percents.size());
  Metadata metadata;
  metadata.title = title;
  return Select(document, blocks, scores, metadata).reasons;
}

std::string Paragraph(const std::string& more = {}) { return "<p>" + std::string(kLong) + more + "</p>"; }

TEST(Select, KeepsWhatIsLikelyContentAndNamesTheRest) {
  EXPECT_THAT(Reasons(Paragraph("1") + Paragraph("2") + "<footer>x y</footer>", {99, 98, 1}), ElementsAre(Reason::kKept, Reason::kKept, Reason::kLowScore));
}

TEST(Select, DropsWhatIsOnlyLikelyBehindAndOutsideOfASureArticle) {
  std::string story;
  for (int i = 0; i < 8; ++i) story += Paragraph(std::to_string(i));
  const std::vector<int> doubted{99, 99, 99, 99, 99, 99, 99, 99, 75}, sure{99, 99, 99, 99, 99, 99, 99, 99, 95};
  const std::string behind = "<main>" + story + "</main><div>" + Paragraph("of another story") + "</div>";
  EXPECT_EQ(Reasons(behind, doubted, {}, 0, PageType::kArticle).back(), Reason::kOutside);
  EXPECT_EQ(Reasons(behind, sure, {}, 0, PageType::kArticle).back(), Reason::kKept);
  std::string long_tail;
  std::vector<int> mostly_doubted(8, 99);
  for (int i = 0; i < 40; ++i) long_tail += Paragraph("more " + std::to_string(i));
  mostly_doubted.resize(8 + 40, 75);
  EXPECT_EQ(Reasons("<main>" + story + "</main><div>" + long_tail + "</div>", mostly_doubted, {}, 0, PageType::kArticle).back(), Reason::kKept)
      << "most of the page is no tail";
  EXPECT_EQ(Reasons(behind, doubted, {}, 0, PageType::kListing).back(), Reason::kKept) << "a list has no end of its own";
  EXPECT_EQ(Reasons("<main>" + story + "<div>" + Paragraph("at its end") + "</div></main>", doubted, {}, 0, PageType::kArticle).back(), Reason::kKept);
}

TEST(Select, DropsWhatStandsAboveAnArticlesHeadline) {
  const std::string page = "<p>All of it in one place</p><p>The gulls</p><p>By the harbour</p>" + Paragraph("1") + Paragraph("2");
  const std::vector<int> percents{80, 20, 80, 99, 99};
  EXPECT_THAT(Reasons(page, percents, "The gulls", 0, PageType::kArticle),
              ElementsAre(Reason::kOutside, Reason::kTitle, Reason::kKept, Reason::kKept, Reason::kKept));
  EXPECT_EQ(Reasons(page, percents, "The terns", 0, PageType::kArticle).front(), Reason::kKept) << "no headline on the page";
  EXPECT_EQ(Reasons(page, percents, "The gulls", 0, PageType::kListing).front(), Reason::kKept);
  const std::string paragraph = Paragraph(" and more of it, and then some, so that nobody would take it for a slogan");
  EXPECT_EQ(Reasons(paragraph + page, {99, 80, 20, 80, 99, 99}, "The gulls", 0, PageType::kArticle).front(), Reason::kKept) << "prose is no slogan";
  std::string many;
  for (int i = 0; i < 30; ++i) many += "<p>line " + std::to_string(i) + " of a poem</p>";
  std::vector<int> all(30, 80);
  all.insert(all.end(), percents.begin(), percents.end());
  EXPECT_EQ(Reasons(many + page, all, "The gulls", 0, PageType::kArticle).front(), Reason::kKept) << "so much is no trimmings";
}

TEST(Select, KeepsRefrainsThatSayTheTitle) {
  const std::string verse = "<p>of the sea they sing</p>", refrain = "<p>The gulls</p>";
  EXPECT_THAT(Reasons("<h1>The gulls</h1>" + verse + refrain + verse + refrain, {20, 90, 90, 90, 90}, "The gulls", 0, PageType::kArticle),
              ElementsAre(Reason::kTitle, Reason::kKept, Reason::kKept, Reason::kKept, Reason::kKept));
}

TEST(Select, KeepsAFirstParagraphThatIsThePagesTitle) {
  const std::string first =
      "The gulls of the northern islands came back on Monday after two winters away, the keeper of the light said, and nobody on the quay could say where they "
      "had been meanwhile.";
  EXPECT_THAT(Reasons("<p>" + first + "</p>" + Paragraph("1") + Paragraph("2"), {99, 99, 99}, first, 0, PageType::kArticle),
              ElementsAre(Reason::kKept, Reason::kKept, Reason::kKept));
  EXPECT_THAT(Reasons("<h1>" + first + "</h1>" + Paragraph("1") + Paragraph("2"), {99, 99, 99}, first, 0, PageType::kArticle),
              ElementsAre(Reason::kTitle, Reason::kKept, Reason::kKept))
      << "a long headline";
}

TEST(Select, DropsTrailsOfLinksAboveTheFirstProse) {
  const std::string trail = "<p>« <a href=/a>The gulls</a> :: <a href=/b>The terns</a> »</p>";
  EXPECT_THAT(Reasons(trail + Paragraph("1") + trail + Paragraph("2"), {90, 99, 90, 99}, {}, 0, PageType::kArticle),
              ElementsAre(Reason::kOutside, Reason::kKept, Reason::kKept, Reason::kKept));
  EXPECT_EQ(Reasons("<p><a href=/a>The gulls</a></p>" + Paragraph("1"), {90, 99}, {}, 0, PageType::kArticle).front(), Reason::kKept) << "one link is no trail";
}

TEST(Select, DropsTheLastHeadingsThatNothingStandsBehind) {
  const std::string story = Paragraph("1") + Paragraph("2") + Paragraph("3") + Paragraph("4") + Paragraph("5");
  const std::vector<int> sure{99, 99, 99, 99, 99, 95};
  EXPECT_EQ(Reasons(story + "<h3>News</h3>", sure, {}, 0, PageType::kArticle).back(), Reason::kOutside);
  EXPECT_NE(Reasons(story + "<p>That may interest you, too:</p>", sure, {}, 0, PageType::kArticle).back(), Reason::kKept);
  EXPECT_EQ(Reasons(story + "<p>That is all.</p>", sure, {}, 0, PageType::kArticle).back(), Reason::kKept);
  EXPECT_EQ(Reasons(story + "<h3>News</h3>", sure, {}, 0, PageType::kListing).back(), Reason::kKept) << "a list may be one of headings";
  EXPECT_EQ(Reasons("<h3>News</h3>" + story, {95, 99, 99, 99, 99, 99}, {}, 0, PageType::kArticle).front(), Reason::kKept);
}

TEST(Select, DropsDoubtedLinesThatAppealToTheReader) {
  const std::string appeal = "<p>Enjoying our stories? Become a supporter today and help us write more of them.</p>";
  const std::string report = "<p>He became a supporter of the club, and its president wrote the story of that day.</p>";
  const std::vector<int> doubted{99, 60, 99};
  EXPECT_EQ(Reasons(Paragraph("1") + appeal + Paragraph("2"), doubted, {}, 0, PageType::kArticle)[1], Reason::kAppeal);
  EXPECT_EQ(Reasons(Paragraph("1") + report + Paragraph("2"), doubted, {}, 0, PageType::kArticle)[1], Reason::kKept);
  EXPECT_EQ(Reasons(Paragraph("1") + appeal + Paragraph("2"), {99, 95, 99}, {}, 0, PageType::kArticle)[1], Reason::kKept) << "the model is sure";
  EXPECT_EQ(Reasons(Paragraph("1") + appeal + Paragraph("2"), doubted, {}, 0, PageType::kService)[1], Reason::kKept) << "a service's own text";
}

TEST(Select, DropsTheLinksThatADroppedLabelAnnounces) {
  const std::string list = "<div><p>More on this topic</p><p><a href=/a>The gulls are back</a></p><p><a href=/b>The terns are gone</a></p></div>";
  const std::string link = "<p><a href=/c>The list of all gulls</a></p>";
  EXPECT_THAT(Reasons(Paragraph("1") + list + link + Paragraph("2"), {99, 1, 60, 60, 98, 99}, {}, 0, PageType::kArticle),
              ElementsAre(Reason::kKept, Reason::kRelated, Reason::kOutside, Reason::kOutside, Reason::kKept, Reason::kKept));
}

TEST(Select, KeepsAShortLineBetweenLongOnes) {
  EXPECT_THAT(Reasons(Paragraph("1") + "<p>No.</p>" + Paragraph("2"), {99, 30, 99}), ElementsAre(Reason::kKept, Reason::kKept, Reason::kKept));
}

TEST(Select, KeepsANoteThatKeptTextLinksToAndThatLinksBack) {
  const std::string marked = "<p>" + std::string(kLong) + "<sup id=r><a href=#n>1</a></sup></p>";
  EXPECT_THAT(Reasons(marked + Paragraph("2") + "<div>x y</div><ol><li id=n>a <a href=#r>^</a></ol>", {99, 98, 1, 1}),
              ElementsAre(Reason::kKept, Reason::kKept, Reason::kLowScore, Reason::kKept));
  EXPECT_THAT(Reasons(marked + Paragraph("2") + "<div>x y</div><ol><li id=n>a</ol>", {99, 98, 1, 1}),
              ElementsAre(Reason::kKept, Reason::kKept, Reason::kLowScore, Reason::kLowScore));
}

TEST(Select, KeepsAFormulaBetweenKeptParagraphs) {
  EXPECT_THAT(Reasons(Paragraph("1") + "<div><math><mi>x</mi><mo>=</mo><mn>1</mn></math></div>" + Paragraph("2"), {99, 5, 99}),
              ElementsAre(Reason::kKept, Reason::kKept, Reason::kKept));
  EXPECT_THAT(Reasons(Paragraph("1") + "<div>\\[x^2\\]</div>" + Paragraph("2"), {99, 5, 99}), ElementsAre(Reason::kKept, Reason::kKept, Reason::kKept));
}

TEST(Select, KeepsADoubtedSentenceBetweenPromotions) {
  const std::string promotions = "<p>Read also: Gulls</p><p>The ferry will not sail.</p><p>Share this article</p>";
  EXPECT_THAT(Reasons(Paragraph("1") + Paragraph("2") + promotions, {99, 99, 1, 35, 1}),
              ElementsAre(Reason::kKept, Reason::kKept, Reason::kRelated, Reason::kKept, Reason::kShare));
  EXPECT_THAT(Reasons(Paragraph("1") + Paragraph("2") + promotions, {99, 99, 1, 10, 1}),
              ElementsAre(Reason::kKept, Reason::kKept, Reason::kRelated, Reason::kLowScore, Reason::kShare))
      << "what the model denies stays out";
  const std::string appeal = "<p>Read also: Gulls</p><p>Support our newsroom with a small donation.</p><p>Share this article</p>";
  EXPECT_NE(Reasons(Paragraph("1") + Paragraph("2") + appeal, {99, 99, 1, 35, 1})[3], Reason::kKept) << "what appeals to the reader does, too";
}

TEST(Select, DropsALabelOfPromotionBetweenParagraphs) {
  EXPECT_THAT(Reasons(Paragraph("1") + "<p>Advertisement</p>" + Paragraph("2"), {99, 20, 99}), ElementsAre(Reason::kKept, Reason::kAd, Reason::kKept));
}

TEST(Select, KeepsATableOfDataWhole) {
  const std::string row = "<tr><td>Monday</td><td>412</td></tr>";
  EXPECT_THAT(Reasons(Paragraph("1") + "<table>" + row + row + "</table><footer>x y</footer>", {99, 90, 90, 5, 5, 1}),
              ElementsAre(Reason::kKept, Reason::kKept, Reason::kKept, Reason::kKept, Reason::kKept, Reason::kLowScore));
  EXPECT_THAT(Reasons(Paragraph("1") + "<table>" + row + row + "</table><footer>x y</footer>", {99, 60, 1, 1, 1, 1}),
              ElementsAre(Reason::kKept, Reason::kKept, Reason::kLowScore, Reason::kLowScore, Reason::kLowScore, Reason::kLowScore))
      << "of which a third was kept";
  EXPECT_THAT(Reasons(Paragraph("1") + "<table>" + row + row + "</table>" + Paragraph("2"), {99, 51, 10, 51, 10, 99}), ::testing::Each(Reason::kKept))
      << "or is likely";
  EXPECT_THAT(Reasons(Paragraph("1") + "<table>" + row + row + "</table>" + Paragraph("2"), {99, 30, 30, 30, 30, 99}), ::testing::Each(Reason::kKept))
      << "or likely by half";
}

TEST(Select, KeepsADoubtedListOfDefinitionsBehindWhatStays) {
  const std::string list = "<dl><dt>Budget<dd>The longest time.</dl>", linked = "<dl><dt>Budget<dd><a href=/b>The longest time.</a></dl>";
  EXPECT_THAT(Reasons(Paragraph("1") + Paragraph("2") + list, {99, 99, 35, 35}), ::testing::Each(Reason::kKept));
  EXPECT_EQ(Reasons(Paragraph("1") + Paragraph("2") + linked, {99, 99, 35, 35})[3], Reason::kLowScore);
}

TEST(Select, KeepsDoubtedCodeBetweenWhatStays) {
  const std::string code = "<pre>stty -F /dev/gauge 9600</pre>";
  EXPECT_EQ(Reasons(Paragraph("1") + Paragraph("2") + code + Paragraph("3"), {99, 99, 20, 99})[2], Reason::kKept);
  EXPECT_EQ(Reasons(Paragraph("1") + Paragraph("2") + code, {99, 99, 20})[2], Reason::kLowScore);
}

TEST(Select, KeepsADoubtedHeadingBetweenWhatStays) {
  const std::string after = "<hr><div>x y</div><div>z w</div>";
  EXPECT_THAT(Reasons(Paragraph("1") + after + "<h3>The week after it had all come to pass</h3>" + Paragraph("2"), {99, 0, 0, 20, 99}),
              ElementsAre(Reason::kKept, Reason::kLowScore, Reason::kLowScore, Reason::kKept, Reason::kKept));
}

TEST(Select, DropsCommentsBehindAnArticleButNotOnAForum) {
  std::string article;
  std::vector<int> percents;
  for (int i = 0; i < 30; ++i) {
    article += Paragraph(std::to_string(i));
    percents.push_back(99);
  }
  percents.push_back(70);
  const std::string page = article + "<div class=comments>" + Paragraph(" says a reader") + "</div>";
  EXPECT_EQ(Reasons(page, percents).back(), Reason::kOutside);
  EXPECT_EQ(Reasons(page, percents, {}, hints::Bit(hints::Hint::kForum)).back(), Reason::kKept);
  percents.back() = 99;
  EXPECT_EQ(Reasons(page, percents).back(), Reason::kKept) << "the model believes in them as in the article";
}

TEST(Select, DropsTheHeadlineThatTheHeaderCarries) {
  EXPECT_THAT(Reasons("<h1>The Headline!</h1>" + Paragraph(), {99, 99}, "The headline"), ElementsAre(Reason::kTitle, Reason::kKept));
  EXPECT_THAT(Reasons("<h1><b>A kicker</b> The headline</h1><h2>Of the headline</h2>" + Paragraph(), {99, 99, 99}, "The headline"),
              ElementsAre(Reason::kTitle, Reason::kKept, Reason::kKept));
}

TEST(Select, KeepsARepeatedParagraphOnce) {
  EXPECT_THAT(Reasons(Paragraph() + Paragraph() + Paragraph(), {99, 99, 99}), ElementsAre(Reason::kKept, Reason::kDuplicate, Reason::kDuplicate));
  EXPECT_THAT(Reasons("<div hidden>" + Paragraph() + "</div>" + Paragraph(), {99, 99}), ElementsAre(Reason::kDuplicate, Reason::kKept))
      << "the shown one stays";
}

TEST(Select, KeepsImagesAndCaptionsBetweenWhatStays) {
  EXPECT_THAT(Reasons(Paragraph("1") + "<figure><img src=x><figcaption>c d</figcaption></figure>" + Paragraph("2"), {99, 0, 0, 99}),
              ElementsAre(Reason::kKept, Reason::kKept, Reason::kKept, Reason::kKept));
}

TEST(Select, KeepsTheLastPictureOfAnArticle) {
  const auto last = [](const std::string& behind, PageType type = PageType::kArticle) {
    return Reasons("<main>" + Paragraph("1") + Paragraph("2") + behind + "</main><footer>x y</footer>", {99, 99, 0, 1}, {}, 0, type)[2];
  };
  EXPECT_EQ(last("<figure><img src=a></figure>"), Reason::kKept);
  EXPECT_EQ(last("<figure><img src=a></figure>", PageType::kListing), Reason::kOutside);
  EXPECT_EQ(last("<a href=/b><img src=a></a>"), Reason::kOutside) << "a banner";
  EXPECT_EQ(last("<div class=share><img src=a></div>"), Reason::kOutside);
  EXPECT_EQ(last("<img src=a width=32>"), Reason::kOutside);
  EXPECT_EQ(last("<p>* * *</p>"), Reason::kOutside);
}

TEST(Select, DropsPortraitsAboveAnArticleAndKeepsItsLeadPicture) {
  const auto lead = [](const std::string& image) {
    return Reasons("<h1><span>A headline</span></h1>" + image + Paragraph("1"), {99, 0, 99}, "A headline", 0, PageType::kArticle)[1];
  };
  EXPECT_EQ(lead("<div><img src=a></div>"), Reason::kKept);
  EXPECT_EQ(lead("<div><img src=a width=100%></div>"), Reason::kKept);
  EXPECT_EQ(lead("<div><img src=a class=avatar></div>"), Reason::kByline);
  EXPECT_EQ(lead("<div class=author-box><img src=a></div>"), Reason::kByline);
  EXPECT_EQ(lead("<div class=author-box><img src=a width=640></div>"), Reason::kKept);
  EXPECT_EQ(lead("<div><img src=a width=48></div>"), Reason::kByline);
}

TEST(Select, KnowsAHeadlineByTheHeadingAroundIt) {
  EXPECT_THAT(Reasons("<h1><div>A headline</div></h1><h1><div>A headline</div><div>b</div></h1>" + Paragraph(), {1, 1, 1, 99}, "A headline"),
              ElementsAre(Reason::kTitle, Reason::kLowScore, Reason::kLowScore, Reason::kKept));
}

TEST(Select, KeepsWhatIsSaidAgainInTheSamePlace) {
  const std::string refrain = Paragraph(" again");
  EXPECT_THAT(Reasons("<div>" + refrain + Paragraph("1") + refrain + "</div>", {99, 99, 99}), ElementsAre(Reason::kKept, Reason::kKept, Reason::kKept));
  const std::string row = std::string("<tr><td>") + kLong + "</td><td>" + kLong + "</td></tr>";
  EXPECT_THAT(Reasons("<table>" + row + row + "</table>", {99, 99, 99, 99}), Each(Reason::kKept));
}

TEST(Select, GivesNothingForAPageWithoutBlocks) { EXPECT_TRUE(Reasons("", {}).empty()); }

TEST(Select, NamesEveryReason) {
  for (unsigned i = 1; i < static_cast<unsigned>(Reason::kCount); ++i) EXPECT_FALSE(NameOf(static_cast<Reason>(i)).empty()) << i;
}

}  // namespace
}  // namespace pith::select

#include "core/select/headlines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "unit/select/article.h"

namespace pith::select {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;

const std::string kHeadline = "Saborska oporba traži ostavku župana", kAge = "prije 4 sata", kYesterday = "jučer";

/// What stays of an article's lines.
Marks Kept(const std::vector<std::string>& lines, float probability = 0.6F, std::string_view tag = "p") {
  Article article(lines, probability, tag);
  DropAged(article.document, article.blocks, article.scores, kThreshold, article.keep);
  return article.keep;
}

/// What stays of lines behind two paragraphs.
Marks Behind(std::vector<std::string> lines, float probability = 0.6F, std::string_view tag = "p") {
  lines.insert(lines.begin(), 2, kParagraph);
  const Marks keep = Kept(lines, probability, tag);
  EXPECT_EQ(keep[0] + keep[1], 2);
  return {keep.begin() + 2, keep.end()};
}

TEST(DropAged, DropsHeadlinesWithTheirAgesInWhateverLanguage) {
  EXPECT_THAT(Behind({kHeadline, kAge, kHeadline, kYesterday, kHeadline, kAge}), Each(0));
  EXPECT_THAT(Behind({kHeadline, "৪ টা", kHeadline, "৫ টা", kHeadline, "৬ টা"}), Each(0)) << "figures of any script";
  EXPECT_THAT(Behind({kHeadline, kAge, kHeadline, kAge}), Each(1)) << "two are no list";
  EXPECT_THAT(Behind({kHeadline, kYesterday, kHeadline, kYesterday, kHeadline, kAge}), Each(1)) << "most have no figure";
  EXPECT_THAT(Behind({kHeadline, kAge, kHeadline, kAge, kHeadline, kAge}, 0.8F), Each(1)) << "the model is sure of them";
  EXPECT_THAT(Behind({"Onions", "200 g", "Salt", "2 g", "Flour", "20 g"}), Each(1)) << "too short for headlines";
}

TEST(DropAged, SparesWhatIsMostOfAPage) {
  std::vector<std::string> lines;
  for (int i = 0; i < 8; ++i) lines.insert(lines.end(), {kHeadline, kAge});
  EXPECT_THAT(Behind(lines), Each(1));
}

TEST(DropAged, SparesSentences) {
  EXPECT_THAT(Behind({kHeadline + ".", kAge, kHeadline + ".", kAge, kHeadline + ".", kAge}), Each(1));
  EXPECT_THAT(Behind({"पुल की जाँच इंजीनियर करेंगे।", kAge, kHeadline, kAge, kHeadline, kAge, kHeadline, kAge}), ElementsAre(1, 1, 0, 0, 0, 0, 0, 0))
      << "the article's last one";
}

TEST(DropAged, ReadsAgesAtTheEdgesOfALine) {
  EXPECT_THAT(Behind({kHeadline + " - 4 hours ago", kHeadline + " (yesterday)", kHeadline + " – 2 days ago"}), Each(0));
  EXPECT_THAT(Behind({"4 hours ago " + kHeadline, "vor 35 Min. " + kHeadline, "hace 2 días - " + kHeadline}), Each(0));
  EXPECT_THAT(Behind({kHeadline, "Harbour Post · 4 hours ago", kHeadline, "Harbour Post · vor 35 Min.", kHeadline, "Harbour Post | 24 Apr"}), Each(0));
  EXPECT_THAT(Behind({"Harbour Post", kHeadline, "4 hours ago", "City Wire", kHeadline, "5 hours ago", "Harbour Post", kHeadline, "yesterday"}), Each(0));
  EXPECT_THAT(Behind({"4 hours ago", kHeadline, "5 hours ago", kHeadline, "6 hours ago", kHeadline}), Each(0)) << "the last one's age is above it";
}

TEST(DropAged, LeavesWhatStandsAboveAList) {
  EXPECT_THAT(Behind({"By Jane Roe", kHeadline + " - 4 hours ago", kHeadline + " - 5 hours ago", kHeadline + " - 6 hours ago"}), ElementsAre(1, 0, 0, 0));
  EXPECT_THAT(Behind({"By Jane Roe", kHeadline, "4 hours ago", kHeadline, "5 hours ago", kHeadline, "6 hours ago"}), ElementsAre(1, 0, 0, 0, 0, 0, 0));
  EXPECT_THAT(Behind({kHeadline, kHeadline, kHeadline, kHeadline + " - 4 hours ago", kHeadline + " - 5 hours ago"}), Each(1)) << "two are no list";
}

TEST(DropAged, DropsDatesAndTimesOfDayThatTheModelDoubts) {
  const std::vector<std::string> lines = {"18:05 " + kHeadline, kHeadline + " | 12.05.2026", "12 May 2026 – " + kHeadline};
  EXPECT_THAT(Behind(lines, 0.5F), Each(0));
  EXPECT_THAT(Behind(lines, 0.6F), Each(1)) << "a programme";
  EXPECT_THAT(Behind(lines, 0.5F, "li"), Each(1)) << "a list of an author's";
  EXPECT_THAT(Behind({"Roe J. On bridges and their foundations in soft ground. 2017;68:491-516.", "Lind T. On the bridges of the northern coast. 2019;12:1-9.",
                      "Haddad A. On what a river can still carry. 2020;3:44-51."},
                     0.5F),
              Each(1))
      << "references";
  EXPECT_THAT(Behind({kHeadline + " 2,1 posto", kHeadline + " 3,4 posto", kHeadline + " 5,6 posto"}, 0.5F), Each(1)) << "decimals";
}

TEST(DropAged, LeavesEntriesOfAnAuthorsList) {
  for (const char* tag : {"li", "li><p", "li><div><p"}) {
    EXPECT_THAT(Behind({"18:05 " + kHeadline, "18:30 " + kHeadline, "19:00 " + kHeadline}, 0.5F, tag), Each(1)) << tag;
    EXPECT_THAT(Behind({kHeadline, "18:05", kHeadline, "18:30", kHeadline, "19:00"}, 0.5F, tag), Each(1)) << tag;
  }
  const std::string link = "<a href=/bridge>" + kHeadline + "</a>";
  EXPECT_THAT(Behind({"18:05 " + link, "18:30 " + link, "19:00 " + link}, 0.5F, "li"), Each(0)) << "with links";
}

TEST(DropAged, LeavesSentencesThatBeginWithAnAge) {
  EXPECT_THAT(Behind({"Yesterday the boats came in", "Yesterday the nets were full", "Yesterday the harbour sang"}), Each(1));
  EXPECT_THAT(Behind({"Hier steht die alte Brücke am Hafen.", "Hier lag das Boot den ganzen Winter.", "Hier wohnte der Lotse mit Frau und Kind."}), Each(1))
      << "French calls so what was yesterday";
}

TEST(DropAged, AsksTheModelOfLinesThatWereKeptAlone) {
  Article article({kParagraph, "Gestern lag das Boot noch hier - gestern", "Am Abend lag es dort - gestern", "Nachts war es fort - gestern",
                   "© 2026 Harbour Post and all who sail in her", "Contact"},
                  0.94F);
  for (const std::size_t footer : {4U, 5U}) {
    article.keep[footer] = 0;
    article.scores.probabilities[footer] = 500;
  }
  DropAged(article.document, article.blocks, article.scores, kThreshold, article.keep);
  EXPECT_THAT(article.keep, ElementsAre(1, 1, 1, 1, 0, 0)) << "a footer makes no line less sure";
}

TEST(DropAged, LeavesAPageWithoutSureProse) { EXPECT_THAT(Kept({kHeadline, kAge, kHeadline, kAge, kHeadline, kAge}), Each(1)); }

TEST(DropAged, LooksBehindTheLastProse) { EXPECT_THAT(Kept({kHeadline, kAge, kHeadline, kAge, kHeadline, kAge, kParagraph}), Each(1)); }

}  // namespace
}  // namespace pith::select

#include "core/select/stories.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/support/pages.h"

namespace pith::select {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// Enough prose for a story.
std::string Prose(const std::string& of) {
  return testing::Repeated("<p>" + of + " came back in the morning, and nobody who lives near the water had seen it leave or knew why it had.</p>", 6);
}

std::string StoryOf(const std::string& title, const std::string& head, const std::string& tag = "article") {
  return "<" + tag + "><header>" + head + "</header><div>" + Prose(title) + "</div></" + tag + ">";
}

std::string Linked(const std::string& title, const std::string& address) { return "<h1><a href='" + address + "'>" + title + "</a></h1>"; }

/// The headings of the stories beside the page's own.
std::vector<std::string> Others(std::string_view page, const std::string& title, const std::string& url = "https://pier.example/1") {
  const parse::Document document = testing::DocumentOf(page);
  const annotate::Blocks blocks = annotate::Annotate(document);
  Metadata metadata;
  metadata.title = title;
  metadata.url = url;
  std::vector<std::string> headings;
  for (const Story& story : OtherStories(document, blocks, metadata)) headings.emplace_back(blocks.TextOf(story.heading));
  return headings;
}

TEST(OtherStories, AreThoseWithoutThePagesTitle) {
  const std::string page = StoryOf("A gull", Linked("Gulls", "/1")) + StoryOf("A crane", Linked("Cranes", "/2")) + StoryOf("A baker", Linked("Bakers", "/3"));
  EXPECT_THAT(Others(page, "Gulls"), ElementsAre("Cranes", "Bakers"));
  EXPECT_THAT(Others(page, "Cranes", "https://pier.example/2"), ElementsAre("Gulls", "Bakers"));
}

TEST(OtherStories, AreToldByTheAddressWhereTheTitleIsAnother) {
  const std::string page = StoryOf("A gull", Linked("Gulls", "/1")) + StoryOf("A crane", Linked("Cranes", "https://pier.example/2"));
  EXPECT_THAT(Others(page, "A title for search engines"), ElementsAre("Cranes"));
}

TEST(OtherStories, MayHaveATimeOrAnAuthorInsteadOfAnAddress) {
  const std::string own = StoryOf("A gull", "<h1>Gulls</h1><time>Monday</time>");
  EXPECT_THAT(Others(own + StoryOf("A crane", "<h1>Cranes</h1><time>Sunday</time>"), "Gulls"), ElementsAre("Cranes"));
  EXPECT_THAT(Others(own + StoryOf("A crane", "<h1>Cranes</h1><p class=author>Ann Lee</p>"), "Gulls"), ElementsAre("Cranes"));
}

TEST(OtherStories, AreNoSectionsOfAnArticle) {
  EXPECT_THAT(Others(StoryOf("A gull", "<h1>Gulls</h1>", "section") + StoryOf("A crane", "<h1>Cranes</h1>", "section"), "Gulls"), IsEmpty()) << "no address, no time, no author";
  EXPECT_THAT(Others(StoryOf("A gull", "<h1>Gulls</h1>", "section") + StoryOf("A crane", "<h2><a href=/2>Cranes</a></h2>", "section"), "Gulls"), IsEmpty()) << "of a lower level";
  EXPECT_THAT(Others(StoryOf("A gull", "<h1>Gulls</h1>", "section") + StoryOf("A crane", "<h1><a href='#2'>Cranes</a></h1>", "section"), "Gulls"), IsEmpty()) << "an anchor";
  EXPECT_THAT(Others("<article><h1>Gulls</h1>" + StoryOf("A crane", Linked("Cranes", "/2"), "section") + "</article>", "Gulls"), IsEmpty()) << "within it";
}

TEST(OtherStories, AreNoneWherePagesHaveNoOwn) {
  const std::string front = StoryOf("A gull", Linked("Gulls", "/1")) + StoryOf("A crane", Linked("Cranes", "/2"));
  EXPECT_THAT(Others(front, "The Pier", "https://pier.example/"), IsEmpty());
  const std::string thread = StoryOf("A gull", Linked("Gulls", "/a")) + StoryOf("A crane", Linked("Gulls", "/b"));
  EXPECT_THAT(Others(thread, "Gulls"), IsEmpty()) << "a thread's posts repeat its title";
  EXPECT_THAT(Others("", "Gulls"), IsEmpty());
}

TEST(OtherStories, AreNoTeasers) {
  EXPECT_THAT(Others(StoryOf("A gull", Linked("Gulls", "/1")) + "<article><h1><a href=/2>Cranes</a></h1><p>Two lines of it.</p></article>", "Gulls"), IsEmpty());
}

TEST(OtherStories, GoWithAllThatIsTheirsAlone) {
  const std::string page = "<main>" + StoryOf("A gull", Linked("Gulls", "/1")) + "<div>" + StoryOf("A crane", Linked("Cranes", "/2")) + "<p>Share</p></div></main>";
  const parse::Document document = testing::DocumentOf(page);
  const annotate::Blocks blocks = annotate::Annotate(document);
  Metadata metadata;
  metadata.title = "Gulls";
  const std::vector<Story> others = OtherStories(document, blocks, metadata);
  ASSERT_EQ(others.size(), 1U);
  EXPECT_EQ(document.nodes[others[0].element].tag, html::Tag::kDiv);
  EXPECT_EQ(blocks.extents[others[0].element].end_block, blocks.blocks.size());
}

TEST(OthersOf, HaveAddressesThatCanBeFollowed) {
  const std::string page = StoryOf("A gull", Linked("Gulls", "/1")) + StoryOf("A crane", Linked("Cranes", "2?a")) +
                           StoryOf("A baker", Linked("Bakers", "javascript:open()") + "<time>Monday</time>") +
                           StoryOf("A smith", "<h1>Smiths</h1><time>Sunday</time>");
  const parse::Document document = testing::DocumentOf(page);
  const annotate::Blocks blocks = annotate::Annotate(document);
  Metadata metadata;
  metadata.title = "Gulls";
  metadata.url = "https://pier.example/birds/1";
  const std::vector<OtherArticle> others = OthersOf(document, blocks, metadata, "");
  ASSERT_EQ(others.size(), 3U);
  EXPECT_EQ(others[0].title, "Cranes");
  EXPECT_EQ(others[0].url, "https://pier.example/birds/2?a");
  EXPECT_EQ(others[1].url, "") << "of a script";
  EXPECT_EQ(others[2].title, "Smiths");
  EXPECT_EQ(others[2].url, "");
  EXPECT_LT(others[0].element, others[1].element);
  EXPECT_EQ(OthersOf(document, blocks, metadata, "https://quay.example/a/")[0].url, "https://quay.example/a/2?a") << "the caller's base";
}

}  // namespace
}  // namespace pith::select

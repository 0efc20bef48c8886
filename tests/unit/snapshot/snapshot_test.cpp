#include "core/snapshot/snapshot.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "pith/pith.h"
#include "unit/support/pages.h"

namespace pith::snapshot {
namespace {

using html::Tag;

std::string Element(const std::string& name, const std::string& content) { return "\1" + name + content + "\4"; }

TEST(Snapshot, KeepsElementsAttributesAndTextsInOrder) {
  const Snapshot read = Read("\1html\2lang\3de\1body\5a \5b\1p\2class\3x\2hidden\3\5c\4\5d\4\4");
  const parse::Document& page = read.document;
  ASSERT_EQ(page.nodes.size(), 6U);
  EXPECT_EQ(page.nodes[0].tag, Tag::kHtml);
  EXPECT_EQ(page.AttributeOf(0, "lang"), "de");
  EXPECT_EQ(page.TextOf(2), "a b") << "texts that follow each other are one";
  EXPECT_EQ(page.nodes[3].tag, Tag::kP);
  EXPECT_EQ(page.AttributeOf(3, "class"), "x");
  EXPECT_TRUE(page.HasAttribute(3, "hidden"));
  EXPECT_EQ(page.nodes[3].end, 5U);
  EXPECT_EQ(page.nodes[4].parent, 3U);
  EXPECT_EQ(page.nodes[4].depth, 3);
  EXPECT_EQ(page.TextOf(5), "d") << "but not across an element";
  EXPECT_EQ(page.nodes[0].end, 6U);
}

TEST(Snapshot, HasARootThatIsThePageWhateverItIsCalled) {
  EXPECT_EQ(Read("\1amp-img\1p\5more\4\4").document.nodes[0].tag, Tag::kHtml);  // an image would be a block, and a block's parent is asked about
  EXPECT_EQ(ExtractSnapshot("\1img\1p\5more\4\4").article.warnings, Extract("<p>more").article.warnings);
}

TEST(Snapshot, NeverShowsAnEventHandler) {
  const Snapshot read = Read("\1html\2onload\3alert(1)\2id\3x\4");
  EXPECT_FALSE(read.document.HasAttribute(0, "onload"));
  EXPECT_EQ(read.document.AttributeOf(0, "id"), "x");
}

TEST(Snapshot, KeepsTheNamesOfCustomElements) {
  const Snapshot read = Read("\1html\1my-card\2id\3x\4\4");
  EXPECT_EQ(read.document.CustomNameOf(1), "my-card");
  EXPECT_EQ(read.document.AttributeOf(1, "id"), "x");
}

TEST(Snapshot, KeepsJsonLdAside) {
  const Snapshot read = Read("\1html\6{\"@type\":\"Article\"}\1script\4\4");
  ASSERT_EQ(read.json_ld.size(), 1U);
  EXPECT_EQ(read.json_ld[0], "{\"@type\":\"Article\"}");
}

TEST(Snapshot, MakesSomeTreeOfAnyBytes) {
  std::mt19937 random(11);
  for (int round = 0; round < 2000; ++round) {
    std::string stream;
    for (auto size = random() % 60; size > 0; --size) stream += random() % 3 == 0 ? static_cast<char>('a' + random() % 20) : static_cast<char>(random() % 8);
    const parse::Document page = Read(stream).document;
    for (parse::NodeId id = 0; id < page.nodes.size(); ++id) {
      const parse::Node& node = page.nodes[id];
      ASSERT_GT(node.end, id);
      ASSERT_LE(node.end, page.nodes.size());
      if (id == 0) continue;
      ASSERT_LT(node.parent, id);
      ASSERT_LE(node.end, page.nodes[node.parent].end);
      ASSERT_EQ(node.depth, page.nodes[node.parent].depth + 1);
    }
    (void)ToJson(ExtractSnapshot(stream, {}));
  }
}

TEST(Snapshot, LeavesOutWhatNestsTooDeepAndKeepsItsText) {
  Limits limits;
  limits.depth = 3;
  const Snapshot read = Read("\1html\1body\1div\1div\2id\3x\1b\5deep\4\4\5er\4\1p\5after\4\4\4", limits);
  EXPECT_EQ(pith::testing::Outline(read.document), "div(\"deeper\") p(\"after\")");
  EXPECT_EQ(read.warnings, std::vector<std::string>{"depth-limit"});
}

TEST(Snapshot, EndsAtALimitWithAWarning) {
  const std::string stream = "\1html\1body" + pith::testing::Repeated("\1p\2id\3x\5words\4", 100) + "\4\4";
  const auto warnings = [&](const Limits& limits) { return Read(stream, limits).warnings; };
  Limits nodes, attributes, work;
  nodes.nodes = 10;
  attributes.attributes = 10;
  work.work = 1000;
  EXPECT_EQ(warnings({}), std::vector<std::string>{});
  EXPECT_EQ(warnings(nodes), std::vector<std::string>{"nodes-limit"});
  EXPECT_EQ(warnings(attributes), std::vector<std::string>{"attributes-limit"});
  EXPECT_EQ(warnings(work), std::vector<std::string>{"work-limit"});
}

TEST(Snapshot, GivesTheArticleThatMarkupGives) {
  const std::string sentence = " times the keeper of the tower counts the bees at dusk, and writes the number on the wall with chalk. ";
  std::string markup = "<html lang=en><head><title>Bees</title></head><body><article><h1>Bees</h1>", body = Element("h1", "\5" "Bees");
  for (unsigned i = 0; i < 6; ++i) {
    markup += "<p>" + std::to_string(i) + sentence + std::string(i + 2U, 'x') + sentence + "</p>";
    body += Element("p", "\5" + std::to_string(i) + sentence + std::string(i + 2U, 'x') + sentence);
  }
  Options options;
  options.url = "https://example.org/bees";
  const Result from_markup = Extract("<!doctype html>" + markup + "</article></body></html>", options);
  const Result from_snapshot = ExtractSnapshot(Element("html", "\2lang\3" "en" + Element("head", Element("title", "\5" "Bees")) + Element("body", Element("article", body))), options);
  ASSERT_GT(from_markup.article.word_count, 100U);
  EXPECT_EQ(from_snapshot.article.html, from_markup.article.html);
  EXPECT_EQ(from_snapshot.article.metadata.title, from_markup.article.metadata.title);
}

}  // namespace
}  // namespace pith::snapshot

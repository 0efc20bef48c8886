#include "core/ranges/ranges.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "pith/pith.h"

namespace pith {
namespace {

const std::string kSentence = "A sentence of the tide at the old pier, which is long enough to be taken for what somebody wrote about it";

/// Each range that the tree names, with the bytes that stand there.
std::vector<std::string> SlicesOf(const std::string& page, Options options = {}) {
  if (options.ranges == Unit::kNone) options.ranges = Unit::kBytes;
  options.outputs = {false, false, false, true};
  const std::string tree = Extract(page, options).article.tree;
  std::vector<std::string> slices;
  const std::string key = "\"data-pith-range\":\"";
  for (std::size_t at = tree.find(key); at != std::string::npos; at = tree.find(key, at + 1)) {
    std::size_t used = 0;
    const std::string numbers = tree.substr(at + key.size(), 40);
    const std::size_t begin = std::stoul(numbers, &used);
    slices.push_back(page.substr(begin, std::stoul(numbers.substr(used + 1)) - begin));
  }
  return slices;
}

std::string Page(const std::string& body, const std::string& head = "<meta charset=utf-8>") { return "<!DOCTYPE html><html><head>" + head + "<title>The tide</title></head><body><article>" + body + "</article></body></html>"; }

TEST(Ranges, GoFromTheFirstTextOfABlockToItsLast) {
  const std::string first = kSentence + " &amp; <b>more</b>, <i>and more</i>.";
  const std::string second = kSentence + ", too.";
  EXPECT_EQ(SlicesOf(Page("<p>" + first + "</p>\n<p class=x>" + second + "</p>")), (std::vector{first, second}));
}

TEST(Ranges, CountWhatIsLeftOutBeforeTheParser) {
  const std::string text = kSentence + "<!-- a comment --> that goes on.";
  EXPECT_EQ(SlicesOf(Page("<script>let a = '<p>';</script><!-- another --><style>p { }</style><p>" + text + "<!-- behind --></p><p>" + text + " Or not.</p>", "<meta charset=utf-8><script>x</script>")),
            (std::vector{text, text + " Or not."}));
}

TEST(Ranges, HoldAllLinesOfAParagraph) {
  const std::string lines = kSentence + "<br>\n" + kSentence + "<br>" + kSentence + ".";
  const std::vector<std::string> slices = SlicesOf(Page("<p>" + lines + "</p>"));
  ASSERT_FALSE(slices.empty());
  std::string joined = slices.front();
  for (std::size_t i = 1; i < slices.size(); ++i) joined += "<br>" + slices[i];
  EXPECT_EQ(joined.substr(0, kSentence.size()), kSentence);
  EXPECT_EQ(joined.substr(joined.size() - kSentence.size() - 1), kSentence + ".");
}

TEST(Ranges, CountBytesOfWhatThePageIsIn) {
  const std::string words = kSentence + ": caf\xE9, \x93quoted\x94, 5 \x80.";  // windows-1252
  EXPECT_EQ(SlicesOf(Page("<p>\xE9\xE9\xE9</p><p>" + words + "</p><p>" + words + "</p>", "<meta charset=windows-1252>")).back(), words);

  const std::string utf8 = Page("<p>\u00E9\U0001F600</p><p>" + kSentence + "</p><p>" + kSentence + "\u00E9</p>");
  EXPECT_EQ(SlicesOf("\xEF\xBB\xBF" + utf8).back(), kSentence + "\u00E9");

  std::string broken = utf8;
  broken.insert(broken.find("<p>"), "\xFF\xFE a \xE2\x82 b \u0092 \u0092 \u0081 \xF0\x9F\x98");
  EXPECT_EQ(SlicesOf(broken).back(), kSentence + "\u00E9");

  std::string wide = "\xFF\xFE";
  for (const char c : Page("<p>" + kSentence + "</p><p>" + kSentence + "!</p>")) wide += {c, '\0'};
  std::string wide_text;
  for (const char c : kSentence + "!") wide_text += {c, '\0'};
  EXPECT_EQ(SlicesOf(wide).back(), wide_text);
}

TEST(Ranges, CountUnitsOfTextThatWasUtf16) {
  const std::string before = Page("<p>\u00E9\U0001F600</p><p>");  // two bytes for one unit, four for two
  const std::string page = before.substr(0, before.find("</article>")) + kSentence + "</p></article></body></html>";
  Options options;
  options.charset = "utf-8";
  options.outputs = {false, false, false, true};
  options.ranges = Unit::kUtf16;
  const std::string tree = Extract(page, options).article.tree;
  const std::size_t begin = page.find(kSentence) - 3;
  EXPECT_NE(tree.find("\"data-pith-range\":\"" + std::to_string(begin) + "-" + std::to_string(begin + kSentence.size()) + "\""), std::string::npos) << tree;
}

TEST(Ranges, AreThereForWhatIsLeftOut) {
  const std::string page = Page("<p>" + kSentence + "</p><p>" + kSentence + "</p>") + "<footer><ul><li><a href=/x>Imprint</a></li></ul></footer>";
  Options options;
  options.explain = true;
  options.ranges = Unit::kBytes;
  const Result result = Extract(page, options);
  bool found = false;
  for (const Removal& removal : result.article.removed) {
    if (removal.text != "Imprint") continue;
    found = true;
    EXPECT_EQ(page.substr(removal.range.begin, removal.range.end - removal.range.begin), "Imprint");
  }
  EXPECT_TRUE(found);
}

TEST(Ranges, AreCountedInPlainText) {
  Options options;
  options.plain = true;
  EXPECT_EQ(SlicesOf(kSentence + ".\n\n" + kSentence + "!\n", options), (std::vector{kSentence + ".", kSentence + "!"}));
}

TEST(Ranges, AreNotThereUnlessAskedFor) {
  Options options;
  options.outputs.tree = options.explain = true;
  const Result result = Extract(Page("<p>" + kSentence + "</p>"), options);
  EXPECT_EQ(ToJson(result, options).find("range"), std::string::npos);
}

}  // namespace
}  // namespace pith

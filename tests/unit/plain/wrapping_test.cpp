#include "core/plain/wrapping.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/annotate/annotate.h"
#include "core/plain/plain.h"
#include "core/unicode/unicode.h"

namespace pith::plain {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const std::string kFerry =
    "The ferry left when the pilot thought that the water looked right, and not a minute before, as it had done for thirty-one years and more, whatever the "
    "board on the quay had to say of it.";
const std::string kVisitors =
    "Visitors complained, of course, and stood on the slipway with their watches held out in front of them, as though the tide might read them and be ashamed "
    "of itself.";

/// A paragraph in lines of at most `width` characters, which begin as told.
std::string Wrapped(std::string_view paragraph, std::size_t width = 72, const std::string& first = "", const std::string& rest = "",
                    const std::string& end = "\n") {
  std::string text, line = first;
  bool empty = true;
  for (std::size_t at = 0; at < paragraph.size();) {
    const std::size_t stop = std::min(paragraph.find(' ', at), paragraph.size());
    const std::string_view word = paragraph.substr(at, stop - at);
    if (!empty && line.size() + 1 + word.size() > width) {
      text += line + end;
      line = rest;
      empty = true;
    }
    if (!empty) line += ' ';
    line += word;
    empty = false;
    at = stop + 1;
  }
  return text + line + end;
}

/// The blocks of a text, their white space collapsed.
std::vector<std::string> BlocksOf(std::string_view text) {
  std::vector<std::string> warnings;
  const parse::Document document = ToDocument(text, {}, warnings);
  EXPECT_THAT(warnings, IsEmpty());
  const annotate::Blocks blocks = annotate::Annotate(document);
  std::vector<std::string> texts;
  for (const annotate::Block& block : blocks.blocks) texts.emplace_back(blocks.TextOf(block));
  return texts;
}

TEST(Wrapping, IsUndone) {
  EXPECT_THAT(BlocksOf(Wrapped(kFerry) + "\n" + Wrapped(kVisitors)), ElementsAre(kFerry, kVisitors));
  EXPECT_THAT(BlocksOf(Wrapped(kFerry, 60) + "\n\n\n" + Wrapped(kVisitors, 60)), ElementsAre(kFerry, kVisitors));
  EXPECT_THAT(BlocksOf(Wrapped(kFerry, 72, "   ", "   ") + "\n" + Wrapped(kVisitors, 72, "   ", "   ")), ElementsAre(kFerry, kVisitors)) << "behind a margin";
  EXPECT_THAT(BlocksOf(Wrapped(kFerry, 72, "    ", "") + Wrapped(kVisitors, 72, "    ", "")), ElementsAre(kFerry, kVisitors)) << "told by indents alone";
  EXPECT_THAT(BlocksOf(Wrapped(kFerry, 72, "", "", "\r\n") + "\r\n" + Wrapped(kVisitors, 72, "", "", " \r\n")), ElementsAre(kFerry, kVisitors));
}

TEST(Wrapping, EndsWhereAuthorsEndLines) {
  EXPECT_THAT(BlocksOf("Ferries\nBy a passenger\n\n" + Wrapped(kFerry) + "\n" + Wrapped(kVisitors)),
              ElementsAre("Ferries", "By a passenger", kFerry, kVisitors));
  EXPECT_THAT(BlocksOf(Wrapped(kFerry, 72, "- ", "  ") + Wrapped(kVisitors, 72, "- ", "  ")), ElementsAre("- " + kFerry, "- " + kVisitors));
  EXPECT_THAT(BlocksOf(Wrapped(kFerry, 72, "12. ", "    ") + Wrapped(kVisitors, 72, "(b) ", "    ")), ElementsAre("12. " + kFerry, "(b) " + kVisitors));
  EXPECT_THAT(BlocksOf(Wrapped(kFerry) + "# More\n" + Wrapped(kVisitors)), ElementsAre(kFerry, "# More", kVisitors));
}

TEST(Wrapping, IsNotSeenInTextWhoseLinesAreBlocks) {
  const std::vector<std::string> lines = {kFerry, kVisitors, "Sign up", "The tide", kVisitors, kFerry};
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  EXPECT_EQ(BlocksOf(text), lines);
  EXPECT_THAT(BlocksOf("The ferry is late again, say those who wait for it\nA baker in the harbour has won a prize for his bread\nThe tide was higher than the "
                       "board had said it would be\nNobody saw the gulls leave in the night before the storm\nThe pilot has a new coat, and it fits her well "
                       "enough\nWhat the harbour master thinks of all the timetables\n"),
              SizeIs(6))
      << "headlines";
}

TEST(Wrapping, IsNotSeenInVerse) {
  EXPECT_THAT(BlocksOf("Sing, goddess, of the pilot and her long years at the sound,\nWho waited for the water when the timetable went round,\nAnd poured her "
                       "coffee slowly, and let the harbour wait,\nAnd never left a minute soon, and never came too late,\nFor those who would be punctual the "
                       "sea has only scorn,\nAnd those who would be early were better never born."),
              SizeIs(6));
}

TEST(Wrapping, IsNotSeenWhereWordsHaveNoSpaces) {
  const std::string line =
      "\u706F\u53F0\u306E\u756A\u4EBA\u306F\u6BCE\u671D\u304B\u3082\u3081\u306E\u6570\u3092\u6570\u3048\u3066\u3044\u305F\u3002\u706F\u53F0\u306E\u756A\u4EBA"
      "\u306F\u6BCE\u671D\u304B\u3082\u3081\u306E\u6570\u3092\u6570\u3048\u3066\u3044\u305F\u3002\u6BCE\u671D\u306E\u6570\u3002";
  EXPECT_THAT(BlocksOf(line + "\n" + line + "\n" + line + "\n" + line + "\n" + line + "\n" + line), SizeIs(6));
}

TEST(Lines, EndInAnyWay) {
  std::vector<std::string> lines;
  const std::string_view text = "a\r\nb\rc\n\nd";
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view line = LineAt(text, at);
    lines.emplace_back(line);
    at = BehindLine(text, line);
  }
  EXPECT_THAT(lines, ElementsAre("a", "b", "c", "", "d"));
}

}  // namespace
}  // namespace pith::plain

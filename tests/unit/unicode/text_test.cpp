// The quick ways through a text, each against the plain one, for texts made by chance of what they tell apart.

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "core/unicode/eight_bytes.h"
#include "core/unicode/unicode.h"

namespace pith::unicode {
namespace {

using namespace std::string_literals;

/// Texts of up to `most` pieces, most of them letters; the same in every run.
template <typename Check>
void ForTexts(std::size_t most, Check check) {
  constexpr std::string_view kPieces[] = {"a", "Zeta", "0", " ", " ", "  ", "\n", "\t", std::string_view("\0", 1), "\x1F", "\"", "\\", "&", "<", "\x7F", "\xC2\xA0", "é", "“", "漢", "\xF0\x9F\x90\xA6"};
  std::mt19937 random(23);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t pieces = random() % (most + 1); pieces > 0; --pieces) text += random() % 3 != 0 ? std::string_view("word") : kPieces[random() % std::size(kPieces)];
    check(text);
  }
}

TEST(EightBytes, FindWhatLookingAtEachByteFinds) {
  ForTexts(12, [](const std::string& text) {
    const auto expected = [&](std::size_t at, auto is_wanted) {
      while (at < text.size() && !is_wanted(static_cast<unsigned char>(text[at]))) ++at;
      return at;
    };
    for (std::size_t at = 0; at <= text.size(); ++at) {
      ASSERT_EQ(FindByte(text, at, [](EightBytes bytes) { return bytes.Are('"') | bytes.AreBelow(0x20); }), expected(at, [](unsigned char c) { return c == '"' || c < 0x20; })) << text;
      ASSERT_EQ(FindByte(text, at, [](EightBytes bytes) { return bytes.AreBelow(1); }), expected(at, [](unsigned char c) { return c == 0; })) << text;
      ASSERT_EQ(FindByte(text, at, [](EightBytes bytes) { return bytes.AreBelow(0x80); }), expected(at, [](unsigned char c) { return c < 0x80; })) << text;
      ASSERT_EQ(FindNear(text, at, ' '), expected(at, [](unsigned char c) { return c == ' '; })) << text;
      ASSERT_EQ(FindBeyondAscii(text, at), expected(at, [](unsigned char c) { return c >= 0x80; })) << text;
    }
  });
}

TEST(Text, IsEvenUpToWhatCollapsingChanges) {
  ForTexts(12, [](const std::string& text) {
    for (std::size_t at = 0; at <= text.size(); ++at) {
      const std::size_t end = EndOfEven(text, at);
      const std::string even = text.substr(at, end - at);
      ASSERT_EQ(Collapsed(even), even);
      ASSERT_EQ(FindBeyondAscii(even, 0), even.size());
      // One character more, and a space with what stands behind it, is not even any more.
      for (const std::size_t more : {end + 1, end + 2}) {
        if (more > text.size()) break;
        const std::string longer = text.substr(at, more - at);
        ASSERT_FALSE(FindBeyondAscii(longer, 0) == longer.size() && Collapsed(longer) == longer) << text << '|' << at << '|' << longer;
      }
    }
  });
}

TEST(Text, OfControlCharactersOnlyWhiteSpaceStays) {
  std::string text = "a\0b\x1B[31m\x7F\t\n\f\r\v\x1F \u009Bc\u00A0\u00BF\u0080"s;
  BlankControls(text);
  EXPECT_EQ(text, "a b [31m \t\n\f\r     c\u00A0\u00BF  ");
}

}  // namespace
}  // namespace pith::unicode

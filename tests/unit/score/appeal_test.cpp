#include "core/score/appeal.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

namespace pith::score {
namespace {

std::vector<phrases::Token> StemsOf(std::string_view text) {
  std::vector<phrases::Token> stems;
  (void)phrases::Cut(text, 48, &stems);
  return stems;
}

std::vector<std::uint32_t> KeysOf(std::string_view text, bool whole) {
  std::vector<std::uint32_t> keys;
  Appeal::EachKey(StemsOf(text), whole, [&](std::uint32_t key) { keys.push_back(key); });
  return keys;
}

std::vector<std::uint8_t> DataOf(const std::map<std::uint32_t, int>& entries) {
  std::vector<std::uint8_t> data{'P', 'A', '1', static_cast<std::uint8_t>(entries.size()), 0};
  std::uint32_t last = 0;
  for (const auto& [key, weight] : entries) {
    data.insert(data.end(), (key - last) / 255, 255);
    data.push_back(static_cast<std::uint8_t>((key - last) % 255));
    last = key;
  }
  for (const auto& [key, weight] : entries) data.push_back(static_cast<std::uint8_t>(weight));
  return data;
}

std::uint8_t Of(const std::vector<std::uint8_t>& data, std::string_view line) { return Appeal(data).Of(StemsOf(line), true, false); }

TEST(Appeal, KeysAreStemsAndPairsWithTheEnds) {
  const std::vector<std::uint32_t> keys = KeysOf("Support us", true);
  EXPECT_EQ(keys.size(), 5U);  // two stems, and three pairs with what begins and ends a line
  EXPECT_EQ(KeysOf("support us", false), std::vector(keys.begin(), keys.end() - 1));
  EXPECT_EQ(KeysOf("SUPPORTERS, us!", true), keys) << "of words their first letters count, folded";
}

TEST(Appeal, AddsUpWhatItKnows) {
  const std::uint32_t support = KeysOf("support", false).front(), council = KeysOf("council", false).front();
  const std::vector<std::uint8_t> data = DataOf({{support, 48}, {council, -60}});
  EXPECT_EQ(Of(data, "support"), 128 + 48 * 147 / 256);  // three keys: 256 over the square root of 3
  EXPECT_EQ(Of(data, "council"), 128 - 60 * 147 / 256);
  EXPECT_EQ(Of(data, "nothing of it"), Appeal::kNeutral);
  EXPECT_EQ(Of(data, ""), Appeal::kNeutral);
}

TEST(Appeal, CountsOnEnglishPagesWhatEnglishLinesHave) {
  const std::uint32_t support = KeysOf("support", false).front(), council = KeysOf("council", false).front();
  const Appeal appeal(DataOf({{support, 48 | 1}, {council, -60}}));
  EXPECT_EQ(appeal.Of(StemsOf("support"), true, true), 128 + 48 * 147 / 256);
  EXPECT_EQ(appeal.Of(StemsOf("council"), true, true), Appeal::kNeutral);
  EXPECT_EQ(appeal.Of(StemsOf("council"), true, false), 128 - 60 * 147 / 256);
}

TEST(Appeal, ReadsForeignLinesOnEnglishPagesByAllThatItKnows) {
  const std::vector<std::uint32_t> english = KeysOf("the council and the support of the club", true), foreign = KeysOf("el apoyo que pide el consejo", true);
  const Appeal appeal(DataOf({{english[0], -16 | 1}, {english[4], -16 | 1}, {english[8], 120}, {foreign[0], 60}}));
  EXPECT_LT(appeal.Of(StemsOf("the council and the support of the club"), true, true), Appeal::kNeutral) << "enough of it is known as English";
  EXPECT_GT(appeal.Of(StemsOf("el apoyo que pide el consejo"), true, true), Appeal::kNeutral);
  EXPECT_EQ(appeal.Of(StemsOf("el apoyo"), true, true), Appeal::kNeutral) << "too short to tell";
}

TEST(Appeal, StaysWithinAByte) {
  std::map<std::uint32_t, int> all;
  std::string line;
  for (int word = 0; word < 47; ++word) line += "w" + std::string(1, static_cast<char>('a' + word % 26)) + std::string(1, static_cast<char>('a' + word / 26)) + " ";
  for (const std::uint32_t key : KeysOf(line, true)) all[key] = 120;
  EXPECT_EQ(Of(DataOf(all), line), 255);
  for (auto& [key, weight] : all) weight = -120;
  EXPECT_EQ(Of(DataOf(all), line), 0);
}

TEST(Appeal, IsNeutralWithoutData) {
  std::vector<std::uint8_t> data = DataOf({{7, 48}, {70000, 20}});
  data.pop_back();
  EXPECT_EQ(Of(data, "support"), Appeal::kNeutral) << "cut short";
  EXPECT_EQ(Of({}, "support"), Appeal::kNeutral);
  EXPECT_EQ(Of({'P', 'M', '4', 0, 0}, "support"), Appeal::kNeutral);
  EXPECT_EQ(Of(DataOf({{1U << Appeal::kKeyBits, 48}}), "support"), Appeal::kNeutral) << "a key that none can have";
}

// None of these lines is among those that taught the model.
TEST(Appeal, TellsWordingThatNobodyListed) {
  const auto of = [](std::string_view line) { return Appeal::Shipped().Of(StemsOf(line), true, false); };
  for (const std::string_view line : {"Enjoying this piece? Become a member and help us write more of them.", "Get our best stories in your inbox every Friday.",
                                      "Gefällt Ihnen dieser Beitrag? Dann abonnieren Sie unseren Newsletter.", "Abonnez-vous pour lire la suite de cet article."}) {
    EXPECT_GT(of(line), 140) << line;
  }
  for (const std::string_view line : {"The council became a member of the association in 1962.", "Her best stories were written every Friday in a cold kitchen.",
                                      "Der Beitrag der Gemeinde zum Bau der Brücke gefiel nicht allen.", "La suite de l'histoire est connue de tous les habitants."}) {
    EXPECT_LT(of(line), 135) << line;
  }
}

}  // namespace
}  // namespace pith::score

#include <gtest/gtest.h>

#include "core/json/reader.h"
#include "core/json/writer.h"
#include "unit/support/pages.h"

namespace pith::json {
namespace {

using namespace std::string_view_literals;

std::string String(std::string_view text) {
  std::string out;
  AppendString(out, text);
  return out;
}

TEST(JsonWriter, EscapesAsJsonStringifyDoes) {
  EXPECT_EQ(String("a \"b\" \\ / é 漢 😀 \u2028"), "\"a \\\"b\\\" \\\\ / é 漢 😀 \u2028\"");
  EXPECT_EQ(String("\b\t\n\f\r\x01\x1f\x7f\0z"sv), "\"\\b\\t\\n\\f\\r\\u0001\\u001f\x7f\\u0000z\"");
}

TEST(JsonWriter, PutsCommasBetweenMembersAndElements) {
  Writer out;
  out.BeginObject().Key("a").Number(1).Key("b").BeginArray().String("x").StringOrNull("").BeginObject().EndObject().EndArray().Key("c").BeginArray().EndArray().EndObject();
  EXPECT_EQ(out.Take(), R"({"a":1,"b":["x",null,{}],"c":[]})");
}

TEST(JsonWriter, WritesFractionsAsJavaScriptDoes) {
  const auto written = [](float value) {
    Writer out;
    return out.Fraction(value).Take();
  };
  EXPECT_EQ(written(0), "0");
  EXPECT_EQ(written(1), "1");
  EXPECT_EQ(written(0.5F), "0.5");
  EXPECT_EQ(written(0.25F), "0.25");
  EXPECT_EQ(written(0.0004F), "0");
  EXPECT_EQ(written(0.007F), "0.007");
  EXPECT_EQ(written(0.9996F), "1");
  EXPECT_EQ(written(7), "1");
  EXPECT_EQ(written(-7), "0");
}

TEST(JsonReader, ReadsNestedValues) {
  const Tree tree = Read(R"( {"a": [1, {"b": null}, true], "c": "d"} )");
  ASSERT_FALSE(tree.empty());
  const Value* array = Find(tree, tree[0], "a");
  ASSERT_NE(array, nullptr);
  std::vector<Type> types;
  for (const Value& value : Children(tree, *array)) types.push_back(value.type);
  EXPECT_EQ(types, (std::vector{Type::kNumber, Type::kObject, Type::kBool}));
  EXPECT_EQ(Find(tree, tree[0], "c")->text, "d");
  EXPECT_EQ(Find(tree, tree[0], "b"), nullptr) << "only direct members count";
  EXPECT_EQ(Find(tree, *array, "a"), nullptr);
}

TEST(JsonReader, DecodesEscapes) {
  const Tree tree = Read(R"(["\"\\\/\n\t", "\u00e9\u6f22\ud83d\ude00", "\ud83d"])");
  ASSERT_EQ(tree.size(), 4u);
  EXPECT_EQ(tree[1].text, "\"\\/\n\t");
  EXPECT_EQ(tree[2].text, "é漢😀");
  EXPECT_EQ(tree[3].text, "\uFFFD");
}

TEST(JsonReader, AcceptsWhatPagesWrite) {
  EXPECT_EQ(Read("{\"a\":\"line\nbreak\",}")[1].text, "line\nbreak");
  EXPECT_FALSE(Read("\n;[1,]\n").empty());
}

TEST(JsonReader, GivesNothingForWhatIsNoJson) {
  for (const std::string_view text : {"", " ", "{", "[1", "{\"a\"", "{\"a\":", "{a:1}", "\"open", "[\"\\", "]", "{]", "[}", "{\"a\":}", "\"\\u12", "[\"\\uZZ\"]"}) EXPECT_TRUE(Read(text).empty()) << text;
}

TEST(JsonReader, ReadsWhatTheWriterWrites) {
  const std::string text = "a\"\\\n\x01é😀</script>";
  EXPECT_EQ(Read(String(text))[0].text, text);
}

TEST(JsonReader, NestsAsDeepAsThePageLikes) {
  const std::string deep = testing::Repeated("[", 200'000) + testing::Repeated("]", 200'000);
  EXPECT_EQ(Read(deep).size(), 200'000u);
}

}  // namespace
}  // namespace pith::json

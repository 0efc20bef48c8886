#include "core/decode/decode.h"

#include <gtest/gtest.h>

#include <utility>

#include "core/decode/meta_charset.h"

namespace pith::decode {
namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;

std::string Text(std::string_view bytes, std::string_view charset = {}, bool plain = false) { return std::string(ToUtf8(bytes, charset, plain).Text()); }

TEST(Decode, LeavesValidUtf8AsItIsWithoutACopy) {
  const std::string page = "<p>grüße 漢字 😀</p>";
  const Decoded decoded = ToUtf8(page, {}, false);
  EXPECT_EQ(decoded.Text(), page);
  EXPECT_EQ(decoded.Text().data(), page.data());
}

TEST(Decode, GivesATextThatMovesWithIt) {
  Decoded short_one = ToUtf8("caf\xE9", {}, false);
  const Decoded moved = std::move(short_one);
  short_one = ToUtf8("na\xEFve", {}, false);
  EXPECT_EQ(moved.Text(), "café");
}

TEST(Decode, TakesTheByteOrderMarkAwayAndBelievesIt) {
  EXPECT_EQ(Text("\xEF\xBB\xBF\xC3\xA9", "windows-1252"), "é");
  EXPECT_EQ(Text("\xFF\xFE\xE9\x00"sv, "utf-8"), "é");
  EXPECT_EQ(Text("\xFE\xFF\x00\xE9"sv, "utf-8"), "é");
}

TEST(Decode, BelievesTheTransportBeforeTheMetaElement) {
  EXPECT_EQ(Text("<meta charset=utf-8>\xE9", "latin1"), "<meta charset=utf-8>é");
}

TEST(Decode, BelievesTheMetaElementBeforeItsOwnGuess) {
  EXPECT_EQ(Text("<meta charset=windows-1252>\xC3\xA9\xE9"), "<meta charset=windows-1252>Ã©é");
  EXPECT_EQ(ToUtf8("<meta charset=gbk>\xC1\xAA\xCD\xA8", {}, false).failure.encoding, "gbk");
}

TEST(Decode, ReadsAPageThatWasPassedOnAsUtf8WithItsOldMetaElementAsUtf8) {
  EXPECT_EQ(Text("<meta charset=iso-8859-1>caf\xC3\xA9"), "<meta charset=iso-8859-1>café");
  EXPECT_EQ(Text("<meta charset=gb2312>一二三四五六七八"), "<meta charset=gb2312>一二三四五六七八");
  EXPECT_EQ(ToUtf8("<meta charset=gb2312>\xCD\xA8\xCD\xA8", {}, false).failure.encoding, "gbk") << "two characters of it are valid UTF-8 by chance";
}

TEST(Decode, TakesUndeclaredBytesThatAreNotUtf8ForWindows1252) {
  EXPECT_EQ(Text("caf\xE9"), "café");
  EXPECT_EQ(Text("\x93quoted\x94 \x80", {}, true), "“quoted” €");
}

TEST(Decode, ReadsC1ControlsAsWindows1252InEveryForm) {
  EXPECT_EQ(Text("don\u0092t\u0085 \u0080"), "don’t… €");
  EXPECT_EQ(Text("\xEF\xBB\xBF\u0093x\u0094"), "“x”");
  EXPECT_EQ(Text("\u0093\xFFx\u0094", "utf-8"), "“\uFFFDx”");
  EXPECT_EQ(Text("\x92\x00s\x00"sv, "utf-16le"), "’s");
}

TEST(Decode, LeavesUtf8ThatWasTakenForLatin1WithoutItsControls) {
  EXPECT_EQ(Text("\xC3\xA2\xC2\x80\xC2\x9Cthe\xC3\xA2\xC2\x80\xC2\x9D \xC3\x83\xC2\x89", {}), "â  theâ   Ã ") << "and no œ begins the word";
  EXPECT_EQ(Text("caf\xC3\xA9\xC2\x92s", {}), "café’s") << "one character is no sequence of three bytes";
  EXPECT_EQ(Text("\xC3\xA2\xC2\x80", {}), "â€") << "nor are two";
}

TEST(Decode, ReadsTheControlsThatWindows1252DoesNotUseAsSpaces) {
  EXPECT_EQ(Text("\x81\x8D\x8F\x90\x9D", "windows-1252"), "     ");
  EXPECT_EQ(Text("\u0081\u009D"), "  ");
}

TEST(Decode, RefusesDataOfWidespreadTypesByTheirBeginnings) {
  const auto message_of = [](std::string_view bytes) { return ToUtf8(bytes, {}, false).failure.message; };
  EXPECT_EQ(message_of("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"sv), "the page is of type image/png, not HTML or plain text");
  EXPECT_EQ(ToUtf8("\xFF\xD8\xFF\xE0\0\x10JFIF"sv, "utf-8", true).failure.code, Error::kUnsupportedType);
  constexpr std::pair<std::string_view, std::string_view> kData[] = {
      {"GIF89a\x40\1\xC8\0"sv, "image/gif"},
      {"RIFF\x24\x10\0\0WEBPVP8 "sv, "image/webp"},
      {"RIFF\xC4\xB7\x21\x21WAVEfmt \x10\0\0\0"sv, "audio/wave"},
      {"BM\x36\x10\xE\0\0\0\0\0"sv, "image/bmp"},
      {"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"sv, "application/pdf"},
      {"PK\3\4\x14\0"sv, "application/zip"},
      {"\x1F\x8B\b\0"sv, "application/gzip"},
      {"\177ELF\2\1\1\0"sv, "application/x-elf"},
      {"\0\0\0\040ftypisom"sv, "video/mp4"},
      {"ID3\3\0\0"sv, "audio/mpeg"},
      {"wOF2\0\1\0\0"sv, "font/woff2"},
  };
  for (const auto& [bytes, type] : kData) EXPECT_EQ(message_of(bytes), "the page is of type " + std::string(type) + ", not HTML or plain text");
}

TEST(Decode, RefusesNoText) {
  for (const std::string_view text :
       {"GIF89a is a format of images, and BM begins another"sv, "BMW announces\n\ta car"sv, "ID3 tags"sv, "OTTO"sv, "PK and friends"sv, "Rar!"sv,
        "<p>%PDF-1.7 begins so"sv, "\0\0<p>stray\0zeros"sv, "\0<\0p\0>\0x"sv, "<\0p\0>\0x\0"sv, "wave ftyp"sv, "\0\0\0\0"sv, ""sv, "BM"sv}) {
    EXPECT_EQ(ToUtf8(text, {}, false).failure.code, Error::kNone) << text;
    EXPECT_EQ(ToUtf8(text, {}, true).failure.code, Error::kNone) << text;
  }
}

TEST(Decode, LooksForNoMetaElementInPlainText) {
  EXPECT_EQ(Text("<meta charset=latin1>\xC3\xA9", {}, true), "<meta charset=latin1>é");
}

TEST(Decode, ReadsAPageThatSaysItIsUtf16InAsciiAsUtf8) {
  EXPECT_EQ(Text("<meta charset=utf-16le>\xC3\xA9"), "<meta charset=utf-16le>é");
}

TEST(Decode, RefusesLabelsThatNameNoEncoding) {
  const Decoded decoded = ToUtf8("x", "klingon", false);
  EXPECT_EQ(decoded.failure.code, Error::kUnknownEncoding);
  EXPECT_NE(decoded.failure.message.find("klingon"), std::string::npos);
}

TEST(Decode, IgnoresAMetaElementThatNamesNoEncoding) { EXPECT_EQ(Text("<meta charset=klingon>é"), "<meta charset=klingon>é"); }

TEST(Decode, NamesTheEncodingThatTheHostMustDecode) {
  for (const auto& [label, name] : {std::pair{"sjis", "shift_jis"}, std::pair{"gb2312", "gbk"}, std::pair{"koi8-r", "koi8-r"}, std::pair{" EUC-KR ", "euc-kr"}, std::pair{"latin2", "iso-8859-2"},
                                     std::pair{"hz-gb-2312", "replacement"}, std::pair{"ISO-2022-KR", "replacement"}, std::pair{"replacement", "replacement"}}) {
    const Decoded decoded = ToUtf8("x", label, false);
    EXPECT_EQ(decoded.failure.code, Error::kUnsupportedEncoding) << label;
    EXPECT_EQ(decoded.failure.encoding, name) << label;
  }
}

TEST(Decode, KnowsLabelsInAnyCaseAndWithSpace) {
  EXPECT_EQ(NameOfLabel(" \tUTF8\n"), "UTF-8");
  EXPECT_EQ(NameOfLabel("Latin1"), "windows-1252");
  EXPECT_EQ(NameOfLabel("ISO-8859-1"), "windows-1252");
  EXPECT_EQ(NameOfLabel("us-ascii"), "windows-1252");
  EXPECT_EQ(NameOfLabel("unicode-1-1-utf-8"), "UTF-8");
  EXPECT_EQ(NameOfLabel("utf-7"), "");
  EXPECT_EQ(NameOfLabel(""), "");
}

TEST(Decode, MakesNamesValidAndLeavesTheirControls) {
  EXPECT_EQ(Valid("caf\xE9.html"), "caf\uFFFD.html");
  EXPECT_EQ(Valid("\xE2\x82"), "\uFFFD") << "one for the beginning of a character";
  EXPECT_EQ(Valid("\u0085é\n"), "\u0085é\n");
}

struct Broken {
  const char* what;
  std::string bytes;
  std::string text;
};

class InvalidUtf8 : public ::testing::TestWithParam<Broken> {};

// One U+FFFD for each maximal subpart, as the decoder of the WHATWG Encoding Standard gives.
TEST_P(InvalidUtf8, BecomesReplacementCharactersAsInBrowsers) { EXPECT_EQ(Text(GetParam().bytes, "utf-8"), GetParam().text) << GetParam().what; }

INSTANTIATE_TEST_SUITE_P(Decode, InvalidUtf8,
                         ::testing::Values(Broken{"a lone continuation byte", "a\x80z", "a\uFFFDz"}, Broken{"two of them", "a\x80\xBFz", "a\uFFFD\uFFFDz"},
                                           Broken{"an overlong slash in two bytes", "a\xC0\xAFz", "a\uFFFD\uFFFDz"}, Broken{"an overlong one in three", "a\xE0\x80\xAFz", "a\uFFFD\uFFFD\uFFFDz"},
                                           Broken{"an overlong one in four", "a\xF0\x80\x80\xAFz", "a\uFFFD\uFFFD\uFFFD\uFFFDz"},
                                           Broken{"a surrogate", "a\xED\xA0\x80z", "a\uFFFD\uFFFD\uFFFDz"}, Broken{"past U+10FFFF", "a\xF4\x90\x80\x80z", "a\uFFFD\uFFFD\uFFFD\uFFFDz"},
                                           Broken{"a byte that starts nothing", "a\xF5z\xFFz", "a\uFFFDz\uFFFDz"}, Broken{"three bytes cut after two", "a\xE2\x82z", "a\uFFFDz"},
                                           Broken{"four bytes cut after three", "a\xF0\x9F\x98z", "a\uFFFDz"}, Broken{"cut by the end of the page", "a\xE2\x82", "a\uFFFD"},
                                           Broken{"two bytes cut after one", "a\xC3", "a\uFFFD"}, Broken{"cut by another sequence", "\xE2\x82\xC3\xA9", "\uFFFDé"}));

TEST(Decode, JoinsSurrogatePairsOfUtf16AndReplacesLoneOnes) {
  EXPECT_EQ(Text("\x3D\xD8\x00\xDE"sv, "utf-16le"), "😀");
  EXPECT_EQ(Text("\xD8\x3D\xDE\x00"sv, "utf-16be"), "😀");
  EXPECT_EQ(Text("\x3D\xD8x\x00"sv, "utf-16le"), "\uFFFDx");
  EXPECT_EQ(Text("\x00\xDEx\x00"sv, "utf-16le"), "\uFFFDx");
  EXPECT_EQ(Text("\x3D\xD8"sv, "utf-16le"), "\uFFFD");
}

TEST(Decode, ReplacesTheOddByteAtTheEndOfUtf16) { EXPECT_EQ(Text("a\x00z"sv, "utf-16le"), "a\uFFFD"); }

TEST(Decode, GivesEmptyTextForNoBytes) {
  EXPECT_EQ(Text(""), "");
  EXPECT_EQ(Text("\xEF\xBB\xBF"), "");
  EXPECT_EQ(Text("\xFF\xFE"), "");
}

TEST(MetaCharset, FindsBothForms) {
  EXPECT_EQ(MetaCharset("<meta charset=\"utf-8\">"), "utf-8");
  EXPECT_EQ(MetaCharset("<META CHARSET = 'x'>"), "x");
  EXPECT_EQ(MetaCharset("<meta http-equiv=Content-Type content='text/html; charset=big5'>"), "big5");
  EXPECT_EQ(MetaCharset("<meta content='text/html;charset=big5;x' http-equiv=content-type>"), "big5");
  EXPECT_EQ(MetaCharset("<meta/charset=x>"), "x");
}

TEST(MetaCharset, ReadsAnXmlDeclarationWhereNoElementSays) {
  EXPECT_EQ(MetaCharset("<?xml version=\"1.0\" encoding=\"koi8-r\"?><p>"), "koi8-r");
  EXPECT_EQ(MetaCharset("<?xml encoding='koi8-r' ?><meta charset=big5>"), "big5");
  EXPECT_EQ(MetaCharset("<?xml version='1.0'?><p encoding=x>"), "");
  EXPECT_EQ(MetaCharset(" <?xml encoding='koi8-r'?>"), "") << "not at the very beginning";
}

TEST(MetaCharset, AsksForTheContentTypePragma) {
  EXPECT_EQ(MetaCharset("<meta name=description content='charset=big5'>"), "");
  EXPECT_EQ(MetaCharset("<meta http-equiv=refresh content='charset=big5'>"), "");
}

TEST(MetaCharset, IgnoresCommentsAndOtherElements) {
  EXPECT_EQ(MetaCharset("<!-- <meta charset=x> --><metal charset=y><meta charset=z>"), "z");
  EXPECT_EQ(MetaCharset("<!-- <meta charset=x>"), "");
  EXPECT_EQ(MetaCharset("<script>'<meta charset=x>'</script><p title='<meta charset=y>'><meta charset=z>"), "z");
}

TEST(MetaCharset, LooksThroughAllOfTheHead) {
  const std::string head = "<!doctype html><html><head><title>" + std::string(2000, '<') + "</title>";
  EXPECT_EQ(MetaCharset(head + "<link><script>if (a<b) '<p>'</script><meta charset=x>"), "x");
  EXPECT_EQ(MetaCharset(head + "<!-- <meta charset=x> --><script>'<meta charset=y>'</script><noscript a='<meta charset=w>'></noscript><meta charset=z>"), "z");
}

TEST(MetaCharset, LooksNoFurtherThanTheStandardSaysWhereTheHeadEndsBefore) {
  for (const char* end : {"</head>", "<body>", "<p>", "</html>"}) {
    EXPECT_EQ(MetaCharset(end + std::string(1000, ' ') + "<meta charset=x>"), "x") << end;
    EXPECT_EQ(MetaCharset(end + std::string(1024, ' ') + "<meta charset=x>"), "") << end;
  }
}

TEST(MetaCharset, SurvivesAPageThatEndsAnywhere) {
  const std::string page = "<!--x--><meta charset = \"utf-8\" x><meta http-equiv=content-type content=\"a; charset = 'b'\">";
  for (std::size_t size = 0; size <= page.size(); ++size) {
    const std::string_view label = MetaCharset(std::string_view(page).substr(0, size));
    EXPECT_TRUE(label.empty() || label == std::string_view("utf-8").substr(0, label.size())) << label;
  }
}

}  // namespace
}  // namespace pith::decode

#include "core/url/url.h"

#include <gtest/gtest.h>

#include "core/url/parser.h"
#include "core/url/plain.h"

namespace pith::url {
namespace {

struct Case {
  const char* base;
  const char* reference;
  const char* resolved;
};

class Resolves : public ::testing::TestWithParam<Case> {};

// Where nothing else is said, what `new URL(reference, base)` gives.
TEST_P(Resolves, AsBrowsersDo) { EXPECT_EQ(Resolve(GetParam().base, GetParam().reference), GetParam().resolved) << GetParam().reference; }

constexpr const char* kBase = "https://example.org/a/b/c?q=1#f";

INSTANTIATE_TEST_SUITE_P(
    Url, Resolves,
    ::testing::Values(
        Case{kBase, "d", "https://example.org/a/b/d"}, Case{kBase, "./d", "https://example.org/a/b/d"}, Case{kBase, "../d", "https://example.org/a/d"},
        Case{kBase, "../../../../d", "https://example.org/d"}, Case{kBase, "..", "https://example.org/a/"}, Case{kBase, ".", "https://example.org/a/b/"},
        Case{kBase, "d/", "https://example.org/a/b/d/"}, Case{kBase, "/d", "https://example.org/d"}, Case{kBase, "/", "https://example.org/"},
        Case{kBase, "//other.example/x", "https://other.example/x"}, Case{kBase, "?x=y", "https://example.org/a/b/c?x=y"},
        Case{kBase, "", "https://example.org/a/b/c?q=1"}, Case{kBase, "d?e/../f#g/..", "https://example.org/a/b/d?e/../f#g/.."},
        Case{kBase, "https://x.example/y", "https://x.example/y"}, Case{kBase, "mailto:a@b.example", "mailto:a@b.example"},
        Case{kBase, "  d\n", "https://example.org/a/b/d"}, Case{kBase, "d\te", "https://example.org/a/b/de"}, Case{kBase, "\\d\\e", "https://example.org/d/e"},
        Case{kBase, "\\\\x.example\\y", "https://x.example/y"}, Case{kBase, "d e", "https://example.org/a/b/d%20e"},
        Case{kBase, "d\"<>`e", "https://example.org/a/b/d%22%3C%3E%60e"}, Case{"https://example.org", "d", "https://example.org/d"},
        Case{"https://example.org?q", "d", "https://example.org/d"}, Case{kBase, "#g", "https://example.org/a/b/c?q=1#g"},
        Case{kBase, "HTTP://U:p@EXAMPLE.org:80/%7e/./x?y'#z", "http://U:p@example.org/%7e/x?y%27#z"}, Case{kBase, "//0x7f.1/", "https://127.0.0.1/"},
        Case{kBase, "//[::0:1]:443/", "https://[::1]/"}, Case{kBase, "//bücher.example/ß", "https://xn--bcher-kva.example/%C3%9F"}, Case{kBase, "//a b/", ""},
        Case{kBase, "https://x:99999/", ""}, Case{kBase, "//1.2.3.4.5/", ""}, Case{kBase, "%2e%2E/d", "https://example.org/a/d"}, Case{"", "d/../e", "d/../e"},
        Case{"", "/d", "/d"}, Case{"not a base", "d", "d"}, Case{"javascript:x", "d", "d"}, Case{"https:///x", "d", "https://x/d"}));

// What is resolved in haste is what the parser makes of it, and ordinary addresses are.
TEST(Url, ResolvesPlainAddressesAsTheParserDoes) {
  for (const std::string_view base :
       {"https://example.org/a/b/c?q=1#f", "http://example.org/", "https://example.org", "https://example.org:8080/a/", "https://EXAMPLE.org/a", "https://1.2.3.4/a/b",
        "https://example.org/a/../b", "https://example.org/a?b/c", "https://example.org/a#b/c", "https://a.0x1/", "https://example.org./a/", "mailto:a@b.example", "file:///a/b", ""}) {
    for (const std::string_view reference :
         {"d", "d/e.html", "d/", "./d", "../d", "d/../e", "d/.e", "%2e/d", "d/%2E%2e", "d.e", "d:e", "1:e", "d e", "d|e", "d'e", "?d'e", "?d", "?d?e#f", "?", "#", "#d#e", "#d e", "/",
          "/d", "/d//e", "/.", "//x.example/y", "//x.example", "//1.2/y", "///x", "\\d", "d\\e", "https://x.example/y?z#w", "https://x.example", "https://x.example?y", "http:d", "https:/d",
          "https://x.example:443/", "https://u@x.example/", "https://x.1/", "https://x.1a/", "https://x.0x/", "https://x.example./y", "https://x..y/", "https://.x/", "https://-x/", "https://%78/",
          "https://x.example/../y", "https://x.example/y^z", "https://x.example/\xC3\xA9", "javascript:d", " d", "d\n", ""}) {
      EXPECT_EQ(Resolve(base, reference), ResolveByParser(base, reference)) << base << " " << reference;
    }
  }
  for (const std::string_view reference : {"d/e.html?f=g#h", "/d", "//x.example/y", "https://x.example/y", "?d", "#d"}) EXPECT_TRUE(ResolvePlain(kBase, reference)) << reference;
}

TEST(Url, TellsPlacesOfThePageFromStatesAndOtherPages) {
  const std::string longest = "#" + std::string(kLongestFragment - 1, 'a');
  EXPECT_EQ(FragmentOf("#a"), "#a");
  EXPECT_EQ(FragmentOf(longest), longest);
  for (const std::string& other : {std::string(), std::string("a"), std::string("/#a"), longest + "a"}) EXPECT_EQ(FragmentOf(other), "") << other;
}

TEST(Url, ReadsTheParts) {
  const Url url = Parse("https://user@example.org:8080/p/q?r=s#t");
  EXPECT_TRUE(url.valid);
  EXPECT_EQ(url.scheme, "https");
  EXPECT_EQ(url.authority, "user@example.org:8080");
  EXPECT_EQ(url.path, "/p/q");
}

TEST(Url, TellsWhatIsNoAddress) {
  for (const std::string_view text : {"", "x", "/x", "//example.org", "https:", "https://", "1a://x", ":x"}) EXPECT_FALSE(Parse(text).valid) << text;
}

TEST(Url, AllowsLinksThatRunNothing) {
  for (const std::string_view text : {"https://x", "HTTP://x", "mailto:a@b", "tel:1", "#f", "/p", "p", "?q", "", "a/b:c"})
    EXPECT_TRUE(IsSafeLink(text)) << text;
  for (const std::string_view text :
       {"javascript:x", "JavaScript:x", "data:text/html,x", "vbscript:x", "file:///etc", "blob:x", "about:blank", "view-source:x"})
    EXPECT_FALSE(IsSafeLink(text)) << text;
}

TEST(Url, SeesThroughDisguisedSchemes) {
  for (const std::string_view text : {" javascript:x", "java\nscript:x", "\x01javascript:x", "java\tscr\ript:x", "JAVASCRIPT\n:x"})
    EXPECT_FALSE(IsSafeLink(Resolve(kBase, text))) << text;
}

TEST(Url, AllowsImagesFromTheWebAndRasterData) {
  for (const std::string_view text : {"https://x/y", "http://x", "/p.png", "data:image/png;base64,x", "DATA:image/JPEG,x"})
    EXPECT_TRUE(IsSafeImage(text)) << text;
  for (const std::string_view text : {"javascript:x", "data:image/svg+xml,x", "data:text/html,x", "data:,x", "blob:x", "file:///x"})
    EXPECT_FALSE(IsSafeImage(text)) << text;
}

}  // namespace
}  // namespace pith::url

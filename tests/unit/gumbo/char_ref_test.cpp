// Our character references against those of the stock Gumbo that the system ships: the same trees.

#include <dlfcn.h>
#include <gtest/gtest.h>
#include <gumbo.h>

#include <fstream>
#include <random>
#include <regex>
#include <string>
#include <vector>

namespace {

using Parse = GumboOutput* (*)(const GumboOptions*, const char*, size_t);
using Destroy = void (*)(const GumboOptions*, GumboOutput*);

struct Stock {
  Parse parse = nullptr;
  Destroy destroy = nullptr;
  const GumboOptions* options = nullptr;
};

/// The system's library. Its functions have the names of ours, but a program's own are not seen by what it loads.
Stock LoadStock() {
  void* library = dlopen("libgumbo.so.1", RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) return {};
  return {reinterpret_cast<Parse>(dlsym(library, "gumbo_parse_with_options")), reinterpret_cast<Destroy>(dlsym(library, "gumbo_destroy_output")),
          static_cast<const GumboOptions*>(dlsym(library, "kGumboDefaultOptions"))};
}

void Print(const GumboNode* node, std::string& to) {
  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE) {
    to += node->v.text.text;
    return;
  }
  if (node->type != GUMBO_NODE_ELEMENT) return;
  to += "<" + std::to_string(node->v.element.tag);
  for (unsigned i = 0; i < node->v.element.attributes.length; ++i) {
    const auto* attribute = static_cast<const GumboAttribute*>(node->v.element.attributes.data[i]);
    to += std::string(" ") + attribute->name + "=[" + attribute->value + "]";
  }
  to += ">";
  for (unsigned i = 0; i < node->v.element.children.length; ++i) Print(static_cast<const GumboNode*>(node->v.element.children.data[i]), to);
}

std::string TreeOf(const std::string& html, Parse parse, Destroy destroy, const GumboOptions& from) {
  GumboOptions options = from;
  options.max_errors = 0;
  GumboOutput* output = parse(&options, html.c_str(), html.size());
  std::string tree;
  Print(output->root, tree);
  destroy(&options, output);
  return tree;
}

class CharRef : public testing::Test {
 protected:
  void SetUp() override { ASSERT_NE(stock_.options, nullptr) << "libgumbo.so.1 is missing (apt install libgumbo1)"; }

  /// The references in text, in a title, and in the three kinds of attributes; many in one page, to be quick.
  void ExpectSame(const std::vector<std::string>& references) {
    std::string html = "<title>";
    for (const std::string& reference : references) html += reference + "|";
    html += "</title>";
    for (const std::string& reference : references) html += "<p a=\"" + reference + "\" b='" + reference + "' c=" + reference + ">" + reference + "</p>\n";
    const std::string ours = Ours(html), theirs = Theirs(html);
    if (ours == theirs) return;
    for (const std::string& reference : references) {
      const std::string page = "<p a=\"" + reference + "\" b='" + reference + "' c=" + reference + ">" + reference + "</p>";
      ASSERT_EQ(Ours(page), Theirs(page)) << "for " << reference;
    }
    FAIL() << "the trees differ, but not by one reference alone";
  }

  static std::string Ours(const std::string& html) { return TreeOf(html, gumbo_parse_with_options, gumbo_destroy_output, kGumboDefaultOptions); }
  std::string Theirs(const std::string& html) const { return TreeOf(html, stock_.parse, stock_.destroy, *stock_.options); }

 private:
  const Stock stock_ = LoadStock();
};

/// The names, as the file that the table is made of has them.
std::vector<std::string> Names() {
  std::ifstream file(PITH_GUMBO_DIR "/char_ref.rl");
  const std::string source((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  const std::regex name("'(\\w+;?)' =>");
  std::vector<std::string> names;
  for (std::sregex_iterator at(source.begin(), source.end(), name), end; at != end; ++at) names.push_back((*at)[1]);
  return names;
}

TEST_F(CharRef, EveryNameMeansTheSameWhateverFollows) {
  const std::vector<std::string> names = Names();
  ASSERT_EQ(names.size(), 2231U);
  for (const char* after : {"", ";", " ", "=", "x", "Z", "7", "&", ".", ";;", "\xC3\xA9", "t;", "\r\n"}) {
    std::vector<std::string> references;
    for (const std::string& name : names) references.push_back("&" + name + after);
    ExpectSame(references);
  }
}

TEST_F(CharRef, EveryBeginningOfANameMeansTheSame) {
  std::vector<std::string> references;
  for (const std::string& name : Names()) {
    for (std::size_t size = 1; size < name.size(); ++size) references.push_back("&" + name.substr(0, size));
  }
  ExpectSame(references);
}

TEST_F(CharRef, APageThatEndsWithinAReferenceIsTheSame) {
  for (const std::string name : {"n", "no", "not", "noti", "notin", "notin;", "amp", "am", "nbsp", "zwj", "#", "#x", "#6", "#65", "#x4", "#65;", ""}) {
    const std::string page = "<p>a &" + name;
    EXPECT_EQ(Ours(page), Theirs(page)) << name;
    EXPECT_EQ(Ours("<p title='&" + name), Theirs("<p title='&" + name)) << name;
  }
}

TEST_F(CharRef, NumbersMeanTheSame) {
  std::vector<std::string> references = {"&#", "&#;", "&#x", "&#x;", "&#X41;", "&#xg;", "&#a;", "&#-1;", "&# 65;", "&#65", "&#65a", "&#x41g", "&#000000000065;", "&#x0000000000041;"};
  for (const unsigned code_point : {0U, 1U, 9U, 10U, 11U, 12U, 13U, 31U, 127U, 0xA0U, 0xD7FFU, 0xD800U, 0xDFFFU, 0xE000U, 0xFDD0U, 0xFDEFU, 0xFFFDU, 0xFFFEU, 0xFFFFU, 0x10000U, 0x1FFFEU, 0x10FFFFU, 0x110000U, 0x7FFFFFFU}) {
    references.push_back("&#" + std::to_string(code_point) + ";");
  }
  for (unsigned code_point = 0x80; code_point < 0xA0; ++code_point) references.push_back("&#" + std::to_string(code_point));
  ExpectSame(references);
}

TEST_F(CharRef, MutatedReferencesMeanTheSame) {
  std::mt19937 random(20);
  const std::vector<std::string> names = Names();
  const std::string alphabet = "&;#xX=aAzZ09 .<\n\xC3\xA9";
  const auto any = [&](std::size_t size) { return static_cast<std::size_t>(random() % size); };
  for (int round = 0; round < 40; ++round) {
    std::vector<std::string> references;
    for (int i = 0; i < 100; ++i) {
      std::string reference = "&" + (any(4) == 0 ? "#" + std::to_string(any(70000)) + ";" : names[any(names.size())]);
      for (std::size_t change = 0, changes = 1 + any(3); change < changes; ++change) {
        const std::size_t at = any(reference.size());
        const char c = alphabet[any(alphabet.size())];
        switch (any(3)) {
          case 0: reference.insert(reference.begin() + static_cast<std::ptrdiff_t>(at), c); break;
          case 1: reference[at] = c; break;
          default: reference.erase(at, reference.size() > 1 ? 1 : 0);
        }
      }
      references.push_back(reference);
    }
    ExpectSame(references);
  }
}

TEST_F(CharRef, ANumberTooLargeForAnyTypeIsNoLetter) {
  for (const char* reference : {"&#4294967361;", "&#x100000041;", "&#18446744073709551681;", "&#99999999999999999999999999;"}) {
    EXPECT_NE(Ours(std::string("<p>") + reference).find("\xEF\xBF\xBD"), std::string::npos) << reference;
  }
}

}  // namespace

#include "fuzz/article_checks.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>

#include "core/clean/article_tree.h"
#include "core/json/reader.h"
#include "core/parse/parse.h"
#include "fuzz/choices.h"

namespace pith::fuzz {
namespace {

using html::Tag;

/// Elements that act, load or ask: none may come out of a parser that reads an article. Parsers add <html>, <head> and <body>.
constexpr Tag kForbidden[] = {Tag::kScript, Tag::kStyle, Tag::kIframe, Tag::kObject, Tag::kEmbed, Tag::kApplet, Tag::kForm, Tag::kInput, Tag::kButton,
                              Tag::kSelect, Tag::kTextarea, Tag::kLink, Tag::kMeta, Tag::kBase, Tag::kFrame, Tag::kFrameset, Tag::kTemplate, Tag::kSvg, Tag::kUnknown};

bool IsAllowedAttribute(std::string_view name) {
  if (name == "rel") return true;  // of links, written by the renderer
  for (int i = 0; i <= static_cast<int>(clean::Name::kEncoding); ++i) {
    if (clean::NameOf(static_cast<clean::Name>(i)) == name) return true;
  }
  return false;
}

/// The scheme of an address as browsers read it: white space and controls count for nothing.
std::string SchemeOf(std::string_view address) {
  std::string scheme;
  for (const char c : address) {
    if (static_cast<unsigned char>(c) <= ' ') continue;
    if (c == ':') return scheme;
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) return {};
    scheme += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return {};
}

void ExpectHarmless(const std::string& html) {
  const parse::Document document = parse::Parse(html);
  for (parse::NodeId id = 0; id < document.nodes.size(); ++id) {
    if (document.IsText(id)) continue;
    const parse::Node& node = document.nodes[id];
    Expect(std::find(std::begin(kForbidden), std::end(kForbidden), node.tag) == std::end(kForbidden), "the article's HTML holds only harmless elements");
    for (std::uint32_t i = node.data; i < node.data + node.count; ++i) {
      const std::string_view name = document.At(document.attributes[i].name);
      Expect(IsAllowedAttribute(name), "the article's HTML holds only attributes of the allow-list");
      if (name != "href" && name != "src" && name != "cite") continue;
      const std::string scheme = SchemeOf(document.At(document.attributes[i].value));
      Expect(scheme != "javascript" && scheme != "vbscript" && scheme != "blob", "no address acts");
    }
  }
}

}  // namespace

void ExpectKeptPromises(const Result& result, const Options& options) {
  const std::string text = ToJson(result, options);
  Expect(!json::Read(text).empty(), "the result is JSON");
  if (result.failure.code != Error::kNone) return;
  const Article& article = result.article;
  const std::size_t most = options.limits.output_bytes;
  Expect(std::max({article.html.size(), article.markdown.size(), article.text.size(), article.tree.size()}) <= most, "no rendering is longer than its limit");
  Expect(!json::Read(article.tree).empty(), "the tree is JSON");
  ExpectHarmless(article.html);
}

}  // namespace pith::fuzz

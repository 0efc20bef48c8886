#include "core/metadata/json_ld.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <iterator>

#include "core/json/reader.h"
#include "core/unicode/unicode.h"

namespace pith::metadata {
namespace {

using json::Children;
using json::Find;
using json::Tree;
using json::Type;
using json::Value;

/// schema.org's Article and what derives from it, with the like kinds of page.
constexpr std::string_view kArticleTypes[] = {"Article", "AdvertiserContentArticle", "NewsArticle", "AnalysisNewsArticle", "AskPublicNewsArticle", "BackgroundNewsArticle",
                                              "OpinionNewsArticle", "ReportageNewsArticle", "ReviewNewsArticle", "Report", "SatiricalArticle", "ScholarlyArticle",
                                              "MedicalScholarlyArticle", "SocialMediaPosting", "BlogPosting", "LiveBlogPosting", "DiscussionForumPosting", "TechArticle",
                                              "APIReference", "Recipe", "HowTo", "QAPage", "Review", "Product"};

bool IsArticleType(std::string_view type) {
  for (const std::string_view prefix : {"http://schema.org/", "https://schema.org/"}) {
    if (type.substr(0, prefix.size()) == prefix) type.remove_prefix(prefix.size());
  }
  return std::find(std::begin(kArticleTypes), std::end(kArticleTypes), type) != std::end(kArticleTypes);
}

bool IsArticle(const Tree& tree, const Value& object) {
  const Value* type = Find(tree, object, "@type");
  if (type == nullptr) return false;
  if (type->type == Type::kString) return IsArticleType(type->text);
  if (type->type != Type::kArray) return false;
  const Children types(tree, *type);
  for (const Value& each : types) {
    if (IsArticleType(each.text)) return true;
  }
  return false;
}

/// Strings in JSON-LD are often escaped for HTML as well: "&amp;", "&#8217;". Only what such escaping makes is undone.
std::string Unescaped(std::string_view text) {
  struct Named {
    std::string_view name;
    char character;
  };
  constexpr Named kNamed[] = {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}, {"nbsp", ' '}};
  constexpr std::size_t kLongest = 8;  // of a reference's name or number
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t end = text[at] == '&' ? text.find(';', at) : std::string_view::npos;
    if (end == std::string_view::npos || end - at > kLongest + 1 || end == at + 1) {
      plain += text[at];
      continue;
    }
    const std::string_view name = text.substr(at + 1, end - at - 1);
    const auto* named = std::find_if(std::begin(kNamed), std::end(kNamed), [&](const Named& entry) { return entry.name == name; });
    if (named != std::end(kNamed)) {
      plain += named->character;
    } else if (name[0] == '#' && name.size() > 1) {
      const bool hex = name[1] == 'x' || name[1] == 'X';
      unicode::Append(plain, static_cast<char32_t>(std::strtoul(std::string(name.substr(hex ? 2 : 1)).c_str(), nullptr, hex ? 16 : 10)));
    } else {
      plain += text[at];
      continue;
    }
    at = end;
  }
  return plain;
}

std::string Text(const Tree& tree, const Value& object, std::string_view key) {
  const Value* found = Find(tree, object, key);
  return found != nullptr && found->type == Type::kString ? unicode::Collapsed(Unescaped(found->text)) : std::string();
}

/// A person or organisation: a name, an object with a name, or a list of these.
std::string Names(const Tree& tree, const Value& value) {
  if (value.type == Type::kString) return unicode::Collapsed(Unescaped(value.text));
  if (value.type == Type::kObject) return Text(tree, value, "name");
  std::string names;
  if (value.type != Type::kArray) return names;
  for (const Value& each : Children(tree, value)) {
    const std::string name = each.type == Type::kArray ? std::string() : Names(tree, each);
    if (name.empty() || names.find(name) != std::string::npos) continue;
    if (!names.empty()) names += ", ";
    names += name;
  }
  return names;
}

/// An image: an address, an object with one, or a list of these.
std::string ImageOf(const Tree& tree, const Value& value) {
  const Value* image = &value;
  if (image->type == Type::kArray) {
    if (image->end == static_cast<std::uint32_t>(image - tree.data()) + 1) return {};
    image = image + 1;
  }
  if (image->type == Type::kString) return image->text;
  return image->type == Type::kObject ? Text(tree, *image, "url") : std::string();
}

LinkedData Facts(const Tree& tree, const Value& article) {
  LinkedData facts;
  facts.headline = Text(tree, article, "headline");
  if (facts.headline.empty()) facts.headline = Text(tree, article, "name");
  for (const std::string_view key : {"author", "creator"}) {
    const Value* author = Find(tree, article, key);
    if (author != nullptr && facts.byline.empty()) facts.byline = Names(tree, *author);
  }
  if (const Value* publisher = Find(tree, article, "publisher")) facts.site_name = Names(tree, *publisher);
  if (const Value* image = Find(tree, article, "image")) facts.image = ImageOf(tree, *image);
  facts.published_time = Text(tree, article, "datePublished");
  facts.modified_time = Text(tree, article, "dateModified");
  facts.description = Text(tree, article, "description");
  facts.lang = Text(tree, article, "inLanguage");
  return facts;
}

}  // namespace

LinkedData ReadJsonLd(const std::vector<std::string_view>& scripts) {
  for (const std::string_view script : scripts) {
    const std::size_t start = std::min(script.find_first_of("{["), script.size());  // past `<!--` and CDATA marks
    const Tree tree = json::Read(script.substr(start));
    for (const Value& value : tree) {
      if (value.type == Type::kObject && IsArticle(tree, value)) return Facts(tree, value);
    }
  }
  return {};
}

}  // namespace pith::metadata

#include "core/metadata/json_ld.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "core/json/scripts.h"
#include "core/metadata/html_text.h"

namespace pith::metadata {
namespace {

using json::Children;
using json::Find;
using json::Tree;
using json::Type;
using json::Value;

// A page spends at most this on its scripts; more says nothing more of the article.
constexpr std::size_t kLongestScript = 2 << 20, kMostBytes = 4 << 20;
constexpr std::size_t kMostNames = 32;

/// schema.org's Article and what derives from it.
constexpr std::string_view kArticleTypes[] = {"Article", "AdvertiserContentArticle", "NewsArticle", "AnalysisNewsArticle", "AskPublicNewsArticle", "BackgroundNewsArticle",
                                              "OpinionNewsArticle", "ReportageNewsArticle", "ReviewNewsArticle", "Report", "SatiricalArticle", "ScholarlyArticle",
                                              "MedicalScholarlyArticle", "SocialMediaPosting", "BlogPosting", "LiveBlogPosting", "DiscussionForumPosting", "TechArticle",
                                              "APIReference"};
/// What a page is about where it is no article.
constexpr std::string_view kOtherTypes[] = {"Recipe", "HowTo", "QAPage", "Question", "Review", "Product"};
constexpr std::string_view kOrganisationTypes[] = {"Organization", "NewsMediaOrganization", "Corporation", "LocalBusiness", "WebSite", "Brand"};

template <std::size_t kSize>
bool IsOneOf(const std::string_view (&types)[kSize], std::string_view type) {
  for (const std::string_view prefix : {"http://schema.org/", "https://schema.org/"}) {
    if (type.substr(0, prefix.size()) == prefix) type.remove_prefix(prefix.size());
  }
  return std::find(std::begin(types), std::end(types), type) != std::end(types);
}

template <std::size_t kSize>
bool Is(const Tree& tree, const Value& object, const std::string_view (&types)[kSize]) {
  const Value* type = Find(tree, object, "@type");
  if (type == nullptr) return false;
  if (type->type == Type::kString) return IsOneOf(types, type->text);
  if (type->type != Type::kArray) return false;
  const Children given(tree, *type);
  for (const Value& each : given) {
    if (IsOneOf(types, each.text)) return true;
  }
  return false;
}

std::string Text(const Tree& tree, const Value& object, std::string_view key) {
  const Value* found = Find(tree, object, key);
  if (found != nullptr && found->type == Type::kArray && found->end > static_cast<std::uint32_t>(found - tree.data()) + 1) ++found;  // the first of a list
  return found != nullptr && found->type == Type::kString ? Plain(found->text) : std::string();
}

/// The object that has this "@id" and a key; nullptr where there is none.
const Value* Lookup(const Tree& tree, std::string_view id, std::string_view key) {
  for (const Value& value : tree) {
    if (value.type != Type::kObject) continue;
    const Value* own = Find(tree, value, "@id");
    if (own != nullptr && own->text == id && Find(tree, value, key) != nullptr) return &value;
  }
  return nullptr;
}

/// A person or organisation: a name, an object with a name, or one that stands elsewhere.
Agent AgentOf(const Tree& tree, const Value& value, int& lookups) {
  if (value.type == Type::kString) return {Plain(value.text)};
  if (value.type != Type::kObject) return {};
  const Value* object = &value;
  const Value* id = Find(tree, value, "@id");
  if (Find(tree, value, "name") == nullptr && id != nullptr && lookups-- > 0) {
    object = Lookup(tree, id->text, "name");
    if (object == nullptr) return {};
  }
  return {Text(tree, *object, "name"), Is(tree, *object, kOrganisationTypes)};
}

/// One or a list of these, each once.
std::vector<Agent> Agents(const Tree& tree, const Value& value) {
  int lookups = 8;  // each reads the tree
  std::vector<Agent> agents;
  const auto add = [&](Agent agent) {
    const bool known = std::any_of(agents.begin(), agents.end(), [&](const Agent& other) { return other.name == agent.name; });
    if (!agent.name.empty() && !known && agents.size() < kMostNames) agents.push_back(std::move(agent));
  };
  if (value.type != Type::kArray) {
    add(AgentOf(tree, value, lookups));
    return agents;
  }
  for (const Value& each : Children(tree, value)) {
    if (agents.size() == kMostNames) break;
    add(AgentOf(tree, each, lookups));
  }
  return agents;
}

/// An address: itself, an object with one or the "@id" of one, or the first of a list of these.
std::string AddressOf(const Tree& tree, const Value& value) {
  const Value* address = &value;
  if (address->type == Type::kArray) {
    if (address->end == static_cast<std::uint32_t>(address - tree.data()) + 1) return {};
    address = address + 1;
  }
  if (address->type == Type::kString) return Plain(address->text);
  if (address->type != Type::kObject) return {};
  const Value* id = Find(tree, *address, "@id");
  for (const std::string_view key : {"url", "contentUrl"}) {
    const Value* object = Find(tree, *address, key) != nullptr || id == nullptr ? address : Lookup(tree, id->text, key);
    std::string found = object == nullptr ? std::string() : Text(tree, *object, key);
    if (!found.empty()) return found;
  }
  return {};
}

/// Keywords: a list, or a text whose commas part them.
std::vector<std::string> Keywords(const Tree& tree, const Value& value) {
  std::vector<std::string> keywords;
  if (value.type == Type::kString) keywords.push_back(Plain(value.text));
  if (value.type != Type::kArray) return keywords;
  for (const Value& each : Children(tree, value)) {
    if (each.type == Type::kString && keywords.size() < kMostNames) keywords.push_back(Plain(each.text));
  }
  return keywords;
}

LinkedData Facts(const Tree& tree, const Value& article) {
  LinkedData facts;
  facts.headline = Text(tree, article, "headline");
  if (facts.headline.empty()) facts.headline = Text(tree, article, "name");
  for (const std::string_view key : {"author", "creator"}) {
    const Value* author = Find(tree, article, key);
    if (author != nullptr && facts.authors.empty()) facts.authors = Agents(tree, *author);
  }
  if (const Value* publisher = Find(tree, article, "publisher")) {
    const std::vector<Agent> publishers = Agents(tree, *publisher);
    if (!publishers.empty()) facts.site_name = publishers.front().name;
  }
  if (const Value* image = Find(tree, article, "image")) facts.image = AddressOf(tree, *image);
  if (const Value* licence = Find(tree, article, "license")) facts.licence = AddressOf(tree, *licence);
  if (const Value* keywords = Find(tree, article, "keywords")) facts.tags = Keywords(tree, *keywords);
  facts.section = Text(tree, article, "articleSection");
  facts.published_time = Text(tree, article, "datePublished");
  facts.modified_time = Text(tree, article, "dateModified");
  facts.description = Text(tree, article, "description");
  facts.lang = Text(tree, article, "inLanguage");
  return facts;
}

/// What a page of questions is about is its main entity.
const Value& Subject(const Tree& tree, const Value& object) {
  const Value* main = Find(tree, object, "mainEntity");
  return main != nullptr && main->type == Type::kObject && Find(tree, object, "author") == nullptr && Is(tree, *main, kOtherTypes) ? *main : object;
}

}  // namespace

LinkedData ReadJsonLd(const std::vector<std::string_view>& scripts) {
  enum : int { kNone, kOther, kArticle };
  int best = kNone;
  LinkedData facts;
  json::ForEachTree(scripts, kLongestScript, kMostBytes, [&](const Tree& tree) {
    for (const Value& value : tree) {
      if (value.type != Type::kObject) continue;
      const int rank = best == kArticle ? kNone : Is(tree, value, kArticleTypes) ? kArticle : best == kNone && Is(tree, value, kOtherTypes) ? kOther : kNone;
      if (rank <= best) continue;
      best = rank;
      facts = Facts(tree, rank == kOther ? Subject(tree, value) : value);
    }
  });
  return facts;
}

}  // namespace pith::metadata

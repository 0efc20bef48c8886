#include "core/metadata/sources.h"

#include <algorithm>

#include "core/metadata/html_text.h"
#include "core/metadata/names.h"
#include "core/unicode/unicode.h"

namespace pith::metadata {
namespace {

using html::Tag;
using parse::Document;
using parse::NodeId;

constexpr std::size_t kMostMetas = 400, kMostOthers = 64;

void Add(std::vector<NodeId>& to, NodeId id) {
  if (to.size() < kMostOthers) to.push_back(id);
}

/// A meta stands under each of its names; `property` may be a list of them.
void AddMeta(const Document& document, NodeId id, std::vector<MetaEntry>& to) {
  for (const std::string_view attribute : {"property", "name", "itemprop", "http-equiv"}) {
    std::string_view names = document.AttributeOf(id, attribute);
    while (!names.empty() && to.size() < kMostMetas) {
      names = unicode::Trimmed(names);
      const std::size_t end = attribute == "property" || attribute == "itemprop" ? std::min(names.find_first_of(" \t\n\f\r"), names.size()) : names.size();
      std::string name = unicode::Lowered(names.substr(0, end));
      // "DC.date" and "dc:date", "og: title"
      if (name.substr(0, 3) == "dc:" || name.substr(0, 8) == "dcterms:") name[name.find(':')] = '.';
      if (name.substr(0, 7) == "dcterm:") name = "dcterms." + name.substr(7);
      if (!name.empty()) to.push_back({std::move(name), id});
      names.remove_prefix(end);
    }
  }
}

}  // namespace

std::string FirstOf(std::initializer_list<std::string_view> candidates) {
  for (const std::string_view candidate : candidates) {
    if (!candidate.empty()) return std::string(candidate);
  }
  return {};
}

bool HasWord(std::string_view list, std::string_view word) {
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find_first_of(" \t\n\f\r", at), list.size());
    if (unicode::EqualsIgnoringAsciiCase(list.substr(at, end - at), word)) return true;
    at = end + 1;
  }
  return false;
}

Sources::Sources(const Document& page, const std::vector<hints::HintSet>& hints) : document(page) {
  constexpr hints::HintSet kAuthorOrNav = hints::Bit(hints::Hint::kAuthor) | hints::Bit(hints::Hint::kNav);
  constexpr NodeId kLargestByline = 60;  // nodes; what is marked as author and holds more is a page's region
  NodeId menu_end = 0;                   // of the last <nav>: who is named there is no author, but the reader
  for (NodeId id = 0; id < page.nodes.size(); ++id) {
    if (page.IsText(id)) continue;
    const parse::Node& node = page.nodes[id];
    if (node.tag == Tag::kNav) menu_end = std::max(menu_end, node.end);
    if (node.tag == Tag::kMeta) AddMeta(page, id, metas);
    if (node.tag == Tag::kLink && links.size() < kMostMetas) links.push_back(id);
    if (node.tag == Tag::kMeta || node.tag == Tag::kLink) continue;
    if (node.tag == Tag::kH1) Add(headings, id);
    if (node.tag == Tag::kH2) Add(subheadings, id);
    if (node.tag == Tag::kTime) Add(times, id);
    if (node.count == 0) continue;
    const std::string_view itemprop = page.AttributeOf(id, "itemprop");
    const std::string_view rel = page.AttributeOf(id, "rel");
    if (!itemprop.empty()) {
      if (node.tag != Tag::kTime && (HasWord(itemprop, "datePublished") || HasWord(itemprop, "dateModified") || HasWord(itemprop, "dateCreated"))) Add(times, id);
      Add(microdata, id);
    }
    const bool can_be_byline = node.end - id <= kLargestByline && id >= menu_end;
    if (HasWord(rel, "author") || HasWord(itemprop, "author")) {
      Add(marked_authors, id);
    } else if (can_be_byline && hinted_authors.size() < kMostOthers && (hints[id] & kAuthorOrNav) == hints::Bit(hints::Hint::kAuthor)) {
      Add(hinted_authors, id);
    }
    if (node.tag == Tag::kA) {
      if (HasWord(rel, "license")) Add(licences, id);
      if (HasWord(rel, "tag")) Add(tags, id);
      if (can_be_byline && author_links.size() < kMostOthers && IsAuthorAddress(page.AttributeOf(id, "href"))) Add(author_links, id);
    }
  }
}

std::string Sources::First(std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names) {
    for (const MetaEntry& entry : metas) {
      if (entry.name != name) continue;
      std::string content = Plain(document.AttributeOf(entry.id, "content"));
      if (!content.empty()) return content;
    }
  }
  return {};
}

std::vector<std::string> Sources::All(std::initializer_list<std::string_view> names) const {
  std::vector<std::string> contents;
  for (const std::string_view name : names) {
    for (const MetaEntry& entry : metas) {
      if (entry.name != name || contents.size() >= kMostOthers) continue;
      std::string content = Plain(document.AttributeOf(entry.id, "content"));
      if (!content.empty() && std::find(contents.begin(), contents.end(), content) == contents.end()) contents.push_back(std::move(content));
    }
    if (!contents.empty()) break;
  }
  return contents;
}

std::string_view Sources::Link(std::initializer_list<std::string_view> rels) const {
  for (const std::string_view rel : rels) {
    for (const NodeId id : links) {
      const std::string_view href = document.AttributeOf(id, "href");
      if (!href.empty() && HasWord(document.AttributeOf(id, "rel"), rel)) return href;
    }
  }
  return {};
}

}  // namespace pith::metadata

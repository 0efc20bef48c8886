#include "core/render/headings.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/render/parts.h"
#include "core/unicode/unicode.h"
#include "core/url/url.h"

namespace pith::render {
namespace {

using clean::ArticleTree;
using clean::ItemId;
using clean::Name;
using html::Tag;
using unicode::CharClass;

std::string NameOf(std::string_view text) {
  std::string name;
  for (std::size_t at = 0; at < text.size();) {
    const unicode::Decoded c = unicode::Decode(text, at);
    const CharClass kind = unicode::ClassOf(c.code_point);
    if (c.code_point == ' ') name += '-';
    if (c.code_point == '-' || c.code_point == '_' || kind == CharClass::kLetter || kind == CharClass::kMark || kind == CharClass::kNumber)
      name += text.substr(at, c.size);
    at += c.size;
  }
  return unicode::Lowered(name);
}

}  // namespace

std::unordered_map<ItemId, std::string> LinksToHeadings(const ArticleTree& tree) {
  std::unordered_map<ItemId, std::string> links;
  if (std::none_of(tree.attributes.begin(), tree.attributes.end(), [](const auto& attribute) { return attribute.name == Name::kId; })) return links;
  std::vector<std::string> names;
  std::unordered_map<std::string_view, std::uint32_t> places;  // in names, by id
  std::unordered_map<std::string, std::uint32_t> given;        // and how often more
  ItemId cell = 0;                                             // where the last one ends: in it a heading is only text
  for (ItemId id = 0; id < tree.items.size(); ++id) {
    const Tag tag = tree.items[id].tag;
    if (tag == Tag::kTd || tag == Tag::kTh || tag == Tag::kCaption) cell = std::max(cell, tree.items[id].end);
    if (!html::IsHeading(tag) || id < cell) continue;
    const std::string name = NameOf(unicode::Trimmed(TextBelow(tree, id)));
    std::string unique = name;
    while (!given.emplace(unique, 0).second) unique = name + "-" + std::to_string(++given.find(name)->second);
    if (name.empty() || name.size() > url::kLongestFragment) continue;  // of a page, all links could carry it
    for (ItemId at = id; at < tree.items[id].end; ++at) {
      if (!tree.IsText(at)) places.emplace(tree.AttributeOf(at, Name::kId), static_cast<std::uint32_t>(names.size()));
    }
    names.push_back("#" + unique);
  }
  for (ItemId id = 0; id < tree.items.size(); ++id) {
    const std::string_view href = tree.items[id].tag == Tag::kA ? tree.AttributeOf(id, Name::kHref) : std::string_view();
    const auto place = href.substr(0, 1) == "#" ? places.find(href.substr(1)) : places.end();
    if (place != places.end()) links.emplace(id, names[place->second]);
  }
  return links;
}

}  // namespace pith::render

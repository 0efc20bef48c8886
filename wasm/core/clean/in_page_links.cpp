#include "core/clean/in_page_links.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/clean/structure.h"
#include "core/unicode/unicode.h"
#include "core/url/url.h"

namespace pith::clean {
namespace {

using html::Tag;
using parse::Document;
using parse::kNoNode;
using parse::NodeId;

constexpr ItemId kNoItem = 0xFFFFFFFF;

/// The id of a fragment: with its prefix, or as it stands, so that links of an article that is extracted again still lead there.
std::string IdOf(std::string_view fragment) {
  std::string id(fragment.substr(0, kIdPrefix.size()) == kIdPrefix ? "" : kIdPrefix);
  for (const char c : fragment) id += unicode::IsAsciiSpace(c) ? '-' : c;
  return id;
}

class Linker {
 public:
  Linker(ArticleTree& tree, const Document& document, std::string_view base) : tree_(tree), document_(document), base_(base) {}

  void Run() {
    for (const Item& item : tree_.items) {
      if (item.tag == Tag::kA && FragmentOf(item).size() > 1) targets_.emplace(FragmentOf(item).substr(1), kNoNode);
    }
    if (targets_.empty()) return;
    for (const ItemAttribute& attribute : tree_.attributes) {
      if (attribute.name == Name::kId) named_.insert(tree_.At(attribute.value));
    }
    FindTargets();
    FindItems();
    Rewrite();
  }

 private:
  /// The `#…` of a link; empty for links that lead elsewhere.
  std::string_view FragmentOf(const Item& item) const {
    for (std::uint32_t i = item.data; i < item.data + item.count; ++i) {
      if (tree_.attributes[i].name != Name::kHref) continue;
      return url::FragmentOf(tree_.At(tree_.attributes[i].value));
    }
    return {};
  }

  /// The page's element for each fragment that is linked to: by id, or by the name of an anchor.
  void FindTargets() {
    const auto take = [&](std::string_view name, NodeId id) {
      if (name.empty()) return;
      const auto found = targets_.find(name);
      if (found != targets_.end() && found->second == kNoNode) found->second = id;
    };
    for (NodeId id = 0; id < document_.nodes.size(); ++id) {
      if (document_.IsText(id)) continue;
      take(document_.AttributeOf(id, "id"), id);
      if (document_.nodes[id].tag == Tag::kA) take(document_.AttributeOf(id, "name"), id);
    }
  }

  /// For each node, the first item of the article that comes from it or from what follows it.
  void FindItems() {
    items_.assign(document_.nodes.size() + 1, kNoItem);
    parents_.assign(tree_.items.size(), 0);
    std::vector<ItemId> open;
    for (ItemId id = 0; id < tree_.items.size(); ++id) {
      while (!open.empty() && id >= tree_.items[open.back()].end) open.pop_back();
      parents_[id] = open.empty() ? 0 : open.back();
      open.push_back(id);
      const NodeId source = tree_.items[id].source;
      if (source < document_.nodes.size()) items_[source] = std::min(items_[source], id);
    }
    for (std::size_t id = document_.nodes.size(); id-- > 0;) {
      if (items_[id] == kNoItem) items_[id] = items_[id + 1];
    }
  }

  /// The element of the article that shows what a place of the page shows, or what follows an empty one; kNoItem where none does.
  ItemId ItemAt(NodeId target) const {
    ItemId item = items_[target];
    if (item == kNoItem) return item;
    const NodeId source = tree_.items[item].source, end = document_.nodes[target].end;
    if (source >= end && ShowsText(document_, target)) return kNoItem;  // it was left out
    while (tree_.IsText(item) || !CanBeNamed(tree_.items[item].tag)) item = parents_[item];
    return item == 0 ? kNoItem : item;
  }

  static bool CanBeNamed(Tag tag) {
    return tag != Tag::kImg && tag != Tag::kBr && tag != Tag::kHr && (html::IsBlock(tag) || tag == Tag::kSup || tag == Tag::kA || tag == Tag::kArticle);
  }

  /// Two fragments may differ by a space only, and one may be what a note is called.
  std::string UniqueId(std::string_view fragment) {
    std::string id = IdOf(fragment);
    while (named_.count(id) > 0 || !given_.insert(id).second) id += '-';
    return id;
  }

  /// Writes the attributes anew, since those of an item stand together.
  void Rewrite() {
    std::unordered_map<ItemId, std::string> ids;
    std::unordered_map<std::string_view, ItemId> items;
    for (ItemId id = 0; id < tree_.items.size(); ++id) {
      if (tree_.items[id].tag != Tag::kA) continue;
      const std::string_view fragment = FragmentOf(tree_.items[id]);
      if (fragment.size() < 2) continue;
      const auto [place, is_new] = items.emplace(fragment.substr(1), kNoItem);
      const NodeId target = targets_.find(place->first)->second;
      if (!is_new || target == kNoNode) continue;
      const ItemId item = place->second = ItemAt(target);
      if (item != kNoItem && ids.count(item) == 0) ids.emplace(item, UniqueId(place->first));
    }
    std::string added;  // not yet to tree_.characters: the keys of the maps point there
    const std::size_t before = tree_.characters.size();
    const auto store = [&](std::string_view text) {
      const annotate::Slice slice{static_cast<std::uint32_t>(before + added.size()), static_cast<std::uint32_t>(text.size())};
      added += text;
      return slice;
    };
    std::vector<ItemAttribute> attributes;
    attributes.reserve(tree_.attributes.size() + ids.size());
    for (ItemId id = 0; id < tree_.items.size(); ++id) {
      Item& item = tree_.items[id];
      if (tree_.IsText(id)) continue;
      const auto begin = static_cast<std::uint32_t>(attributes.size());
      const std::string_view fragment = item.tag == Tag::kA ? FragmentOf(item) : std::string_view();
      for (std::uint32_t i = item.data; i < item.data + item.count; ++i) {
        ItemAttribute attribute = tree_.attributes[i];
        if (attribute.name == Name::kHref && fragment.size() > 1) {
          attribute.value = store(AddressOf(fragment, items.find(fragment.substr(1))->second, ids));
        }
        attributes.push_back(attribute);
      }
      const auto named = ids.find(id);
      if (named != ids.end()) attributes.push_back({Name::kId, store(named->second)});
      item.data = begin;
      item.count = static_cast<std::uint32_t>(attributes.size()) - begin;
    }
    tree_.attributes = std::move(attributes);
    tree_.characters += added;
  }

  std::string AddressOf(std::string_view fragment, ItemId to, const std::unordered_map<ItemId, std::string>& ids) const {
    if (to != kNoItem) return "#" + ids.find(to)->second;
    return named_.count(fragment.substr(1)) > 0 ? std::string(fragment) : url::Resolve(base_, fragment);
  }

  ArticleTree& tree_;
  const Document& document_;
  std::string_view base_;
  std::unordered_map<std::string_view, NodeId> targets_;  ///< by fragment, without `#`; points into tree_
  std::unordered_set<std::string_view> named_;            ///< ids that the article has anyway
  std::unordered_set<std::string> given_;                 ///< ids that elements got
  std::vector<ItemId> items_;                             ///< by NodeId
  std::vector<ItemId> parents_;                           ///< by ItemId
};

}  // namespace

void LinkWithin(ArticleTree& tree, const Document& document, std::string_view base) { Linker(tree, document, base).Run(); }

}  // namespace pith::clean

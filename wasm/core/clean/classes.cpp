#include "core/clean/classes.h"

#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/unicode/unicode.h"

namespace pith::clean {
namespace {

// One element of the page can become many of the article; what all classes together may take is bounded by the size of the page.
constexpr std::size_t kBytesPerPageByte = 2;
constexpr std::size_t kBytesAtLeast = std::size_t{1} << 16;

template <typename Use>
void EachWord(std::string_view text, Use use) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && !unicode::IsAsciiSpace(text[end])) ++end;
    if (end > at) use(text.substr(at, end - at));
    at = end + 1;
  }
}

}  // namespace

void KeepClasses(ArticleTree& tree, const parse::Document& document, std::string_view names) {
  std::unordered_set<std::string_view> wanted;
  EachWord(names, [&](std::string_view name) { wanted.insert(name); });
  if (wanted.empty()) return;
  const bool all = wanted.count("*") > 0;
  std::size_t budget = document.characters.size() * kBytesPerPageByte + kBytesAtLeast;
  std::vector<ItemAttribute> attributes;  // anew, since those of an item stand together
  attributes.reserve(tree.attributes.size());
  for (ItemId id = 0; id < tree.items.size(); ++id) {
    Item& item = tree.items[id];
    if (tree.IsText(id)) continue;
    std::string classes(tree.AttributeOf(id, Name::kClass));
    const std::size_t own = classes.size();
    const bool of_page = item.source < document.nodes.size() && !document.IsText(item.source);
    EachWord(of_page ? document.AttributeOf(item.source, "class") : std::string_view(), [&](std::string_view name) {
      if ((!all && wanted.count(name) == 0) || name.size() >= budget) return;
      budget -= name.size() + 1;
      classes.append(classes.empty() ? "" : " ").append(name);
    });
    const auto begin = static_cast<std::uint32_t>(attributes.size());
    for (std::uint32_t i = item.data; i < item.data + item.count; ++i) {
      if (tree.attributes[i].name != Name::kClass || classes.size() == own) attributes.push_back(tree.attributes[i]);
    }
    if (classes.size() > own) {
      attributes.push_back({Name::kClass, {static_cast<std::uint32_t>(tree.characters.size()), static_cast<std::uint32_t>(classes.size())}});
      tree.characters += classes;
    }
    item.data = begin;
    item.count = static_cast<std::uint32_t>(attributes.size()) - begin;
  }
  tree.attributes = std::move(attributes);
}

}  // namespace pith::clean

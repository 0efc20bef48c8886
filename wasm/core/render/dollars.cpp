#include "core/render/dollars.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace pith::render {

using clean::ArticleTree;
using clean::Item;
using clean::ItemId;
using html::Tag;

std::vector<bool> EscapedDollars(const ArticleTree& tree) {
  std::vector<bool> escaped(tree.items.size());
  if (tree.characters.find('$') == std::string::npos) return escaped;
  ItemId begin = 0, cell = 0;  // of the paragraph; where the cell ends, whose paragraphs are one line
  std::ptrdiff_t count = 0;
  const auto end_paragraph = [&](ItemId end) {
    for (; begin < end; ++begin) escaped[begin] = count > 1;
    count = 0;
  };
  const auto add = [&](std::string_view text) { count += std::count(text.begin(), text.end(), '$'); };
  for (ItemId id = 0; id < tree.items.size(); ++id) {
    const Item& item = tree.items[id];
    if (tree.IsText(id)) {
      add(tree.TextOf(id));
      continue;
    }
    if (id >= cell && html::IsBlock(item.tag)) {
      end_paragraph(id);
      if (item.tag == Tag::kTd || item.tag == Tag::kTh || item.tag == Tag::kCaption) cell = item.end;
    }
    if (item.tag == Tag::kMath) count += 2;
    for (std::uint32_t i = item.data; i < item.data + item.count; ++i) add(tree.At(tree.attributes[i].value));
  }
  end_paragraph(static_cast<ItemId>(tree.items.size()));
  return escaped;
}

}  // namespace pith::render

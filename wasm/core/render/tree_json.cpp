#include <vector>

#include "core/json/writer.h"
#include "core/render/render.h"

namespace pith::render {

using clean::ArticleTree;
using clean::Item;
using clean::ItemId;

std::string TreeJson(const ArticleTree& tree, const std::vector<Range>& ranges) {
  json::Writer out;
  std::vector<ItemId> open;
  std::uint64_t blocks = 0;
  annotate::BlockId last = annotate::kNoBlock;
  for (ItemId id = 0; id < tree.items.size(); ++id) {
    for (; !open.empty() && id >= tree.items[open.back()].end; open.pop_back()) out.EndArray();
    const Item& item = tree.items[id];
    if (tree.IsText(id)) {
      out.String(tree.TextOf(id));
      continue;
    }
    out.BeginArray().String(html::NameOf(item.tag)).BeginObject();
    for (std::uint32_t i = item.data; i < item.data + item.count; ++i)
      out.Key(clean::NameOf(tree.attributes[i].name)).String(tree.At(tree.attributes[i].value));
    if (item.block != annotate::kNoBlock && item.block != last) {
      out.Key("data-pith-block").String(std::to_string(blocks++));
      if (item.element != clean::kNoElement) out.Key("data-pith-element").String(std::to_string(item.element));
      const Range range = ranges.empty() ? Range{} : ranges[item.block];
      if (range.begin < range.end) out.Key("data-pith-range").String(std::to_string(range.begin) + "-" + std::to_string(range.end));
      last = item.block;
    }
    out.EndObject();
    open.push_back(id);
  }
  for (; !open.empty(); open.pop_back()) out.EndArray();
  return out.Take();
}

}  // namespace pith::render

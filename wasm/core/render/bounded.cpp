#include "core/render/bounded.h"

#include <algorithm>
#include <cstdint>

#include "core/render/render.h"

namespace pith::render {
namespace {

using Dress = std::function<void(clean::ArticleTree&)>;

Renderings RenderAll(const clean::ArticleTree& tree, const Outputs& outputs, const Dress& dress, const std::vector<Range>& ranges) {
  Renderings all;
  if (tree.items.empty()) {
    if (outputs.tree) all.tree = "[]";
    return all;
  }
  if (outputs.markdown) all.markdown = Markdown(tree);
  if (outputs.text) all.text = Text(tree);
  if (!outputs.html && !outputs.tree) return all;
  const auto render = [&](const clean::ArticleTree& shown) {
    if (outputs.html) all.html = Html(shown);
    if (outputs.tree) all.tree = TreeJson(shown, ranges);
  };
  if (dress == nullptr) {
    render(tree);
  } else {
    clean::ArticleTree dressed = tree;
    dress(dressed);
    render(dressed);
  }
  return all;
}

std::size_t Longest(const Renderings& all) { return std::max({all.html.size(), all.markdown.size(), all.text.size(), all.tree.size()}); }

void KeepFirst(clean::ArticleTree& tree, std::size_t count) {
  tree.items.resize(count);
  for (clean::Item& item : tree.items) item.end = std::min(item.end, static_cast<clean::ItemId>(count));
}

}  // namespace

Renderings Bounded(const clean::ArticleTree& article, const Outputs& outputs, std::size_t limit, const Dress& dress, const std::vector<Range>& ranges) {
  Renderings all = RenderAll(article, outputs, dress, ranges);
  std::size_t longest = Longest(all);
  if (longest <= limit || article.items.empty()) return all;
  clean::ArticleTree tree = article;
  for (; longest > limit && !tree.items.empty(); longest = Longest(all)) {
    // In proportion, and a little less, since items differ in length.
    const double share = static_cast<double>(limit) / static_cast<double>(longest) * 0.9;
    KeepFirst(tree, static_cast<std::size_t>(static_cast<double>(tree.items.size()) * share));
    all = RenderAll(tree, outputs, dress, ranges);
  }
  all.cut = true;
  return all;
}

}  // namespace pith::render

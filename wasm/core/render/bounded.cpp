#include "core/render/bounded.h"

#include <algorithm>
#include <cstdint>

#include "core/render/render.h"

namespace pith::render {
namespace {

using Dress = std::function<void(clean::ArticleTree&)>;

Renderings RenderAll(const clean::ArticleTree& tree, const Outputs& outputs, const Dress& dress, const std::vector<Range>& ranges) {
  Renderings all;
  all.items = tree.items.size();
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

/// Where an article may end: before each of its blocks, and before what is opened for that block alone.
std::vector<clean::ItemId> Ends(const clean::ArticleTree& article) {
  std::vector<clean::ItemId> ends;
  for (clean::ItemId id = 0; id < article.items.size(); ++id) {
    if (article.items[id].block == annotate::kNoBlock) continue;
    clean::ItemId end = id;
    while (end > 0 && article.items[end - 1].end > id) --end;  // nothing lies between an element and the first in it
    if (ends.empty() || ends.back() < end) ends.push_back(end);
  }
  return ends;
}

}  // namespace

Renderings Bounded(const clean::ArticleTree& article, const Outputs& outputs, std::size_t limit, const Dress& dress, const std::vector<Range>& ranges) {
  Renderings all = RenderAll(article, outputs, dress, ranges);
  if (Longest(all) <= limit || article.items.empty()) return all;
  clean::ArticleTree tree = article;
  const auto render_until = [&](clean::ItemId end) {
    all = {};  // two of them may be more than fits into memory
    tree.items.assign(article.items.begin(), article.items.begin() + end);
    for (clean::Item& item : tree.items) item.end = std::min(item.end, end);
    all = RenderAll(tree, outputs, dress, ranges);
  };
  const std::vector<clean::ItemId> ends = Ends(article);
  const auto too_long = std::partition_point(ends.begin(), ends.end(), [&](clean::ItemId end) {
    render_until(end);
    return Longest(all) <= limit;
  });
  render_until(too_long == ends.begin() ? 0 : *(too_long - 1));
  return all;
}

}  // namespace pith::render

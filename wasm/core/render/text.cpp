#include <vector>

#include "core/render/render.h"

namespace pith::render {
namespace {

using clean::ArticleTree;
using clean::Item;
using clean::ItemId;
using html::Tag;

/// Joins lines into blocks: remembers how much white space is due and writes it before the next text.
class TextWriter {
 public:
  void Break(int lines) { due_ = std::max(due_, lines); }
  void Append(std::string_view text) {
    if (text.empty()) return;
    if (!out_.empty()) out_.append(static_cast<std::size_t>(due_), '\n');
    due_ = 0;
    if (!prefix_.empty()) out_ += prefix_;
    prefix_.clear();
    out_ += text;
  }
  /// What the next text is preceded by: a list marker.
  void Prefix(std::string prefix) { prefix_ = std::move(prefix); }
  [[nodiscard]] bool AtLineStart() const { return due_ > 0 || out_.empty(); }
  std::string Take() { return std::move(out_); }

 private:
  std::string out_;
  std::string prefix_;
  int due_ = 0;
};

/// Line breaks around an element: 2 makes it a block, 1 a line, 0 leaves it in its line.
int BreakAround(Tag tag) {
  switch (tag) {
    case Tag::kLi:
    case Tag::kTr:
    case Tag::kDt:
    case Tag::kDd: return 1;
    case Tag::kTd:
    case Tag::kTh:
    case Tag::kThead:
    case Tag::kTbody:
    case Tag::kTfoot: return 0;
    default: return html::IsBlock(tag) ? 2 : 0;
  }
}

}  // namespace

std::string Text(const ArticleTree& tree) {
  TextWriter out;
  std::vector<ItemId> open;
  std::size_t lists = 0;
  const auto close_until = [&](ItemId id) {
    for (; !open.empty() && id >= tree.items[open.back()].end; open.pop_back()) {
      const Tag tag = tree.items[open.back()].tag;
      if (tag == Tag::kUl || tag == Tag::kOl) --lists;
      const bool nested = (tag == Tag::kUl || tag == Tag::kOl) && lists > 0;
      out.Break(nested ? 1 : BreakAround(tag));
    }
  };
  for (ItemId id = 0; id < tree.items.size(); ++id) {
    close_until(id);
    const Item& item = tree.items[id];
    if (tree.IsText(id)) {
      out.Append(tree.TextOf(id));
      continue;
    }
    if (item.tag == Tag::kHeader || item.tag == Tag::kFigcaption) {
      id = item.end - 1;
      continue;
    }
    if (item.tag == Tag::kBr) {
      out.Break(1);
      continue;
    }
    if (html::IsVoid(item.tag)) continue;
    const bool in_item = !open.empty() && tree.items[open.back()].tag == Tag::kLi;
    out.Break(in_item && BreakAround(item.tag) > 1 ? 1 : BreakAround(item.tag));
    if (item.tag == Tag::kUl || item.tag == Tag::kOl) ++lists;
    if (item.tag == Tag::kLi) out.Prefix(std::string(lists > 1 ? (lists - 1) * 2 : 0, ' ') + "- ");
    if ((item.tag == Tag::kTd || item.tag == Tag::kTh) && !out.AtLineStart()) out.Append(" | ");
    open.push_back(id);
  }
  close_until(static_cast<ItemId>(tree.items.size()));
  return out.Take();
}

}  // namespace pith::render

#include "core/clean/tree_builder.h"

#include <algorithm>
#include <utility>

namespace pith::clean {

using html::Tag;

void TreeBuilder::Open(Tag tag, annotate::NodeId source, annotate::BlockId block) {
  tree_.items.push_back({tag, 0, static_cast<std::uint32_t>(tree_.attributes.size()), 0, block, source});
  open_.push_back(static_cast<ItemId>(tree_.items.size() - 1));
  text_is_open_ = false;
}

void TreeBuilder::Attribute(Name name, std::string_view value) {
  const annotate::Slice slice{static_cast<std::uint32_t>(tree_.characters.size()), static_cast<std::uint32_t>(value.size())};
  tree_.characters += value;
  tree_.attributes.push_back({name, slice});
  ++tree_.items[open_.back()].count;
}

void TreeBuilder::Close() {
  if (!EndsWithElement()) closed_.clear();
  closed_.push_back(open_.back());
  tree_.items[open_.back()].end = static_cast<ItemId>(tree_.items.size());
  open_.pop_back();
  text_is_open_ = false;
}

void TreeBuilder::CloseUnlessEmpty() {
  const Item& item = tree_.items[open_.back()];
  if (open_.back() + std::size_t{1} < tree_.items.size()) return Close();
  tree_.attributes.resize(item.data);
  tree_.items.pop_back();
  open_.pop_back();
  text_is_open_ = false;
}

void TreeBuilder::CloseAsFirst() {
  const ItemId moved = open_.back(), first = open_[open_.size() - 2] + 1;
  if (moved + std::size_t{1} == tree_.items.size() || tree_.items[first].tag == tree_.items[moved].tag) return CloseUnlessEmpty();
  Close();
  const auto items = tree_.items.begin();
  for (ItemId id = first; id < moved; ++id) items[id].end += static_cast<ItemId>(tree_.items.size() - moved);
  for (ItemId id = moved; id < tree_.items.size(); ++id) items[id].end -= moved - first;
  std::rotate(items + first, items + moved, tree_.items.end());
  closed_.clear();
}

bool TreeBuilder::EndsWithElement() const { return !closed_.empty() && tree_.items[closed_.back()].end == tree_.items.size(); }

bool TreeBuilder::Reopen(Tag tag) {
  if (!EndsWithElement() || tree_.items[closed_.back()].tag != tag) return false;
  open_.push_back(closed_.back());
  closed_.pop_back();
  text_is_open_ = !EndsWithElement() && tree_.items.back().tag == Tag::kUnknown;
  return true;
}

bool TreeBuilder::ReopenPlain(Tag tag) { return EndsWithElement() && tree_.items[closed_.back()].count == 0 && Reopen(tag); }

void TreeBuilder::Text(std::string_view text, annotate::NodeId source) {
  if (text.empty()) return;
  const auto begin = static_cast<std::uint32_t>(tree_.characters.size());
  tree_.characters += text;
  if (text_is_open_ && tree_.items.back().data + tree_.items.back().count == begin) {
    tree_.items.back().count += static_cast<std::uint32_t>(text.size());
    return;
  }
  tree_.items.push_back(
      {Tag::kUnknown, static_cast<ItemId>(tree_.items.size() + 1), begin, static_cast<std::uint32_t>(text.size()), annotate::kNoBlock, source});
  text_is_open_ = true;
}

void TreeBuilder::Empty(Tag tag, annotate::NodeId source) {
  Open(tag, source);
  Close();
}

bool TreeBuilder::EndsWith(char c) const {
  if (tree_.items.empty() || tree_.items.back().tag != Tag::kUnknown) return false;
  const Item& last = tree_.items.back();
  return last.count > 0 && tree_.characters[last.data + last.count - 1] == c;
}

ArticleTree TreeBuilder::Take() { return std::move(tree_); }

}  // namespace pith::clean

#include "core/select/whole_lists.h"

#include "core/html/tag.h"

namespace pith::select {
namespace {

/// The outermost `<ul>` around an element; kNoNode where there is none, or it is in a list of another kind.
annotate::NodeId ListAround(const parse::Document& document, annotate::NodeId node) {
  annotate::NodeId list = parse::kNoNode;
  for (; node != parse::kNoNode; node = document.nodes[node].parent) {
    const html::Tag tag = document.nodes[node].tag;
    if (tag == html::Tag::kOl || tag == html::Tag::kDl || tag == html::Tag::kTable) return parse::kNoNode;
    if (tag == html::Tag::kUl) list = node;
  }
  return list;
}

}  // namespace

bool WholeLists::Has(annotate::BlockId id) {
  const annotate::NodeId list = ListAround(document_, blocks_.blocks[id].container);
  if (list == parse::kNoNode) return false;
  if (list != list_) {
    list_ = list;
    whole_ = IsWhole(blocks_.extents[list]);
  }
  return whole_;
}

bool WholeLists::IsWhole(const annotate::Extent& list) const {
  constexpr std::uint32_t kMarked = 3, kOf = 4;  // of so many words
  std::uint32_t words = 0, marked = 0;
  for (annotate::BlockId id = list.first_block; id < list.end_block; ++id) {
    const annotate::Block& entry = blocks_.blocks[id];
    if (!marks_[id] && entry.words > button_) return false;
    words += entry.words;
    marked += marks_[id] ? entry.words : 0;
  }
  return marked * kOf >= words * kMarked;
}

}  // namespace pith::select

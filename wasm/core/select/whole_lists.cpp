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
    whole_ = true;
    const annotate::Extent& extent = blocks_.extents[list];
    for (annotate::BlockId entry = extent.first_block; entry < extent.end_block; ++entry)
      whole_ = whole_ && (marks_[entry] || blocks_.blocks[entry].words == 0);
  }
  return whole_;
}

}  // namespace pith::select

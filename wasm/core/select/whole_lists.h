#pragma once

// Lists of nothing but what goes: entries of other lists stand or fall with their likes.

#include "core/annotate/blocks.h"
#include "core/parse/document.h"
#include "core/select/selection.h"

namespace pith::select {

class WholeLists {
 public:
  /// @param marks what goes; all three must outlive it
  WholeLists(const parse::Document& document, const annotate::Blocks& blocks, const Marks& marks) : document_(document), blocks_(blocks), marks_(marks) {}

  /// Whether all entries of the outermost `<ul>` around a block are marked; not where it stands in a list of another kind, too: steps of an instruction ask
  /// things of the reader, and an author's sources are in several languages. Each list is looked at once, if asked in the page's order.
  [[nodiscard]] bool Has(annotate::BlockId id);

 private:
  const parse::Document& document_;
  const annotate::Blocks& blocks_;
  const Marks& marks_;
  annotate::NodeId list_ = parse::kNoNode;  ///< the last that was looked at,
  bool whole_ = false;                      ///< and what was found
};

}  // namespace pith::select

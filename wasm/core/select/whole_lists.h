#pragma once

// Lists of nothing but what goes: entries of other lists stand or fall with their likes.

#include <cstdint>

#include "core/annotate/blocks.h"
#include "core/parse/document.h"
#include "core/select/selection.h"

namespace pith::select {

class WholeLists {
 public:
  /// @param marks what goes; all three must outlive it
  /// @param button words of an entry that says too little to be marked ("Log in"), and that goes where three words in four are marked
  WholeLists(const parse::Document& document, const annotate::Blocks& blocks, const Marks& marks, std::uint32_t button = 0)
      : document_(document), blocks_(blocks), marks_(marks), button_(button) {}

  /// Whether all entries of the outermost `<ul>` around a block are marked; not where it stands in a list of another kind, too: steps of an instruction ask
  /// things of the reader, and an author's sources are in several languages. Each list is looked at once, if asked in the page's order.
  [[nodiscard]] bool Has(annotate::BlockId id);

 private:
  [[nodiscard]] bool IsWhole(const annotate::Extent& list) const;

  const parse::Document& document_;
  const annotate::Blocks& blocks_;
  const Marks& marks_;
  std::uint32_t button_;
  annotate::NodeId list_ = parse::kNoNode;  ///< the last that was looked at,
  bool whole_ = false;                      ///< and what was found
};

}  // namespace pith::select

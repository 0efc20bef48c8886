#pragma once

// Blocks that selection keeps and that say nothing in an article: they stand for what the page's own look does.

#include "core/annotate/blocks.h"
#include "core/clean/skeleton.h"
#include "core/select/selection.h"

namespace pith::clean {

class Surplus {
 public:
  /// All of it has to outlive this.
  Surplus(const parse::Document& document, const annotate::Blocks& blocks, const select::Selection& selection, const Skeleton& skeleton)
      : document_(document), blocks_(blocks), selection_(selection), skeleton_(skeleton) {}

  /// Whether a block numbers the lines of a block of code, labels one, or is a mark that is left over or a button shows.
  [[nodiscard]] bool Has(annotate::BlockId id) const;

 private:
  [[nodiscard]] bool NumbersLines(annotate::BlockId id) const;
  [[nodiscard]] bool LabelsCode(annotate::BlockId id) const;
  [[nodiscard]] bool IsLeftOver(annotate::BlockId id) const;
  [[nodiscard]] bool InButton(const annotate::Block& block) const;

  const parse::Document& document_;
  const annotate::Blocks& blocks_;
  const select::Selection& selection_;
  const Skeleton& skeleton_;
};

}  // namespace pith::clean

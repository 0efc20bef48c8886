#pragma once

// What an article can show though it is no text: rules, players, formulas that a script was to draw. Such elements stand between
// blocks, and whether they belong to the article is read from the blocks around them.

#include <cstddef>
#include <vector>

#include "core/annotate/blocks.h"
#include "core/clean/formula.h"
#include "core/parse/document.h"
#include "core/select/selection.h"

namespace pith::clean {

class BetweenBlocks {
 public:
  /// The arguments have to outlive it.
  BetweenBlocks(const parse::Document& document, const annotate::Blocks& blocks, const select::Selection& selection, const Formulas& formulas);

  /// Calls `visit` with each element that stands before a block and was not visited yet, in page order; with the number of blocks as
  /// `block`, with all that are left.
  template <typename Visit>
  void EachBefore(annotate::BlockId block, Visit visit) {
    const bool rest = block >= blocks_.blocks.size();
    for (; next_ < elements_.size() && (rest || elements_[next_] < blocks_.blocks[block].first); ++next_) visit(elements_[next_]);
  }

  /// Whether an element stands in the article: between two blocks that stay, or in a part of the page that mostly does.
  /// @param next the block that follows it
  [[nodiscard]] bool Belongs(parse::NodeId element, annotate::BlockId next) const;

 private:
  const parse::Document& document_;
  const annotate::Blocks& blocks_;
  std::vector<parse::NodeId> elements_;
  std::size_t next_ = 0;
  std::vector<bool> kept_;                 ///< by BlockId
  std::vector<std::uint32_t> kept_words_;  ///< of the blocks before a BlockId
  annotate::BlockId first_kept_ = annotate::kNoBlock, end_kept_ = 0;
};

}  // namespace pith::clean

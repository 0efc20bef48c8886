#include "core/select/select.h"

namespace pith::select {

Selection Select(const parse::Document&, const annotate::Blocks& blocks, const score::Scores& scores, const Metadata&) {
  Selection selection;
  for (std::size_t i = 0; i < blocks.blocks.size(); ++i) {
    selection.reasons.push_back(scores.probabilities[i] >= 32768 && blocks.blocks[i].text.size > 0 ? Reason::kKept : Reason::kLowScore);
  }
  return selection;
}

}  // namespace pith::select

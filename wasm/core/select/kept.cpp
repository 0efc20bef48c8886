#include "core/select/kept.h"

namespace pith::select {

std::uint32_t WordsKept(const annotate::Blocks& blocks, const Selection& selection) {
  std::uint32_t words = 0;
  for (annotate::BlockId id = 0; id < blocks.blocks.size(); ++id) {
    if (selection.reasons[id] == Reason::kKept && !blocks.blocks[id].caption) words += blocks.blocks[id].words;
  }
  return words;
}

std::string FirstParagraph(const annotate::Blocks& blocks, const Selection& selection) {
  for (annotate::BlockId id = 0; id < blocks.blocks.size(); ++id) {
    if (selection.reasons[id] == Reason::kKept && annotate::IsProse(blocks.blocks[id])) return std::string(blocks.TextOf(id));
  }
  return {};
}

}  // namespace pith::select

#include "core/score/score.h"

namespace pith::score {

std::vector<float> Score(const parse::Document&, const annotate::Blocks& blocks) {
  std::vector<float> scores;
  for (const annotate::Block& block : blocks.blocks) {
    const bool prose = block.words >= 12 && block.link_words * 3 < block.words && !block.hidden;
    scores.push_back(prose ? 0.9F : 0.1F);
  }
  return scores;
}

}  // namespace pith::score

#include "core/score/alike.h"

namespace pith::score {

void DrawAlikeTogether(const std::vector<std::uint32_t>& groups, std::vector<std::uint16_t>& probabilities) {
  constexpr float kOne = 65535.0F;
  constexpr float kFewest = 3;            // blocks
  constexpr float kMostVariance = 0.25F;  // of what yes and no would have
  struct Group {
    float count = 0, sum = 0, squares = 0;
  };
  std::vector<Group> found(groups.size());
  for (std::size_t i = 0; i < groups.size(); ++i) {
    Group& group = found[groups[i]];
    const float probability = static_cast<float>(probabilities[i]) / kOne;
    ++group.count;
    group.sum += probability;
    group.squares += probability * probability;
  }
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const Group& group = found[groups[i]];
    const float mean = group.sum / group.count, variance = group.squares / group.count - mean * mean;
    const float most = kMostVariance * mean * (1 - mean);
    if (group.count < kFewest || variance >= most) continue;
    const auto own = static_cast<float>(probabilities[i]);
    probabilities[i] = static_cast<std::uint16_t>(own + (mean * kOne - own) * (1 - variance / most));
  }
}

}  // namespace pith::score

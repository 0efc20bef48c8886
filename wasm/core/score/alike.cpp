#include "core/score/alike.h"

#include <algorithm>

namespace pith::score {

void DrawAlikeTogether(const std::vector<std::uint32_t>& groups, std::vector<std::uint16_t>& probabilities) {
  constexpr double kOne = 65535;
  constexpr double kFewest = 3;           // blocks
  constexpr double kMostVariance = 0.25;  // of what yes and no would have
  struct Group {
    double count = 0, sum = 0, squares = 0;
  };
  std::vector<Group> found(groups.size());
  for (std::size_t i = 0; i < groups.size(); ++i) {
    Group& group = found[groups[i]];
    const double probability = probabilities[i] / kOne;
    ++group.count;
    group.sum += probability;
    group.squares += probability * probability;
  }
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const Group& group = found[groups[i]];
    const double mean = group.sum / group.count, variance = group.squares / group.count - mean * mean;
    const double most = kMostVariance * mean * (1 - mean);
    if (group.count < kFewest || variance >= most) continue;
    const double own = probabilities[i];
    probabilities[i] =
        static_cast<std::uint16_t>(own + (mean * kOne - own) * std::clamp(1 - variance / most, 0.0, 1.0));  // rounding may leave a variance below 0
  }
}

}  // namespace pith::score

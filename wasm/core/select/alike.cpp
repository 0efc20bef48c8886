#include "core/select/alike.h"

namespace pith::select {

const std::vector<std::uint16_t>& DrawAlikeTogether(const score::Scores& scores, std::vector<std::uint16_t>& room) {
  constexpr float kOne = 65535.0F;
  constexpr float kFewest = 3;          // blocks
  constexpr float kMostVariance = 0.25F;  // of what yes and no would have
  struct Group {
    float count = 0, sum = 0, squares = 0;
  };
  room = scores.probabilities;
  std::vector<Group> groups(room.size());
  for (std::size_t i = 0; i < room.size(); ++i) {
    Group& group = groups[scores.groups[i]];
    const float probability = static_cast<float>(room[i]) / kOne;
    ++group.count;
    group.sum += probability;
    group.squares += probability * probability;
  }
  for (std::size_t i = 0; i < room.size(); ++i) {
    const Group& group = groups[scores.groups[i]];
    const float mean = group.sum / group.count, variance = group.squares / group.count - mean * mean;
    const float most = kMostVariance * mean * (1 - mean);
    if (group.count < kFewest || variance >= most) continue;
    const auto own = static_cast<float>(room[i]);
    room[i] = static_cast<std::uint16_t>(own + (mean * kOne - own) * (1 - variance / most));
  }
  return room;
}

}  // namespace pith::select

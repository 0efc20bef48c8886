#pragma once

#include <cstdint>
#include <vector>

#include "core/score/score.h"

namespace pith::select {

/// The probabilities, with those of blocks that are built alike drawn towards their mean: the entries of a list or the posts of a thread are all
/// content or all not, and the model errs in some of them. The more they differ, the less; a group with a quarter of the variance that
/// yes and no would have is no group, but paragraphs with promotion among them.
/// @param room holds what is returned, unless that is the scores' own
[[nodiscard]] const std::vector<std::uint16_t>& DrawAlikeTogether(const score::Scores& scores, std::vector<std::uint16_t>& room);

}  // namespace pith::select

#pragma once

#include <cstdint>
#include <vector>

namespace pith::score {

/// Draws the probabilities of blocks that are built alike towards their mean: the entries of a list or the posts of a thread are all content or
/// all not, and the model errs in some of them. The more they differ, the less; a group with a quarter of the variance that yes and no
/// would have is no group, but paragraphs with promotion among them.
/// @param groups by block: those of one number are built alike
void DrawAlikeTogether(const std::vector<std::uint32_t>& groups, std::vector<std::uint16_t>& probabilities);

}  // namespace pith::score

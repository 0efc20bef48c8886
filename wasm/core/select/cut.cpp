#include "core/select/cut.h"

#include <algorithm>

#include "core/annotate/order.h"

namespace pith::select {
namespace {

using annotate::BlockId;
using annotate::Blocks;
using annotate::NodeId;
using parse::Document;
using parse::kNoNode;

constexpr float kOne = 65535.0F;
// The threshold stays within these bounds: beyond them the estimate rests on a handful of odd blocks.
constexpr float kLowest = 0.25F, kHighest = 0.6F;

/// Words that a border of the article costs when it cuts through the middle of a list of siblings; tuned by cross-validation.
constexpr float kBorderCost = 1.5F;

/// How many block elements end or begin between two blocks: the fewer, the closer they belong together.
std::uint32_t Steps(const Document& document, const Blocks& blocks, BlockId left, BlockId right) {
  std::uint32_t steps = 0;
  const NodeId to = blocks.blocks[right].first;
  for (NodeId id = blocks.blocks[left].container; id != kNoNode && document.nodes[id].end <= to; id = document.nodes[id].parent) {
    if (html::IsBlock(document.nodes[id].tag)) ++steps;
  }
  return steps;
}

}  // namespace

Cut BestCut(const Blocks& blocks, const std::vector<std::uint16_t>& probabilities) {
  std::vector<std::uint64_t> doubts;
  doubts.reserve(probabilities.size());
  for (const std::uint16_t probability : probabilities) doubts.push_back(65535U - probability);
  const std::vector<BlockId> order = annotate::OrderBy(doubts);
  double all = 0;
  for (std::size_t i = 0; i < probabilities.size(); ++i) all += static_cast<double>(probabilities[i]) / kOne * blocks.blocks[i].words;
  Cut best{kHighest, 0};
  double kept = 0, believed = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const float probability = static_cast<float>(probabilities[order[i]]) / kOne;
    kept += blocks.blocks[order[i]].words;
    believed += static_cast<double>(probability) * blocks.blocks[order[i]].words;
    const auto f1 = static_cast<float>(kept + all > 0 ? 2 * believed / (kept + all) : 0);
    best.expected_f1 = std::max(best.expected_f1, f1);
  }
  // A block pays where its probability is above half of what is reached without it.
  best.threshold = std::clamp(best.expected_f1 / 2, kLowest, kHighest);
  return best;
}

float ShiftOf(Mode mode) {
  constexpr float kPrecision = 0.3F, kRecall = -0.12F;
  return mode == Mode::kPrecision ? kPrecision : mode == Mode::kRecall ? kRecall : 0;
}

Marks BestPath(const Document& document, const Blocks& blocks, const std::vector<std::uint16_t>& probabilities, float threshold) {
  const std::size_t count = probabilities.size();
  Marks keep(count);
  if (count == 0) return keep;
  std::vector<std::uint8_t> from(count * 2);  // for each block and state, the best state before it
  float out = 0, in = 0;
  for (std::size_t i = 0; i < count; ++i) {
    float border = 0;
    if (i > 0) border = kBorderCost / static_cast<float>(1 + Steps(document, blocks, static_cast<BlockId>(i - 1), static_cast<BlockId>(i)));
    const float gain = (static_cast<float>(probabilities[i]) / kOne - threshold) * static_cast<float>(blocks.blocks[i].words + (blocks.blocks[i].words > 0 ? 1 : 0));
    const bool out_from_in = i > 0 && in - border > out, in_from_in = i > 0 && in >= out - border;
    const float next_out = out_from_in ? in - border : out;
    const float next_in = (in_from_in ? in : out - border) + gain;
    from[i * 2] = out_from_in ? 1 : 0;
    from[i * 2 + 1] = in_from_in ? 1 : 0;
    out = next_out;
    in = next_in;
  }
  std::uint8_t state = in > out ? 1 : 0;
  for (std::size_t i = count; i-- > 0;) {
    keep[i] = state == 1;
    state = from[i * 2 + state];
  }
  return keep;
}

}  // namespace pith::select

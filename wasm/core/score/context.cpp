#include "core/score/context.h"

#include <algorithm>
#include <array>

#include "core/score/scale.h"

namespace pith::score {
namespace {

using annotate::Block;
using annotate::BlockId;
using annotate::Blocks;
using annotate::kNoBlock;
using annotate::NodeId;
using parse::Document;
using parse::kNoNode;

std::uint8_t BeliefByte(std::uint64_t believed, std::uint64_t weight) { return weight == 0 ? 0 : CappedByte(believed / weight >> 8); }

class ContextComputer {
 public:
  ContextComputer(const Document& document, const Blocks& blocks, const std::vector<std::uint16_t>& beliefs) : document_(document), blocks_(blocks), beliefs_(beliefs) {
    const std::size_t count = blocks.blocks.size();
    weight_.assign(count + 1, 0);
    believed_.assign(count + 1, 0);
    for (std::size_t i = 0; i < count; ++i) {
      weight_[i + 1] = weight_[i] + Weight(static_cast<BlockId>(i));
      believed_[i + 1] = believed_[i] + std::uint64_t{Weight(static_cast<BlockId>(i))} * beliefs[i];
    }
    Core();
  }

  void Compute(BlockId id, BlockId heading, std::uint8_t* out) const {
    const auto count = static_cast<BlockId>(blocks_.blocks.size());
    const auto set = [&](Context feature, std::uint8_t value) { out[static_cast<std::size_t>(feature)] = value; };
    const auto at = [&](std::int64_t index) -> std::uint8_t {
      return index < 0 || index >= count ? 0 : static_cast<std::uint8_t>(beliefs_[static_cast<std::size_t>(index)] >> 8);
    };
    set(Context::kSelf, at(id));
    for (int i = 1; i <= 3; ++i) {
      set(static_cast<Context>(static_cast<int>(Context::kPrev1) + i - 1), at(std::int64_t{id} - i));
      set(static_cast<Context>(static_cast<int>(Context::kNext1) + i - 1), at(std::int64_t{id} + i));
    }
    set(Context::kBefore5, Mean(id >= 5 ? id - 5 : 0, id));
    set(Context::kAfter5, Mean(id + 1, std::min(id + 6, count)));
    set(Context::kBefore15, Mean(id >= 15 ? id - 15 : 0, id));
    set(Context::kAfter15, Mean(id + 1, std::min(id + 16, count)));
    set(Context::kBeforeAll, Mean(0, id));
    set(Context::kAfterAll, Mean(id + 1, count));
    Levels(id, out);
    set(Context::kPage, Mean(0, count));
    set(Context::kPageBelieved, LogByte(believed_[count] >> 16));
    set(Context::kBelievedPosition, ShareByte(believed_[id], believed_[count]));
    set(Context::kCoreDistance, id < core_first_ ? LogByte(core_first_ - id) : id >= core_end_ ? LogByte(id - core_end_ + 1) : 0);
    set(Context::kCoreLevel, CoreLevel(id));
    if (heading != kNoBlock) {
      set(Context::kHeading, at(heading));
      set(Context::kUnderHeading, Mean(heading + 1, id));
    }
    set(Context::kTextBelief, LogByte(std::uint64_t{blocks_.blocks[id].words} * beliefs_[id] >> 16));
  }

 private:
  [[nodiscard]] std::uint32_t Weight(BlockId id) const { return blocks_.blocks[id].words + 1; }

  [[nodiscard]] std::uint8_t Mean(BlockId from, BlockId to) const { return from >= to ? 0 : BeliefByte(believed_[to] - believed_[from], weight_[to] - weight_[from]); }

  /// The run of blocks with the most believed words over doubted ones (Kadane's maximum subarray): the article's core.
  void Core() {
    std::int64_t best = 0, sum = 0;
    BlockId start = 0;
    for (BlockId id = 0; id < blocks_.blocks.size(); ++id) {
      if (sum <= 0) {
        sum = 0;
        start = id;
      }
      sum += std::int64_t{Weight(id)} * (std::int64_t{beliefs_[id]} - 32768);
      if (sum > best) {
        best = sum;
        core_first_ = start;
        core_end_ = id + 1;
      }
    }
    if (core_end_ == 0) return;
    NodeId id = blocks_.blocks[core_first_].container;
    while (id != kNoNode && document_.nodes[id].end <= blocks_.blocks[core_end_ - 1].first) id = document_.nodes[id].parent;
    core_root_ = id;
  }

  /// How many block elements one has to leave before the core's root contains the block.
  [[nodiscard]] std::uint8_t CoreLevel(BlockId block) const {
    if (core_root_ == kNoNode) return 255;
    const NodeId leaf = blocks_.blocks[block].first;
    std::uint8_t level = 0;
    for (NodeId id = core_root_; id != kNoNode && level < 255; id = document_.nodes[id].parent) {
      if (leaf >= id && leaf < document_.nodes[id].end) return level;
      ++level;
    }
    return level;
  }

  void Levels(BlockId id, std::uint8_t* out) const {
    NodeId node = blocks_.blocks[id].container;
    std::uint32_t last_words = 0;
    bool first = true;
    const std::uint64_t all = believed_.back();
    for (std::size_t level = 0; level < 4 && node != kNoNode; node = document_.nodes[node].parent) {
      const annotate::Extent& extent = blocks_.extents[node];
      if (!first && extent.words <= last_words + last_words / 16) continue;
      out[static_cast<std::size_t>(Context::kLevel0) + level] = Mean(extent.first_block, extent.end_block);
      out[static_cast<std::size_t>(Context::kLevel0Share) + level] = ShareByte(believed_[extent.end_block] - believed_[extent.first_block], all);
      last_words = extent.words;
      first = false;
      ++level;
    }
  }

  const Document& document_;
  const Blocks& blocks_;
  const std::vector<std::uint16_t>& beliefs_;
  std::vector<std::uint64_t> weight_, believed_;  ///< prefix sums over words and words times belief
  BlockId core_first_ = 0, core_end_ = 0;
  NodeId core_root_ = kNoNode;
};

/// Mean belief of each group of blocks built alike, by block.
std::vector<std::uint8_t> AlikeMeans(const Blocks& blocks, const FeatureTable& table, const std::vector<std::uint16_t>& beliefs) {
  struct Sums {
    std::uint64_t believed = 0, weight = 0;
  };
  std::vector<Sums> sums;
  for (std::size_t i = 0; i < beliefs.size(); ++i) {
    const std::uint32_t group = table.groups[i];
    if (group >= sums.size()) sums.resize(group + 1);
    sums[group].believed += std::uint64_t{blocks.blocks[i].words + 1} * beliefs[i];
    sums[group].weight += blocks.blocks[i].words + 1;
  }
  std::vector<std::uint8_t> means(beliefs.size());
  for (std::size_t i = 0; i < beliefs.size(); ++i) means[i] = BeliefByte(sums[table.groups[i]].believed, sums[table.groups[i]].weight);
  return means;
}

}  // namespace

std::vector<std::uint8_t> ComputeContext(const Document& document, const Blocks& blocks, const FeatureTable& table, const std::vector<std::uint16_t>& beliefs) {
  const auto count = static_cast<BlockId>(blocks.blocks.size());
  std::vector<std::uint8_t> rows(std::size_t{count} * kContextFeatures);
  const ContextComputer computer(document, blocks, beliefs);
  const std::vector<std::uint8_t> alike = AlikeMeans(blocks, table, beliefs);
  BlockId heading = kNoBlock;
  for (BlockId id = 0; id < count; ++id) {
    std::uint8_t* row = rows.data() + std::size_t{id} * kContextFeatures;
    std::copy_n(table.Row(id), kFeatures, row);
    computer.Compute(id, heading, row + kFeatures);
    row[kFeatures + static_cast<std::size_t>(Context::kAlike)] = alike[id];
    if (html::IsHeading(document.nodes[blocks.blocks[id].container].tag)) heading = id;
  }
  return rows;
}

}  // namespace pith::score

#include "core/score/forest.h"

#include <algorithm>
#include <array>

namespace pith::score {
namespace {

constexpr std::uint8_t kLeaf = 255;
constexpr std::size_t kMostNodes = 255;  // of a tree; a node's number is a byte

// Vectors of the compiler's: SSE2, NEON or WebAssembly's, whatever is built for.
constexpr std::size_t kLanes = 16;
using Bytes = std::uint8_t __attribute__((vector_size(kLanes)));
using Values = std::int8_t __attribute__((vector_size(kLanes)));
using Sums = std::int16_t __attribute__((vector_size(kLanes * 2)));
constexpr std::size_t kMostTreesAtATime = 256;  // as many values of a byte fit a lane of Sums

constexpr std::size_t kGroupsAtATime = 8;  // of rows; what the first cache holds beside a tree

Values Splat(std::int8_t value) { return Values{} + value; }

/// Sixteen rows, column by column; the lanes that no row is left for are zero.
void Transpose(std::span<const std::uint8_t* const> rows, std::size_t columns, Bytes* to) {
  auto* out = reinterpret_cast<std::uint8_t*>(to);
  for (std::size_t lane = 0; lane < kLanes; ++lane) {
    for (std::size_t column = 0; column < columns; ++column) out[column * kLanes + lane] = lane < rows.size() ? rows[lane][column] : 0;
  }
}

}  // namespace

bool Forest::Add(std::span<const std::uint8_t>& bytes, std::size_t columns) {
  columns_ = columns;
  std::vector<Split> splits;
  std::vector<std::size_t> open;  // splits whose right child is to come
  std::size_t node = 0;
  for (bool more = true; more; ++node) {
    if (node * 2 + 2 > bytes.size() || node >= kMostNodes) return false;
    const std::uint8_t column = bytes[node * 2], value = bytes[node * 2 + 1];
    if (column != kLeaf) {
      if (column >= columns) return false;
      open.push_back(splits.size());
      splits.push_back({static_cast<std::uint8_t>(node), 0, column, value});
      continue;
    }
    leaves_.push_back({static_cast<std::uint8_t>(node), static_cast<std::int8_t>(value)});
    more = !open.empty();
    if (!more) continue;
    splits[open.back()].right = static_cast<std::uint8_t>(node + 1);
    open.pop_back();
  }
  splits_.insert(splits_.end(), splits.rbegin(), splits.rend());
  trees_.push_back({static_cast<std::uint32_t>(splits_.size()), static_cast<std::uint32_t>(leaves_.size())});
  bytes = bytes.subspan(node * 2);
  return true;
}

void Forest::Sum(std::size_t first, std::size_t end, std::span<const std::uint8_t* const> rows, std::span<std::int32_t> sums) const {
  std::vector<Bytes> table(columns_ * kGroupsAtATime);
  std::array<Values, kMostNodes> values{};  // of the rows at hand, by node
  for (std::size_t from = 0; from < rows.size(); from += kLanes * kGroupsAtATime) {
    const std::size_t count = std::min(rows.size() - from, kLanes * kGroupsAtATime), groups = (count + kLanes - 1) / kLanes;
    for (std::size_t group = 0; group < groups; ++group) {
      const std::size_t at = group * kLanes;
      Transpose(rows.subspan(from + at, std::min(kLanes, count - at)), columns_, &table[group * columns_]);
    }
    for (std::size_t tree = first; tree < end;) {
      std::array<Sums, kGroupsAtATime> added{};
      for (const std::size_t stop = std::min(end, tree + kMostTreesAtATime); tree < stop; ++tree) {
        const Tree before = tree == 0 ? Tree{0, 0} : trees_[tree - 1];
        for (std::uint32_t i = before.leaves; i < trees_[tree].leaves; ++i) values[leaves_[i].node] = Splat(leaves_[i].value);
        for (std::size_t group = 0; group < groups; ++group) {
          const Bytes* row = &table[group * columns_];
          for (std::uint32_t i = before.splits; i < trees_[tree].splits; ++i) {
            const Split& split = splits_[i];
            const auto left = static_cast<Values>(row[split.column] < split.threshold);
            values[split.node] = (values[split.node + 1U] & left) | (values[split.right] & ~left);
          }
          added[group] += __builtin_convertvector(values[0], Sums);
        }
      }
      for (std::size_t i = 0; i < count; ++i) sums[from + i] += added[i / kLanes][i % kLanes];
    }
  }
}

}  // namespace pith::score

#include "core/score/forest.h"

#include <algorithm>
#include <array>
#include <cstring>

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

/// Sixteen rows of sixteen bytes become columns: what is interleaved with what stands eight rows below it, four times, has changed places.
void Transpose(std::array<Bytes, kLanes>& square) {
  for (std::size_t mixed = 1; mixed < kLanes; mixed *= 2) {
    std::array<Bytes, kLanes> next;
    for (std::size_t i = 0; i < kLanes / 2; ++i) {
      const Bytes a = square[i], b = square[i + kLanes / 2];
      next[2 * i] = __builtin_shufflevector(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
      next[2 * i + 1] = __builtin_shufflevector(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
    }
    square = next;
  }
}

/// Sixteen rows, column by column; the lanes that no row is left for are zero.
void Transpose(std::span<const std::uint8_t* const> rows, std::size_t columns, Bytes* to) {
  for (std::size_t column = 0; column < columns; column += kLanes) {
    const std::size_t width = std::min(kLanes, columns - column);
    std::array<Bytes, kLanes> square{};
    for (std::size_t lane = 0; lane < rows.size(); ++lane) {
      const std::uint8_t* from = rows[lane] + column;
      if (width == kLanes) {
        std::memcpy(&square[lane], from, kLanes);  // of a known size: one instruction
      } else {
        std::memcpy(&square[lane], from, width);
      }
    }
    Transpose(square);
    std::copy_n(square.begin(), width, to + column);
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

#pragma once

// Boosted trees over byte features, as data (rules/model, written by tools/train).
//
//   file     "PM5" trees (u16le), then so many trees
//   tree     see core/score/forest.h
//   output   the sum of one leaf a tree: the log-odds of being content, in 1/256

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/score/forest.h"

namespace pith::score {

class Model {
 public:
  /// Reads a model; `Valid()` is false where the bytes are no model for this build's features.
  explicit Model(std::span<const std::uint8_t> bytes);
  [[nodiscard]] bool Valid() const { return valid_; }
  /// Log-odds in 1/256 of each of `count` rows of features, one behind the other. Most rows are menu entries, which few trees tell: see kGlanceTrees.
  [[nodiscard]] std::vector<std::int32_t> Predict(const std::uint8_t* rows, std::size_t count) const;

  /// A sum that is below kHopeless (log-odds in 1/256) after so many trees is not summed further: the rest would make it about kPercent of
  /// itself. Of rows that stop so (45 % of 68,000 blocks of pages not trained on), one in a thousand would have ended above a probability of
  /// 0.14. tools/train/forest.py sums alike.
  static constexpr std::size_t kGlanceTrees = 32;
  static constexpr std::int32_t kHopeless = -540, kPercent = 173;

  /// The model that this build ships.
  [[nodiscard]] static const Model& Shipped();

 private:
  Forest forest_;
  bool valid_ = false;
};

}  // namespace pith::score

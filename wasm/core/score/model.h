#pragma once

// Boosted trees over byte features, as data (rules/model, written by tools/train.py).
//
//   file     "PM2" trees(first look, u16le) trees(second look, u16le) tree…
//   tree     nodes in pre-order, three bytes each: a split {feature, threshold, distance to the right child}, whose left child
//            follows it and takes rows with value < threshold; or a leaf {255, value i16le}
//   output   the sum of one leaf a tree: the log-odds of being content, in 1/512
//
// The sums are integers, so every build predicts the same, and the same as the trainer.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace pith::score {

class Model {
 public:
  enum class Look : std::uint8_t { kFirst, kSecond };

  /// Reads a model; `Valid()` is false where the bytes are no model for this build's features. The bytes are not copied.
  explicit Model(std::span<const std::uint8_t> bytes);
  [[nodiscard]] bool Valid() const { return valid_; }
  /// Log-odds in 1/512 of one row of that look's columns.
  [[nodiscard]] std::int32_t Predict(Look look, const std::uint8_t* row) const;

  /// The model that this build ships.
  [[nodiscard]] static const Model& Shipped();

 private:
  /// One look's trees: their bytes, and where each begins in them.
  struct Forest {
    std::span<const std::uint8_t> nodes;
    std::vector<std::uint32_t> starts;
  };
  static bool ReadForest(std::span<const std::uint8_t>& bytes, unsigned count, std::size_t columns, Forest& forest);

  Forest looks_[2];
  bool valid_ = false;
};

/// The probability, 0..65535, of log-odds in 1/512.
[[nodiscard]] std::uint16_t Probability(std::int32_t log_odds);

}  // namespace pith::score

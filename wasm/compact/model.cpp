// core/score/model.h and forest.h in little code: a row walks down each tree, and finds the right child by reading over the left one.

#include "core/score/model.h"

#include <algorithm>

#include "core/score/exp.h"
#include "core/score/features.h"
#include "model_data.h"  // generated from rules/compact

namespace pith::score {
namespace {

constexpr std::size_t kHeader = 7, kNode = 2;
constexpr std::uint8_t kLeaf = 255;

/// The trees of the model, one behind the other.
constexpr std::span<const std::uint8_t> kTrees = std::span(kModelData).subspan(kHeader + (kModelData[3] + kModelData[4] * 256U) * Lexicon::kEntryBytes);

/// One past the tree that begins at a node.
const std::uint8_t* EndOf(const std::uint8_t* node) {
  for (std::size_t open = 1; open > 0; node += kNode) *node == kLeaf ? --open : ++open;
  return node;
}

}  // namespace

Model::Model(std::span<const std::uint8_t> bytes) : lexicon_(bytes.subspan(kHeader, bytes.size() - kHeader - kTrees.size())) {}

std::vector<std::int32_t> Model::Predict(const std::uint8_t* rows, std::size_t count) const {
  std::vector<std::int32_t> sums(count);
  for (std::size_t i = 0; i < count; ++i, rows += kFeatures) {
    for (const std::uint8_t* node = kTrees.data(); node != kTrees.data() + kTrees.size();) {
      const std::uint8_t* const end = EndOf(node);
      while (*node != kLeaf) node = rows[*node] < node[1] ? node + kNode : EndOf(node + kNode);
      sums[i] += static_cast<std::int8_t>(node[1]);
      node = end;
    }
  }
  return sums;
}

const Model& Model::Shipped() {
  static const Model model{kModelData};
  return model;
}

std::uint16_t Probability(std::int32_t log_odds) {
  constexpr double kUnit = 256, kLargest = 10;
  return static_cast<std::uint16_t>(65535.0 / (1.0 + Exp(std::clamp(-log_odds / kUnit, -kLargest, kLargest))) + 0.5);
}

}  // namespace pith::score

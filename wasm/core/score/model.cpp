#include "core/score/model.h"

#include <algorithm>
#include <array>

#include "core/score/context.h"
#include "model_data.h"  // generated from rules/model

namespace pith::score {
namespace {

constexpr std::size_t kHeader = 7;
constexpr std::uint8_t kLeaf = 255;
static_assert(kContextFeatures < kLeaf, "a feature's number must fit a byte and not be the leaf's mark");

constexpr int kStepsPerUnit = 16;  // of log-odds
constexpr int kLargest = 10;       // log-odds beyond which the probability does not move

/// e^x for |x| <= 10 by its series about 0, after halving x until it is small; exact to far better than 1/65535.
constexpr double Exp(double x) {
  constexpr int kHalvings = 12;
  const double small = x / (1 << kHalvings);
  double value = 1 + small * (1 + small / 2 * (1 + small / 3 * (1 + small / 4)));
  for (int i = 0; i < kHalvings; ++i) value *= value;
  return value;
}

constexpr auto kLogistic = [] {
  std::array<std::uint16_t, 2 * kLargest * kStepsPerUnit + 1> table{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    const double x = (static_cast<double>(i) - kLargest * kStepsPerUnit) / kStepsPerUnit;
    table[i] = static_cast<std::uint16_t>(65535.0 / (1.0 + Exp(-x)) + 0.5);
  }
  return table;
}();

}  // namespace

Model::Model(std::span<const std::uint8_t> bytes) {
  if (bytes.size() < kHeader || bytes[0] != 'P' || bytes[1] != 'M' || bytes[2] != '2') return;
  const unsigned first = bytes[3] + bytes[4] * 256U, second = bytes[5] + bytes[6] * 256U;
  bytes = bytes.subspan(kHeader);
  valid_ = ReadForest(bytes, first, kFeatures, looks_[0]) && ReadForest(bytes, second, kContextFeatures, looks_[1]) && bytes.empty();
}

bool Model::ReadForest(std::span<const std::uint8_t>& bytes, unsigned count, std::size_t columns, Forest& forest) {
  std::size_t at = 0;
  for (unsigned tree = 0; tree < count; ++tree) {
    forest.starts.push_back(static_cast<std::uint32_t>(at));
    // In pre-order a tree ends where as many leaves as splits plus one have been seen.
    for (std::int64_t open = 1; open > 0; at += 3) {
      if (at + 3 > bytes.size()) return false;
      const std::uint8_t feature = bytes[at];
      if (feature == kLeaf) {
        --open;
        continue;
      }
      if (feature >= columns || bytes[at + 2] < 2 || at + std::size_t{bytes[at + 2]} * 3 >= bytes.size()) return false;
      ++open;
    }
  }
  forest.nodes = bytes.first(at);
  bytes = bytes.subspan(at);
  return true;
}

std::int32_t Model::Predict(Look look, const std::uint8_t* row) const {
  const Forest& forest = looks_[static_cast<std::size_t>(look)];
  std::int32_t sum = 0;
  for (const std::uint32_t start : forest.starts) {
    const std::uint8_t* node = forest.nodes.data() + start;
    while (*node != kLeaf) node += row[node[0]] < node[1] ? 3 : std::size_t{node[2]} * 3;
    sum += static_cast<std::int16_t>(node[1] + node[2] * 256);
  }
  return sum;
}

const Model& Model::Shipped() {
  static const Model model{std::span<const std::uint8_t>(kModelData)};
  return model;
}

std::uint16_t Probability(std::int32_t log_odds) {
  constexpr int kUnit = 512;
  const std::int32_t step = std::clamp((log_odds * kStepsPerUnit + (log_odds < 0 ? -kUnit / 2 : kUnit / 2)) / kUnit, -kLargest * kStepsPerUnit, kLargest * kStepsPerUnit);
  return kLogistic[static_cast<std::size_t>(step + kLargest * kStepsPerUnit)];
}

}  // namespace pith::score

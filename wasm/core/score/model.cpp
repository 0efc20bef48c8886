#include "core/score/model.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "core/score/exp.h"
#include "core/score/features.h"
#include "model_data.h"  // generated from rules/model

namespace pith::score {
namespace {

constexpr std::size_t kHeader = 7;
static_assert(kFeatures < 255, "a feature's number must fit a byte and not be the leaf's mark");

constexpr int kStepsPerUnit = 16;  // of log-odds
constexpr int kLargest = 10;       // log-odds beyond which the probability does not move

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
  if (bytes.size() < kHeader || bytes[0] != 'P' || bytes[1] != 'M' || bytes[2] != '3') return;
  const std::size_t words = bytes[3] + bytes[4] * 256U, trees = bytes[5] + bytes[6] * 256U;
  bytes = bytes.subspan(kHeader);
  if (bytes.size() < words * Lexicon::kEntryBytes) return;
  lexicon_ = Lexicon(bytes.first(words * Lexicon::kEntryBytes));
  bytes = bytes.subspan(words * Lexicon::kEntryBytes);
  for (std::size_t tree = 0; tree < trees; ++tree) {
    if (!forest_.Add(bytes, kFeatures)) return;
  }
  valid_ = bytes.empty();
}

std::vector<std::int32_t> Model::Predict(const std::uint8_t* rows, std::size_t count) const {
  std::vector<std::int32_t> sums(count);
  // Those that no glance has given up: where each stands, its row, its sum so far.
  std::vector<std::uint32_t> places(count);
  std::iota(places.begin(), places.end(), 0);
  std::vector<const std::uint8_t*> alive(count);
  for (std::size_t i = 0; i < count; ++i) alive[i] = rows + i * kFeatures;
  std::vector<std::int32_t> so_far(count);
  std::size_t trees = 0;
  for (const Glance& glance : kGlances) {
    if (glance.trees > forest_.size()) break;
    forest_.Sum(trees, glance.trees, alive, so_far);
    trees = glance.trees;
    std::size_t left = 0;
    for (std::size_t i = 0; i < alive.size(); ++i) {
      if (so_far[i] < glance.hopeless) {
        sums[places[i]] = so_far[i] * glance.percent / 100;
        continue;
      }
      places[left] = places[i];
      alive[left] = alive[i];
      so_far[left++] = so_far[i];
    }
    places.resize(left);
    alive.resize(left);
    so_far.resize(left);
  }
  forest_.Sum(trees, forest_.size(), alive, so_far);
  for (std::size_t i = 0; i < alive.size(); ++i) sums[places[i]] = so_far[i];
  return sums;
}

const Model& Model::Shipped() {
  static const Model model{std::span<const std::uint8_t>(kModelData)};
  return model;
}

std::uint16_t Probability(std::int32_t log_odds) {
  constexpr int kUnit = 256;
  const std::int32_t step = std::clamp((log_odds * kStepsPerUnit + (log_odds < 0 ? -kUnit / 2 : kUnit / 2)) / kUnit, -kLargest * kStepsPerUnit, kLargest * kStepsPerUnit);
  return kLogistic[static_cast<std::size_t>(step + kLargest * kStepsPerUnit)];
}

}  // namespace pith::score

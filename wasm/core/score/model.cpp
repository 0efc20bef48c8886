#include "core/score/model.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "core/score/features.h"
#include "model_data.h"  // generated from rules/model

namespace pith::score {
namespace {

constexpr std::size_t kHeader = 7;
constexpr std::uint8_t kLeaf = 255;
static_assert(kFeatures <= kLeaf, "a feature's number must fit a byte and not be the leaf's mark");

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
  if (bytes.size() < kHeader || bytes[0] != 'P' || bytes[1] != 'M' || bytes[2] != '3') return;
  const std::size_t words = bytes[3] + bytes[4] * 256U, trees = bytes[5] + bytes[6] * 256U;
  bytes = bytes.subspan(kHeader);
  if (bytes.size() < words * Lexicon::kEntryBytes) return;
  lexicon_ = Lexicon(bytes.first(words * Lexicon::kEntryBytes));
  bytes = bytes.subspan(words * Lexicon::kEntryBytes);
  nodes_.reserve(bytes.size() / 2);
  starts_.reserve(trees);
  for (std::size_t tree = 0; tree < trees; ++tree) {
    if (!ReadTree(bytes)) return;
  }
  valid_ = bytes.empty();
}

bool Model::ReadTree(std::span<const std::uint8_t>& bytes) {
  constexpr std::size_t kMostNodes = 1024;  // far more than any tree has; keeps distances in their type
  const std::size_t start = nodes_.size();
  starts_.push_back(static_cast<std::uint32_t>(start));
  std::vector<std::size_t> open;  // splits whose right child is to come
  std::size_t at = 0;
  for (bool more = true; more; at += 2) {
    if (at + 2 > bytes.size() || at / 2 >= kMostNodes) return false;
    const std::uint8_t feature = bytes[at], value = bytes[at + 1];
    if (feature != kLeaf) {
      if (feature >= kFeatures) return false;
      open.push_back(nodes_.size());
      nodes_.push_back({feature, value, 0});
      continue;
    }
    nodes_.push_back({kLeaf, 0, static_cast<std::int8_t>(value)});
    more = !open.empty();
    if (!more) continue;
    nodes_[open.back()].right = static_cast<std::int16_t>(nodes_.size() - open.back());
    open.pop_back();
  }
  bytes = bytes.subspan(at);
  return true;
}

std::int32_t Model::Predict(const std::uint8_t* row) const {
  std::int32_t sum = 0;
  const Glance* glance = std::begin(kGlances);
  for (std::size_t tree = 0; tree < starts_.size(); ++tree) {
    if (glance != std::end(kGlances) && tree == glance->trees) {
      if (sum < glance->hopeless) return sum * glance->percent / 100;
      ++glance;
    }
    const Node* node = nodes_.data() + starts_[tree];
    while (node->feature != kLeaf) node += row[node->feature] < node->threshold ? 1 : node->right;
    sum += node->right;
  }
  return sum;
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

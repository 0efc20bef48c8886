// core/score/model.h and page_type.h in little code. Of page types it tells forums only: what readers answer is content there.

#include "core/score/model.h"

#include <algorithm>

#include "compact/trees.h"
#include "core/score/exp.h"
#include "core/score/features.h"
#include "core/score/page_type.h"
#include "forum_data.h"  // generated from rules/compact, as is
#include "model_data.h"

namespace pith::score {
namespace {

constexpr std::size_t kHeader = 7;

/// The trees of the model, one behind the other.
constexpr std::span<const std::uint8_t> kTrees = std::span(kModelData).subspan(kHeader + (kModelData[3] + kModelData[4] * 256U) * Lexicon::kEntryBytes);

}  // namespace

Model::Model(std::span<const std::uint8_t> bytes) : lexicon_(bytes.subspan(kHeader, bytes.size() - kHeader - kTrees.size())) {}

std::vector<std::int32_t> Model::Predict(const std::uint8_t* rows, std::size_t count) const {
  std::vector<std::int32_t> sums(count);
  for (std::size_t i = 0; i < count; ++i) sums[i] = SumOf(kTrees, rows + i * kFeatures);
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

PageTypeGuess GuessPageType(const FeatureTable& table) {
  if (table.values.empty() || SumOf(kForumData, table.Row(0)) < 0) return {};
  return {PageType::kForum, 0.5F};
}

}  // namespace pith::score

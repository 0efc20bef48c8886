// core/score/model.h and page_type.h in little code. Of page types it tells forums only: what readers answer is content there.

#include "core/score/model.h"

#include "compact/trees.h"
#include "core/score/features.h"
#include "core/score/page_type.h"
#include "forum_data.h"  // generated from rules/model, as is
#include "model_data.h"

namespace pith::score {
namespace {

constexpr std::size_t kHeader = 7;

/// The trees of the model, one behind the other.
constexpr std::span<const std::uint8_t> kTrees = std::span(kModelData).subspan(kHeader + (kModelData[3] + kModelData[4] * 256U) * Lexicon::kEntryBytes);

/// The bytes of the trees that each row is asked first.
constexpr std::size_t kGlance = [] {
  std::size_t end = 0;
  for (std::size_t tree = 0; tree < Model::kGlanceTrees; ++tree) {
    for (std::size_t open = 1; open > 0; end += kNode) kTrees[end] == kLeaf ? --open : ++open;
  }
  return end;
}();

}  // namespace

Model::Model(std::span<const std::uint8_t> bytes) : lexicon_(bytes.subspan(kHeader, bytes.size() - kHeader - kTrees.size())) {}

std::vector<std::int32_t> Model::Predict(const std::uint8_t* rows, std::size_t count) const {
  std::vector<std::int32_t> sums(count);
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint8_t* const row = rows + i * kFeatures;
    const std::int32_t sum = SumOf(kTrees.first(kGlance), row);
    sums[i] = sum < kHopeless ? sum * kPercent / 100 : sum + SumOf(kTrees.subspan(kGlance), row);
  }
  return sums;
}

const Model& Model::Shipped() {
  static const Model model{kModelData};
  return model;
}

PageTypeGuess GuessPageType(const FeatureTable& table) {
  if (table.values.empty() || SumOf(kForumData, table.Row(0)) < 0) return {};
  return {PageType::kForum, 0.5F};
}

}  // namespace pith::score

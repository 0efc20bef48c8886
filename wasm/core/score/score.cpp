#include "core/score/score.h"

#include <utility>

#include "core/score/features.h"

namespace pith::score {

Scores Score(const parse::Document& document, const annotate::Blocks& blocks, const Metadata& metadata, const std::vector<std::string_view>& json_ld, const Model& model) {
  FeatureTable table = ComputeFeatures(document, blocks, metadata, json_ld, model.Words());
  const std::size_t count = blocks.blocks.size();
  Scores scores;
  scores.probabilities.resize(count);
  for (std::size_t i = 0; i < count; ++i) scores.probabilities[i] = Probability(model.Predict(table.Row(static_cast<annotate::BlockId>(i))));
  scores.hits = std::move(table.hits);
  scores.groups = std::move(table.groups);
  scores.hints = std::move(table.hints);
  scores.kind = table.kind;
  return scores;
}

}  // namespace pith::score

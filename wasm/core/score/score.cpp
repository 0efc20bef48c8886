#include "core/score/score.h"

#include <utility>

#include "core/score/context.h"
#include "core/score/features.h"

namespace pith::score {

Scores Score(const parse::Document& document, const annotate::Blocks& blocks, const Metadata& metadata, const Model& model) {
  FeatureTable table = ComputeFeatures(document, blocks, metadata);
  const std::size_t count = blocks.blocks.size();
  Scores scores;
  scores.probabilities.resize(count);
  for (std::size_t i = 0; i < count; ++i) scores.probabilities[i] = Probability(model.Predict(Model::Look::kFirst, table.Row(static_cast<annotate::BlockId>(i))));
  const std::vector<std::uint8_t> rows = ComputeContext(document, blocks, table, scores.probabilities);
  for (std::size_t i = 0; i < count; ++i) scores.probabilities[i] = Probability(model.Predict(Model::Look::kSecond, rows.data() + i * kContextFeatures));
  scores.hits = std::move(table.hits);
  scores.groups = std::move(table.groups);
  return scores;
}

}  // namespace pith::score

#include "core/score/score.h"

#include <utility>

#include "core/score/alike.h"
#include "core/score/features.h"
#include "core/score/logistic.h"
#include "core/score/page_type.h"

namespace pith::score {

Scores Score(const parse::Document& document, const annotate::Blocks& blocks, const Metadata& metadata, const std::vector<std::string_view>& json_ld, const Model& model) {
  FeatureTable table = ComputeFeatures(document, blocks, metadata, json_ld, Appeal::Shipped());
  Scores scores;
  scores.probabilities.reserve(blocks.blocks.size());
  for (const std::int32_t log_odds : model.Predict(table.values.data(), blocks.blocks.size())) scores.probabilities.push_back(Probability(log_odds));
  scores.hits = std::move(table.hits);
  scores.appeals = std::move(table.appeals);
  scores.groups = std::move(table.groups);
  DrawAlikeTogether(scores.groups, scores.probabilities);
  scores.kind = table.kind;
  const PageTypes types = GuessPageTypes(table);
  scores.page_type = types.likeliest;
  scores.may_be_article = types.may_be_article;
  return scores;
}

}  // namespace pith::score

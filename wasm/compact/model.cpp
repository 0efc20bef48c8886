// core/score/model.h and page_type.h in little code. Of page types it tells forums, where readers' answers are content, and articles, whose tail it doubts.

#include "core/score/model.h"

#include "article_data.h"  // generated from rules/model, as is
#include "compact/trees.h"
#include "core/score/features.h"
#include "core/score/page_type.h"
#include "forum_data.h"
#include "model_data.h"

namespace pith::score {
namespace {

constexpr std::size_t kHeader = 5;

}  // namespace

Model::Model(std::span<const std::uint8_t>) {}

std::vector<std::int32_t> Model::Predict(const std::uint8_t* rows, std::size_t count) const {
  const Trees trees(std::span(kModelData).subspan(kHeader));
  std::vector<std::int32_t> sums(count);
  for (std::int32_t& sum : sums) {
    std::size_t at = 0;
    sum = trees.Sum(rows, at, kGlanceTrees);
    sum = sum < kHopeless ? sum * kPercent / 100 : sum + trees.Sum(rows, at, SIZE_MAX);
    rows += kFeatures;
  }
  return sums;
}

const Model& Model::Shipped() {
  static const Model model{kModelData};
  return model;
}

PageTypes GuessPageTypes(const FeatureTable& table) {
  if (table.values.empty()) return {};
  const auto score = [&](const Trees& trees) {
    std::size_t at = 0;
    return trees.Sum(table.Row(0), at, SIZE_MAX);
  };
  if (score(Trees(kForumData)) >= 0) return {{PageType::kForum, 0.5F}};
  const std::int32_t article = score(Trees(kArticleData));
  return {{article >= 0 ? PageType::kArticle : PageType::kNone, 0.5F}, article >= kMayBeArticle};
}

}  // namespace pith::score

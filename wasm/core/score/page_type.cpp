#include "core/score/page_type.h"

#include <algorithm>
#include <array>

#include "article_data.h"  // generated from rules/model, as is
#include "core/score/forest.h"
#include "core/score/logistic.h"
#include "forum_data.h"
#include "page_type_data.h"

namespace pith::score {
namespace {

constexpr std::size_t kTypes = static_cast<std::size_t>(PageType::kNone);
constexpr auto kArticle = static_cast<std::size_t>(PageType::kArticle), kForum = static_cast<std::size_t>(PageType::kForum);
constexpr std::size_t kFirstOther = 2;
constexpr double kUnit = 64;  // of a score

/// The trees of each type. Where the data are none for this build's features there are no trees, and every type is as likely.
using Forests = std::array<Forest, kTypes>;

Forests Read(std::span<const std::uint8_t> forum, std::span<const std::uint8_t> article, std::span<const std::uint8_t> others) {
  static_assert(kArticle < kFirstOther && kForum < kFirstOther);
  Forests forests;
  /// Trees for each type from `first` to before `end` in turn.
  const auto read = [&](std::span<const std::uint8_t> trees, std::size_t first, std::size_t end) {
    for (std::size_t type = first; !trees.empty(); type = type + 1 < end ? type + 1 : first) {
      if (!forests[type].Add(trees, kFeatures)) return false;
    }
    return true;
  };
  if (!read(forum, kForum, kForum + 1) || !read(article, kArticle, kArticle + 1) || !read(others, kFirstOther, kTypes)) return {};
  return forests;
}

/// Probability of a score.
double Share(std::int32_t score) { return 1 / (1 + Exp(-score / kUnit)); }

}  // namespace

PageTypes GuessPageTypes(const FeatureTable& table) {
  if (table.values.empty()) return {};
  static const Forests kForests = Read(kForumData, kArticleData, kPageTypeData);
  const std::uint8_t* const row[] = {table.Row(0)};
  std::array<std::int32_t, kTypes> scores{};
  for (std::size_t type = 0; type < kTypes; ++type) kForests[type].Sum(0, kForests[type].size(), row, std::span(scores).subspan(type, 1));
  const double forum = Share(scores[kForum]), article = (1 - forum) * Share(scores[kArticle]);
  if (scores[kForum] >= 0) return {{PageType::kForum, static_cast<float>(forum)}};
  if (scores[kArticle] >= 0) return {{PageType::kArticle, static_cast<float>(article)}, true};
  const auto best = static_cast<std::size_t>(std::max_element(scores.begin() + kFirstOther, scores.end()) - scores.begin());
  double sum = 0;
  for (std::size_t type = kFirstOther; type < kTypes; ++type) sum += Exp((scores[type] - scores[best]) / kUnit);
  return {{static_cast<PageType>(best), static_cast<float>((1 - forum - article) / sum)}, scores[kArticle] >= kMayBeArticle};
}

}  // namespace pith::score

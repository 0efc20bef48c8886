#include "core/score/page_type.h"

#include <algorithm>
#include <array>

#include "core/score/forest.h"
#include "core/score/logistic.h"
#include "forum_data.h"      // generated from rules/model, as is
#include "page_type_data.h"  // the same

namespace pith::score {
namespace {

constexpr std::size_t kTypes = static_cast<std::size_t>(PageType::kNone);
constexpr auto kForum = static_cast<std::size_t>(PageType::kForum);
constexpr double kUnit = 64;  // of a score

/// The trees of each type. Where the data are none for this build's features there are no trees, and every type is as likely.
using Forests = std::array<Forest, kTypes>;

Forests Read(std::span<const std::uint8_t> forum, std::span<const std::uint8_t> others) {
  Forests forests;
  while (!forum.empty()) {
    if (!forests[kForum].Add(forum, kFeatures)) return {};
  }
  for (std::size_t type = 0; !others.empty(); type = (type + 1) % kTypes) {
    if (type != kForum && !forests[type].Add(others, kFeatures)) return {};
  }
  return forests;
}

}  // namespace

PageTypeGuess GuessPageType(const FeatureTable& table) {
  if (table.values.empty()) return {};
  static const Forests kForests = Read(kForumData, kPageTypeData);
  const std::uint8_t* const row[] = {table.Row(0)};
  std::array<std::int32_t, kTypes> scores{};
  for (std::size_t type = 0; type < kTypes; ++type) kForests[type].Sum(0, kForests[type].size(), row, std::span(scores).subspan(type, 1));
  const double forum = 1 / (1 + Exp(-scores[kForum] / kUnit));
  if (scores[kForum] >= 0) return {PageType::kForum, static_cast<float>(forum)};
  scores[kForum] = INT32_MIN;
  const auto best = static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
  double sum = 0;
  for (std::size_t type = 0; type < kTypes; ++type) sum += type == kForum ? 0 : Exp((scores[type] - scores[best]) / kUnit);
  return {static_cast<PageType>(best), static_cast<float>((1 - forum) / sum)};
}

}  // namespace pith::score

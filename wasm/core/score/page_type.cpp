#include "core/score/page_type.h"

#include <algorithm>
#include <array>

#include "core/score/exp.h"
#include "core/score/forest.h"
#include "page_type_data.h"  // generated from rules/model

namespace pith::score {
namespace {

constexpr std::size_t kTypes = static_cast<std::size_t>(PageType::kNone);
constexpr std::size_t kHeader = 3;
constexpr double kUnit = 64;  // of a score

/// The trees of each type. Where the data are none for this build's features there are no trees, and every type is as likely.
using Forests = std::array<Forest, kTypes>;

Forests Read(std::span<const std::uint8_t> bytes) {
  Forests forests;
  bytes = bytes.subspan(kHeader);
  for (std::size_t tree = 0; !bytes.empty(); ++tree) {
    if (!forests[tree % kTypes].Add(bytes, kFeatures)) return {};
  }
  return forests;
}

}  // namespace

PageTypeGuess GuessPageType(const FeatureTable& table) {
  if (table.values.empty()) return {};
  static const Forests kForests = Read(kPageTypeData);
  const std::uint8_t* const row[] = {table.Row(0)};
  std::array<std::int32_t, kTypes> scores{};
  for (std::size_t type = 0; type < kTypes; ++type) kForests[type].Sum(0, kForests[type].size(), row, std::span(scores).subspan(type, 1));
  const auto best = static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
  double sum = 0;
  for (const std::int32_t score : scores) sum += Exp((score - scores[best]) / kUnit);
  return {static_cast<PageType>(best), static_cast<float>(1 / sum)};
}

}  // namespace pith::score

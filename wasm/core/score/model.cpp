#include "core/score/model.h"

#include <algorithm>

#include "core/score/features.h"
#include "model_data.h"  // generated from rules/model

namespace pith::score {
namespace {

constexpr std::size_t kHeader = 5;
static_assert(kFeatures < 255, "a feature's number must fit a byte and not be the leaf's mark");

}  // namespace

Model::Model(std::span<const std::uint8_t> bytes) {
  if (bytes.size() < kHeader || bytes[0] != 'P' || bytes[1] != 'M' || bytes[2] != '5') return;
  const std::size_t trees = bytes[3] + bytes[4] * 256U;
  bytes = bytes.subspan(kHeader);
  for (std::size_t tree = 0; tree < trees; ++tree) {
    if (!forest_.Add(bytes, kFeatures)) return;
  }
  valid_ = bytes.empty();
}

std::vector<std::int32_t> Model::Predict(const std::uint8_t* rows, std::size_t count) const {
  std::vector<std::int32_t> sums(count);
  std::vector<const std::uint8_t*> all(count);
  for (std::size_t i = 0; i < count; ++i) all[i] = rows + i * kFeatures;
  const std::size_t glanced = std::min(kGlanceTrees, forest_.size());
  forest_.Sum(0, glanced, all, sums);
  if (glanced == forest_.size()) return sums;

  std::vector<std::uint32_t> places;  // of the rows that are not given up
  std::vector<const std::uint8_t*> left;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (sums[i] < kHopeless) {
      sums[i] = sums[i] * kPercent / 100;
    } else {
      places.push_back(i);
      left.push_back(all[i]);
    }
  }
  std::vector<std::int32_t> rest(left.size());
  forest_.Sum(glanced, forest_.size(), left, rest);
  for (std::size_t i = 0; i < left.size(); ++i) sums[places[i]] += rest[i];
  return sums;
}

const Model& Model::Shipped() {
  static const Model model{std::span<const std::uint8_t>(kModelData)};
  return model;
}

}  // namespace pith::score

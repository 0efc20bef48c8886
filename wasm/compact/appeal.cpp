// core/score/appeal.h in little code: a weight for every key that there can be.

#include "core/score/appeal.h"

#include <algorithm>

#include "appeal_data.h"  // generated from rules/model: the entries that English lines have

namespace pith::score {
namespace {

std::int8_t weights[std::size_t{1} << Appeal::kKeyBits];

}  // namespace

Appeal::Appeal(std::span<const std::uint8_t> data) {
  constexpr std::uint8_t kMore = 255;
  constexpr std::size_t kHeader = 5;
  const std::uint8_t* weight = data.data() + data.size() - (data[3] + data[4] * 256U);
  const std::uint8_t* const end = weight;
  std::size_t key = 0;
  for (const std::uint8_t* gap = data.data() + kHeader; gap < end; ++gap) {
    key += *gap;
    if (*gap != kMore) weights[key] = static_cast<std::int8_t>(*weight++);
  }
}

std::uint8_t Appeal::Of(const std::vector<phrases::Token>& stems, bool whole, bool) const {
  int sum = 0;
  unsigned keys = 0, root = 0;
  EachKey(stems, whole, [&](std::uint32_t key) {
    sum += weights[key];
    ++keys;
  });
  while ((root + 1) * (root + 1) * keys <= 1U << 16 && root < 256) ++root;  // 256 over the square root of `keys`
  return static_cast<std::uint8_t>(std::clamp(kNeutral + sum * static_cast<int>(root) / 256, 0, 255));
}

const Appeal& Appeal::Shipped() {
  static const Appeal appeal{kAppealData};
  return appeal;
}

}  // namespace pith::score

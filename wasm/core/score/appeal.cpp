#include "core/score/appeal.h"

#include <algorithm>
#include <array>
#include <utility>

#include "appeal_data.h"  // generated from rules/model

namespace pith::score {
namespace {

constexpr std::size_t kHeader = 5;
constexpr int kOfEnglish = 1;  // a bit of a weight
constexpr std::size_t kFewestKeys = 10, kKnown = 20;  // a line of so many keys of which less than a twentieth is known is in another language

/// By how many keys a line has: 256 over the square root of it, so that long lines speak no louder than short ones.
constexpr auto kShrink = [] {
  std::array<std::uint16_t, 128> shrink{};
  for (unsigned keys = 1; keys < shrink.size(); ++keys) {
    while ((shrink[keys] + 1U) * (shrink[keys] + 1U) * keys <= 1U << 16) ++shrink[keys];
  }
  return shrink;
}();

}  // namespace

Appeal::Appeal(std::span<const std::uint8_t> data) {
  constexpr std::uint8_t kMore = 255;
  if (data.size() < kHeader || data[0] != 'P' || data[1] != 'A' || data[2] != '1') return;
  const std::size_t count = data[3] + data[4] * 256U;
  std::vector<std::uint16_t> starts;
  std::vector<std::uint8_t> rests;
  std::size_t at = kHeader, key = 0;
  while (rests.size() < count && at < data.size()) {
    key += data[at];
    if (data[at++] == kMore) continue;
    if (key >> kKeyBits != 0) return;
    starts.resize((key >> kRestBits) + 1, static_cast<std::uint16_t>(rests.size()));
    rests.push_back(static_cast<std::uint8_t>(key));
  }
  if (rests.size() < count || data.size() - at != count) return;
  starts.resize((std::size_t{1} << kBucketBits) + 1, static_cast<std::uint16_t>(count));
  starts_ = std::move(starts);
  rests_ = std::move(rests);
  for (; at < data.size(); ++at) weights_.push_back(static_cast<std::int8_t>(data[at]));
}

int Appeal::WeightOf(std::uint32_t key) const {
  const std::uint32_t bucket = key >> kRestBits;
  const auto rest = static_cast<std::uint8_t>(key);
  for (std::size_t at = starts_[bucket]; at < starts_[bucket + 1]; ++at) {
    if (rests_[at] == rest) return weights_[at];
  }
  return 0;
}

std::uint8_t Appeal::Of(const std::vector<phrases::Token>& stems, bool whole, bool english) const {
  if (rests_.empty() || stems.empty()) return kNeutral;
  int of_all = 0, of_english = 0;
  std::size_t keys = 0, known = 0;  // as English
  EachKey(stems, whole, [&](std::uint32_t key) {
    const int weight = WeightOf(key), steps = weight & ~kOfEnglish;
    of_all += steps;
    if ((weight & kOfEnglish) != 0) {
      of_english += steps;
      ++known;
    }
    ++keys;
  });
  const bool foreign = keys >= kFewestKeys && known * kKnown < keys;
  const int sum = english && !foreign ? of_english : of_all;
  const int shrunk = sum * kShrink[std::min<std::size_t>(keys, kShrink.size() - 1)] / 256;
  return static_cast<std::uint8_t>(std::clamp(kNeutral + shrunk, 0, 255));
}

const Appeal& Appeal::Shipped() {
  static const Appeal appeal{std::span<const std::uint8_t>(kAppealData)};
  return appeal;
}

}  // namespace pith::score

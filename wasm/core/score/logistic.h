#pragma once

#include <algorithm>
#include <cstdint>

namespace pith::score {

/// e^x by its series about 0, after halving x until it is small; for |x| <= 10 exact to far better than 1/65535. Made of sums and products
/// alone, so every build computes the same.
[[nodiscard]] constexpr double Exp(double x) {
  constexpr int kHalvings = 12;
  const double small = x / (1 << kHalvings);
  double value = 1 + small * (1 + small / 2 * (1 + small / 3 * (1 + small / 4)));
  for (int i = 0; i < kHalvings; ++i) value *= value;
  return value;
}

/// The probability, 0..65535, of log-odds in 1/256.
[[nodiscard]] constexpr std::uint16_t Probability(std::int32_t log_odds) {
  constexpr double kUnit = 256, kLargest = 10;
  return static_cast<std::uint16_t>(65535.0 / (1.0 + Exp(std::clamp(-log_odds / kUnit, -kLargest, kLargest))) + 0.5);
}

}  // namespace pith::score

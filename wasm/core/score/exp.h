#pragma once

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

}  // namespace pith::score

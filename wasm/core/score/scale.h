#pragma once

// Numbers → bytes, in integer arithmetic, so that every build agrees.

#include <bit>
#include <cstdint>

namespace pith::score {

/// Eight steps to a doubling: 0, 8, 12, 16, … so that 255 stands for more than two milliards.
[[nodiscard]] constexpr std::uint8_t LogByte(std::uint64_t count) {
  if (count == 0) return 0;
  const std::uint64_t value = count + 1;
  const int exponent = static_cast<int>(std::bit_width(value)) - 1;
  const std::uint64_t fraction = exponent >= 3 ? value >> (exponent - 3) & 7 : value << (3 - exponent) & 7;
  const std::uint64_t scaled = static_cast<std::uint64_t>(exponent) * 8 + fraction;
  return static_cast<std::uint8_t>(scaled > 255 ? 255 : scaled);
}

/// part / whole as 0..255; 0 where there is no whole.
[[nodiscard]] constexpr std::uint8_t ShareByte(std::uint64_t part, std::uint64_t whole) {
  if (whole == 0) return 0;
  const std::uint64_t share = part * 255 / whole;
  return static_cast<std::uint8_t>(share > 255 ? 255 : share);
}

[[nodiscard]] constexpr std::uint8_t CappedByte(std::uint64_t value) { return static_cast<std::uint8_t>(value > 255 ? 255 : value); }

}  // namespace pith::score

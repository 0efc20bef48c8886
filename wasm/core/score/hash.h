#pragma once

#include <cstdint>
#include <string_view>

namespace pith::score {

inline constexpr std::uint64_t kHashStart = 14695981039346656037ULL, kHashPrime = 1099511628211ULL;

/// FNV-1a, 64 bits.
[[nodiscard]] inline std::uint64_t HashOf(std::string_view text, std::uint64_t seed = kHashStart) {
  for (const char c : text) seed = (seed ^ static_cast<unsigned char>(c)) * kHashPrime;
  return seed;
}

}  // namespace pith::score

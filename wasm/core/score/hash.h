#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace pith::score {

inline constexpr std::uint64_t kHashStart = 14695981039346656037ULL, kHashPrime = 1099511628211ULL;  // those of FNV-1a

/// A hash to tell texts of one page apart, as FNV-1a, but of eight bytes at a time. Differs between machines of different byte order.
[[nodiscard]] inline std::uint64_t HashOf(std::string_view text, std::uint64_t seed = kHashStart) {
  const auto mix = [&](std::uint64_t word) {
    seed = (seed ^ word) * kHashPrime;
    seed ^= seed >> 29;  // the product's high bits hold what its low ones must know
  };
  mix(text.size());
  while (text.size() >= sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data(), sizeof word);
    mix(word);
    text.remove_prefix(sizeof word);
  }
  std::uint64_t rest = 0;
  for (const char c : text) rest = rest << 8 | static_cast<unsigned char>(c);
  mix(rest);
  return seed;
}

}  // namespace pith::score

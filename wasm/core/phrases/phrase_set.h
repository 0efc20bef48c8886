#pragma once

// A set of token sequences, as hashes of 32 to 36 bits: what a table of the tokens would be thrice as large for. A sequence that
// is not in it is found by chance once in a million.
//
//   hash     its highest bits choose a bucket, the bits after them are kept: `lows`, packed, bucket after bucket, sorted; each is
//            followed by its class, 5 bits
//   counts   entries of each bucket, 4 bits;  starts  where each 16th bucket begins

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace pith::phrases {

/// The hash of a sequence, token by token; the same as in tools/phrase_table.py.
class SequenceHash {
 public:
  constexpr void Add(std::uint32_t token) {
    value_ = (value_ ^ token) * kFactor;
    value_ ^= value_ >> 32;
  }
  [[nodiscard]] constexpr std::uint64_t Take() const { return value_ * kFactor; }

 private:
  static constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15;
  std::uint64_t value_ = 0;
};

struct PhraseSet {
  const std::uint16_t* starts;
  const std::uint8_t* counts;
  const std::uint8_t* lows;
  std::uint8_t bucket_bits;
  std::uint8_t low_bits;
  std::uint8_t longest;  ///< tokens of the longest sequence

  /// The class of the sequence with this hash, -1 where there is none.
  [[nodiscard]] int Find(std::uint64_t hash) const {
    const auto bucket = static_cast<std::size_t>(hash >> (64 - bucket_bits));
    const std::uint64_t low = hash << bucket_bits >> (64 - low_bits);
    const std::uint64_t group = EightAt(counts + bucket / kGroup * (kGroup / 2));
    const unsigned place = bucket % kGroup * 4;
    std::size_t at = starts[bucket / kGroup] + Sum(group & ((std::uint64_t{1} << place) - 1));
    for (const std::size_t end = at + (group >> place & 15U); at < end; ++at) {
      const std::uint64_t entry = EntryAt(at);
      if (entry >> kClassBits == low) return static_cast<int>(entry & ((1U << kClassBits) - 1));
    }
    return -1;
  }

 private:
  static constexpr std::size_t kGroup = 16;
  static constexpr unsigned kClassBits = 5;

  static std::uint64_t EightAt(const std::uint8_t* bytes) {
    static_assert(std::endian::native == std::endian::little, "the tables are");
    std::uint64_t eight = 0;
    std::memcpy(&eight, bytes, sizeof eight);
    return eight;
  }
  /// The sum of sixteen numbers of four bits; it fits a byte.
  static std::size_t Sum(std::uint64_t nibbles) {
    constexpr std::uint64_t kLower = 0x0F0F0F0F0F0F0F0F, kOnes = 0x0101010101010101;
    return static_cast<std::size_t>(((nibbles & kLower) + (nibbles >> 4 & kLower)) * kOnes >> 56);
  }
  [[nodiscard]] std::uint64_t EntryAt(std::size_t at) const {
    const unsigned bits = low_bits + kClassBits;
    const std::size_t bit = at * bits;
    return EightAt(lows + bit / 8) >> bit % 8 & ((std::uint64_t{1} << bits) - 1);
  }
};

}  // namespace pith::phrases

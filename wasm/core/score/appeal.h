#pragma once

// How much a line appeals to its reader for the site, as learned from lines of both sorts in thirty languages (tools/wording): "become a supporter
// and help us ask" against "he became a supporter of the club". A linear model over stems and pairs of neighbouring stems, which meets wording
// that no phrase pack lists. It is evidence for the trees, no verdict.
//
//   data   "PA1" entries (u16le); then for each entry, by its key, the distance from the one before it: bytes, of which 255 says that more of it
//          follows; then for each its weight (i8), whose lowest bit is set where English lines have it and is no part of it

#include <cstdint>
#include <span>
#include <vector>

#include "core/phrases/phrases.h"

namespace pith::score {

class Appeal {
 public:
  static constexpr std::uint8_t kNeutral = 128;  ///< what a line says that has nothing known in it
  static constexpr unsigned kKeyBits = 20;

  /// Reads a model; all lines are neutral where the bytes are none.
  explicit Appeal(std::span<const std::uint8_t> data);

  /// Of a line; above kNeutral where it appeals.
  /// @param whole whether the stems are all that the line has
  /// @param english whether the page is in English: then what only other languages say does not count, which long lines meet by chance, and the
  ///        bookmarklet does not have, but in lines that are in another language themselves
  [[nodiscard]] std::uint8_t Of(const std::vector<phrases::Token>& stems, bool whole, bool english) const;

  /// Calls `found` with the key of each stem and each pair of a line, whose ends are stems, too.
  template <typename Found>
  static void EachKey(const std::vector<phrases::Token>& stems, bool whole, Found found) {
    phrases::Token last = kBegins;
    for (const phrases::Token stem : stems) {
      found(KeyOf(0, stem));
      found(KeyOf(last, stem));
      last = stem;
    }
    if (whole) found(KeyOf(last, kEnds));
  }

  /// The model that this build ships.
  [[nodiscard]] static const Appeal& Shipped();

 private:
  static constexpr phrases::Token kBegins = 1, kEnds = 2;

  static std::uint32_t KeyOf(phrases::Token first, phrases::Token second) {
    return (first * 0x85EBCA6BU + second) * 0x9E3779B1U >> (32 - kKeyBits);
  }

  static constexpr unsigned kBucketBits = 12, kRestBits = kKeyBits - kBucketBits;
  [[nodiscard]] int WeightOf(std::uint32_t key) const;

  std::vector<std::uint16_t> starts_;  ///< of each bucket of keys: those with the same highest bits; one longer
  std::vector<std::uint8_t> rests_;    ///< of the keys, sorted
  std::vector<std::int8_t> weights_;
};

}  // namespace pith::score

#pragma once

// A property of characters as three arrays. Most of Unicode is like its surroundings, so equal pages are stored once.
//
//   top[c >> (leaf_bits + page_bits)] → group;  pages[group, page in it] → leaf;  leaves[leaf, c in it] → value of packed_bits bits

#include <cstddef>
#include <cstdint>

namespace pith::unicode {

struct Table {
  const std::uint8_t* top;
  const std::uint8_t* pages;
  const std::uint8_t* leaves;
  unsigned leaf_bits;
  unsigned page_bits;
  unsigned packed_bits;  ///< 4 or 8
  char32_t end;          ///< from here on all values are 0
};

/// The table is a template argument, so that its shape is known to the compiler and each look-up is three loads.
template <const Table& kTable>
[[nodiscard]] constexpr unsigned ValueOf(char32_t c) {
  if (c >= kTable.end) return 0;
  const std::size_t group = kTable.top[c >> (kTable.leaf_bits + kTable.page_bits)];
  const std::size_t page = c >> kTable.leaf_bits & ((1U << kTable.page_bits) - 1);
  const std::size_t leaf = kTable.pages[group << kTable.page_bits | page];
  const std::size_t at = leaf << kTable.leaf_bits | (c & ((1U << kTable.leaf_bits) - 1));
  constexpr unsigned kPer = 8 / kTable.packed_bits;
  return kTable.leaves[at / kPer] >> at % kPer * kTable.packed_bits & ((1U << kTable.packed_bits) - 1);
}

}  // namespace pith::unicode

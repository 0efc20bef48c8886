#pragma once

// Where the article's blocks stood in the page as it was given: so that a highlight, a voice's place or a receipt leads back to the source.
// Input: offsets in decoded text without what the scan left out. Output: offsets in the caller's bytes, or in the UTF-16 text that they were.
// Idea: UTF-8 needs no more than what was left out or repaired; every other form is counted from a mark in every kilobyte on.
// Known failure: of text that the parser moved (in a table, but in none of its cells) the ends may be in the wrong order: it has no range.

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/annotate/blocks.h"
#include "core/decode/decode.h"
#include "core/parse/document.h"
#include "core/scan/scan.h"
#include "pith/pith.h"

namespace pith::ranges {

/// Maps places in decoded text to places in what the caller has.
class Input {
 public:
  /// @param bytes what was decoded
  Input(std::string_view bytes, const decode::Decoded& decoded, Unit unit);

  /// @param offset bytes in `decoded.Text()`
  [[nodiscard]] std::uint32_t At(std::uint32_t offset) const;

 private:
  [[nodiscard]] std::uint32_t CountTo(std::uint32_t offset) const;

  std::string_view text_;
  decode::Form form_;
  Unit unit_;
  std::uint32_t mark_;                   ///< what the byte order mark takes, in the unit
  std::vector<decode::Repair> repairs_;  ///< of UTF-8
  std::vector<std::uint32_t> counts_;    ///< characters, or UTF-16 units, before every kStep-th byte of other forms
};

/// For each block the run from the beginning of its first text or image to the end of its last one, tags between them included.
/// @param ends as parse::Parse gives them; empty for plain text, whose characters stand as they are
[[nodiscard]] std::vector<Range> OfBlocks(const parse::Document& document, const annotate::Blocks& blocks, const std::vector<std::uint32_t>& ends, const scan::Scanned& scanned,
                                          const Input& input);

}  // namespace pith::ranges

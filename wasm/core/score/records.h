#pragma once

// Repeated structure: children of one element that are built alike, at least three of them. Cards of a listing, posts of a thread,
// rows of a table and paragraphs of an article are records; what is content of one is content of most of its likes.

#include <cstdint>
#include <vector>

#include "core/annotate/blocks.h"
#include "core/parse/document.h"

namespace pith::score {

/// Elements of one parent with the same tag and class.
struct RecordRun {
  std::uint32_t records = 0;
  std::uint32_t words = 0, link_words = 0, prose_words = 0;
  std::uint32_t with_image = 0, with_price = 0, with_age = 0;  ///< records that hold one
};

struct Records {
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  std::vector<RecordRun> runs;
  std::vector<std::uint32_t> run_of;  ///< by NodeId: the run that an element is a record of, or kNone
  std::uint32_t largest = kNone;      ///< the run with the most words
};

/// What is counted in each record, as prefix sums by BlockId, one longer than there are blocks.
struct RecordCounts {
  const std::vector<std::uint32_t>& prose;
  std::vector<std::uint32_t> images, prices, ages;
};

[[nodiscard]] Records FindRecords(const parse::Document& document, const annotate::Blocks& blocks, const RecordCounts& counts);

}  // namespace pith::score

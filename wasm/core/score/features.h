#pragma once

// Blocks → one row of bytes each, which the model reads. Bytes because they make training and inference exact: the trainer sees
// the very numbers that the core computes, thresholds are bytes, and every build gives the same row.

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/annotate/blocks.h"
#include "core/hints/hints.h"
#include "core/parse/document.h"
#include "core/phrases/phrases.h"
#include "core/score/appeal.h"
#include "core/score/page_kind.h"
#include "feature_set.h"  // generated
#include "pith/pith.h"

namespace pith::score {

enum class Feature : std::uint16_t {
#define PITH_FEATURE(name) name,
#include "core/score/features.def"
#undef PITH_FEATURE
  kFirstHint,
};

/// Whether the model of this build reads a feature; what it does not read is not computed.
[[nodiscard]] constexpr bool Uses(Feature feature) { return kUsed[static_cast<std::size_t>(feature)]; }

inline constexpr std::size_t kFeatures = static_cast<std::size_t>(Feature::kFirstHint) + hints::kHints;

/// The features of every block, row after row.
struct FeatureTable {
  std::vector<std::uint8_t> values;
  std::vector<phrases::Hits> hits;  ///< by BlockId: the promotional phrases found, for select's reasons
  std::vector<std::uint8_t> appeals;  ///< by BlockId: see appeal.h
  std::vector<std::uint32_t> groups;  ///< by BlockId: which blocks are built alike
  PageKind kind;
  [[nodiscard]] const std::uint8_t* Row(annotate::BlockId block) const { return values.data() + std::size_t{block} * kFeatures; }
};

/// @param json_ld bodies of the page's JSON-LD scripts
[[nodiscard]] FeatureTable ComputeFeatures(const parse::Document& document, const annotate::Blocks& blocks, const Metadata& metadata,
                                           const std::vector<std::string_view>& json_ld, const Appeal& appeal);

/// The name of a column, for tools.
[[nodiscard]] std::string_view FeatureName(std::size_t column);

}  // namespace pith::score

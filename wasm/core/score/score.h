#pragma once

// Blocks → how likely each is content.
// Idea: features of the block, of its surroundings and of the page in one row of bytes; boosted trees over the rows.
// Known failure: pages unlike any that the model was trained on.

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/annotate/blocks.h"
#include "core/parse/document.h"
#include "core/phrases/phrases.h"
#include "core/score/model.h"
#include "core/score/page_kind.h"
#include "pith/pith.h"

namespace pith::score {

struct Scores {
  std::vector<std::uint16_t> probabilities;  ///< of being content, 0..65535, by BlockId; of blocks built alike drawn together (alike.h)
  std::vector<phrases::Hits> hits;           ///< promotional phrases, by BlockId
  std::vector<std::uint8_t> appeals;         ///< to the reader, for the site (appeal.h), by BlockId
  std::vector<std::uint32_t> groups;         ///< by BlockId: blocks of one number are built alike (tag and class, two ancestors up)
  PageKind kind;                             ///< what the page says of its kind
  PageTypeGuess page_type;                   ///< what it looks like; the caller may know better
  bool may_be_article = false;               ///< so that what stands around articles is looked for: page_type.h

  /// What the caller knows.
  void SetPageType(PageType type) {
    page_type = {type, 1};
    may_be_article = type == PageType::kArticle;
  }
};

/// @param json_ld bodies of the page's JSON-LD scripts
[[nodiscard]] Scores Score(const parse::Document& document, const annotate::Blocks& blocks, const Metadata& metadata, const std::vector<std::string_view>& json_ld,
                           const Model& model = Model::Shipped());

}  // namespace pith::score

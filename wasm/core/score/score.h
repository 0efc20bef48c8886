#pragma once

// Blocks → how likely each is content.
// Idea: two looks of one small model. The first judges each block by its own features; the second sees besides what the first
// thought of its neighbours, containers and likes, so that a short line between two long paragraphs is judged by them.
// Known failure: pages unlike any that the model was trained on.

#include <cstdint>
#include <vector>

#include "core/annotate/blocks.h"
#include "core/parse/document.h"
#include "core/phrases/phrases.h"
#include "core/score/model.h"
#include "pith/pith.h"

namespace pith::score {

struct Scores {
  std::vector<std::uint16_t> probabilities;  ///< of being content, 0..65535, by BlockId
  std::vector<phrases::Hits> hits;           ///< promotional phrases, by BlockId
  std::vector<std::uint32_t> groups;         ///< by BlockId: blocks of one number are built alike (tag and class, two ancestors up)
};

[[nodiscard]] Scores Score(const parse::Document& document, const annotate::Blocks& blocks, const Metadata& metadata, const Model& model = Model::Shipped());

}  // namespace pith::score

#pragma once

// Labels of other stories: "Read also", on a line of their own or before a headline.

#include <string_view>

#include "core/phrases/phrases.h"

namespace pith::select {

/// Whether a text of these hits is nothing but a label above a headline of another story.
[[nodiscard]] inline bool IsLabel(const phrases::Hits& hits) {
  return hits.whole && (hits.best == phrases::Class::kRelated || hits.best == phrases::Class::kTrending);
}

/// Whether a line begins with what it is, and is no statement: "Read also: Council backs new bridge", "Continue reading » Council backs new bridge".
[[nodiscard]] bool IsLabelledHeadline(std::string_view line);

}  // namespace pith::select

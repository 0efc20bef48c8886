#pragma once

// Which elements a selector list selects, all of its selectors in one pass over the page.
// Idea: a selector is a row of compounds, and an element "reaches" a compound when it matches it and the compound before it was
// reached by an ancestor, the parent, or a sibling, as the combinator says. What was reached is a set of bits for each open element,
// so a page costs nodes × compounds and never a walk back.

#include <vector>

#include "core/parse/document.h"
#include "core/rules/selector.h"

namespace pith::rules {

/// For each node, whether it is an element that one of the selectors selects.
[[nodiscard]] std::vector<bool> Match(const parse::Document& document, const Parts& parts);

}  // namespace pith::rules

#pragma once

// What a user's rules for a site say of a page: which part of it is the article's, what stays and what goes whatever the scorer thinks.
// `remove` outranks `keep`, so that a part that is kept can be rid of what stands in it.

#include <cstdint>
#include <string>
#include <vector>

#include "core/annotate/blocks.h"
#include "core/parse/document.h"
#include "core/rules/selector.h"
#include "pith/pith.h"

namespace pith::rules {

/// The rules, read.
struct Compiled {
  Parts keep, remove, root;
  [[nodiscard]] bool Empty() const { return keep.empty() && remove.empty() && root.empty(); }
};

/// @param failure kBadRule with the rule, the selector and the place where a selector is wrong
[[nodiscard]] Compiled Compile(const Rules& rules, Failure& failure);

enum class Verdict : std::uint8_t { kNone, kKeep, kRemove };

/// A page's nodes under the rules.
struct Verdicts {
  std::vector<Verdict> nodes;  ///< by NodeId; what holds for an element holds for all in it. Empty where there are no rules
  bool root_missing = false;   ///< no element is the root that was asked for, so the whole page is
};

/// Applies the rules. A part of a line that is to go (a mark, a button in a heading) goes at once: its nodes are emptied, and keep their places
/// so that counting elements still works. What stands alone in its block is left for selection, which gives a receipt for it.
[[nodiscard]] Verdicts Apply(const Compiled& rules, parse::Document& document);

/// The verdict for a block: that of its text, or for kKeep of any part of it.
[[nodiscard]] Verdict Of(const Verdicts& verdicts, const annotate::Block& block);

}  // namespace pith::rules

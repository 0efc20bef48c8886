#pragma once

// Which of an article's dollar signs are money, and which a reader of formulas would take for more.

#include <vector>

#include "core/clean/article_tree.h"

namespace pith::render {

/// By ItemId, whether the dollar signs of a text or of an image's description must be escaped: those of a paragraph, heading or cell that
/// holds two or more, with those of its formulas, code and addresses. To strict readers of formulas (Pandoc, GitHub) `$5 and $6` is money, to
/// others (micromark) it is a formula. One alone stays as people write it.
[[nodiscard]] std::vector<bool> EscapedDollars(const clean::ArticleTree& tree);

}  // namespace pith::render

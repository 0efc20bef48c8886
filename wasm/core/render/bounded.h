#pragma once

// ArticleTree → every rendering that is wanted, none of them longer than a limit.
// Idea: an article that is cut before some block is an article still, so all renderings stay well formed and equal in content; the last
// cut that fits is found by halving.
// Known failure: what is one block, such as giant code, stays or goes as a whole.

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "core/clean/article_tree.h"
#include "pith/pith.h"

namespace pith::render {

struct Renderings {
  std::string html, markdown, text, tree;
  std::size_t items = 0;  ///< of the article's; fewer than it has where blocks at its end were left out
};

/// @param dress gives a tree what HTML and the tree itself have and Markdown and text do not know; called on copies, null where there is nothing to give
/// @param ranges for TreeJson()
[[nodiscard]] Renderings Bounded(const clean::ArticleTree& article, const Outputs& outputs, std::size_t limit,
                                 const std::function<void(clean::ArticleTree&)>& dress, const std::vector<Range>& ranges = {});

}  // namespace pith::render

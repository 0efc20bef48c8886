#pragma once

// ArticleTree → every rendering that is wanted, none of them longer than a limit.
// Idea: an article that is cut behind some item is an article still, so all renderings stay well formed and equal in content.
// Known failure: text that no item parts, such as one giant block of code, stays or goes as a whole.

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "core/clean/article_tree.h"
#include "pith/pith.h"

namespace pith::render {

struct Renderings {
  std::string html, markdown, text, tree;
  bool cut = false;  ///< items at the article's end were left out
};

/// @param dress gives a tree what HTML and the tree itself have and Markdown and text do not know; called on copies, null where there is nothing to give
/// @param ranges for TreeJson()
[[nodiscard]] Renderings Bounded(const clean::ArticleTree& article, const Outputs& outputs, std::size_t limit,
                                 const std::function<void(clean::ArticleTree&)>& dress, const std::vector<Range>& ranges = {});

}  // namespace pith::render

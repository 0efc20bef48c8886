#pragma once

// Where links within an article lead in Markdown.

#include <string>
#include <unordered_map>

#include "core/clean/article_tree.h"

namespace pith::render {

/// The addresses of links that lead to a heading, by link. Markdown has no ids, but GitHub and most programs after it name headings by their text:
/// lower case, punctuation dropped, hyphens for spaces, and a number for repetitions. Of other places there is no name.
[[nodiscard]] std::unordered_map<clean::ItemId, std::string> LinksToHeadings(const clean::ArticleTree& tree);

}  // namespace pith::render

#pragma once

// A table of the article as rows of as many columns as it shows, for renderings that know no spans.

#include <functional>
#include <string>
#include <vector>

#include "core/clean/article_tree.h"

namespace pith::render {

/// Rows of columns: a cell that spans several fills the first of them and leaves the others empty. A grid is no larger than a few times its table.
/// @param text_of what stands in a cell
[[nodiscard]] std::vector<std::vector<std::string>> GridOf(const clean::ArticleTree& tree, clean::ItemId table, const std::function<std::string(clean::ItemId cell)>& text_of);

/// Whether the first row heads the columns: it stands in a `<thead>`, or every cell of it is a header.
[[nodiscard]] bool FirstRowIsHeader(const clean::ArticleTree& tree, clean::ItemId table);

}  // namespace pith::render

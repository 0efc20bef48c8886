#pragma once

// Document + Selection → ArticleTree.
// Idea: kept blocks are placed one after another. The structural ancestors of a block (lists, quotes, tables, headings) are opened
// where they are not open yet; everything between them is transparent. Elements and attributes are created from an allow-list, so
// nothing of the page can get through that the tree has no form for.
// What is no block (rules, players) is placed by the blocks around it.
// Known failure: a caption beside its image, with no element around both, comes out as a paragraph.

#include <string_view>

#include "core/annotate/blocks.h"
#include "core/clean/article_tree.h"
#include "core/select/selection.h"
#include "pith/pith.h"

namespace pith::clean {

/// @param base absolute address that links are resolved against; may be empty
/// @param parts whether links and images stay; what else is left out, selection left out
[[nodiscard]] ArticleTree Clean(const parse::Document& document, const annotate::Blocks& blocks, const select::Selection& selection, const Metadata& metadata,
                                std::string_view base, const Parts& parts = {});

}  // namespace pith::clean

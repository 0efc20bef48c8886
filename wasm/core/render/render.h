#pragma once

// ArticleTree → the forms that people and programs read. Pure and total: any tree gives an output.

#include <string>

#include "core/clean/article_tree.h"
#include "pith/pith.h"

namespace pith::render {

/// Semantic HTML: the tree, escaped.
[[nodiscard]] std::string Html(const clean::ArticleTree& tree);
/// CommonMark with GFM's tables, strike-through, check lists, footnotes and alerts, and TeX between dollar signs; HTML tags for what it
/// has no mark for.
[[nodiscard]] std::string Markdown(const clean::ArticleTree& tree);
/// The page's facts about itself as YAML front matter, to stand before Markdown.
[[nodiscard]] std::string FrontMatter(const Metadata& facts);
/// The body's text: blocks parted by an empty line, list items and table rows by a line break; no header, no captions, no players.
/// Formulas are TeX where they have it.
[[nodiscard]] std::string Text(const clean::ArticleTree& tree);
/// Nested JSON arrays `[tag, {attributes}, …children]`, text as strings; a block that the page had as one carries
/// `data-pith-block` with its number among the kept ones, and `data-pith-element` with the place of the element that it was: how
/// many elements of the page begin before it.
/// @param ranges by BlockId, or empty: where in the page it stood, for `data-pith-range`
[[nodiscard]] std::string TreeJson(const clean::ArticleTree& tree, const std::vector<Range>& ranges = {});

}  // namespace pith::render

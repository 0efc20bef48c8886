#pragma once

// Which of the page's elements the article keeps as structure, and which inline ones as mark-up.

#include "core/annotate/blocks.h"
#include "core/html/tag.h"
#include "core/parse/document.h"

namespace pith::clean {

/// Block elements that mean something to a reader. All others (div, section, …) are transparent: they only part blocks.
[[nodiscard]] bool IsStructural(html::Tag tag);
/// Structural elements whose blocks are lines of one text, so they hold inline content only: headings, p, pre, dt, …
[[nodiscard]] bool HoldsInline(html::Tag tag);
/// The article's element for a structural one: menus are lists.
[[nodiscard]] html::Tag StructureTag(html::Tag tag);
/// The article's element for an inline element of the page; kUnknown where it is transparent.
[[nodiscard]] html::Tag InlineTag(html::Tag tag);
/// Whether a table holds data, or merely lays out the page (then it is transparent).
[[nodiscard]] bool IsDataTable(const parse::Document& document, const annotate::Blocks& blocks, parse::NodeId table);

}  // namespace pith::clean

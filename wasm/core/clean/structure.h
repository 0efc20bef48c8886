#pragma once

// Which of the page's elements the article keeps as structure, and which inline ones as mark-up.

#include "core/annotate/blocks.h"
#include "core/clean/looks.h"
#include "core/html/tag.h"
#include "core/parse/document.h"

namespace pith::clean {

/// What the article makes of a block element: a tag, and what sets it apart among those of the tag.
struct Form {
  html::Tag tag = html::Tag::kUnknown;  ///< kUnknown: transparent, it only parts blocks
  Look look = Look::kNone;
};

/// The form of a block element by its tag, role, type and classes. Whether it fits where it stands is the caller's business.
[[nodiscard]] Form FormOf(const parse::Document& document, const annotate::Blocks& blocks, parse::NodeId id);
/// Whether an element's text has a letter or a digit. One that goes on for long without any counts as if it had.
[[nodiscard]] bool HasWord(const parse::Document& document, parse::NodeId id);
/// Whether there is a text below an element that is more than white space.
[[nodiscard]] bool ShowsText(const parse::Document& document, parse::NodeId id);
/// The article's element for an inline element of the page; kUnknown where it is transparent.
[[nodiscard]] html::Tag InlineTag(html::Tag tag);
/// Whether a table holds data, or merely lays out the page (then it is transparent).
[[nodiscard]] bool IsDataTable(const parse::Document& document, const annotate::Blocks& blocks, parse::NodeId table);

}  // namespace pith::clean

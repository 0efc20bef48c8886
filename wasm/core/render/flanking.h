#pragma once

// Where CommonMark reads `*`, `**` and `~~` as emphasis (CommonMark 0.31, section 6.2, "delimiter runs").

#include <string_view>

#include "core/clean/article_tree.h"

namespace pith::render {

/// What stands on one side of a delimiter. Symbols are kOther towards words and kPunctuation towards the delimiter's own content,
/// since versions of CommonMark differ in what they are.
enum class Side : std::uint8_t { kSpace, kPunctuation, kSymbol, kOther };

/// The side that a text's first or last character makes; kSpace for an empty text.
[[nodiscard]] Side FirstOf(std::string_view text);
[[nodiscard]] Side LastOf(std::string_view text);

/// The side that items [from, end) of a tree begin with, or end with, when they are written as Markdown.
[[nodiscard]] Side FirstOf(const clean::ArticleTree& tree, clean::ItemId from, clean::ItemId end);
[[nodiscard]] Side LastOf(const clean::ArticleTree& tree, clean::ItemId from, clean::ItemId end);

/// Whether a delimiter between `outside` and `inside` opens, or seen from the other end closes, emphasis.
[[nodiscard]] bool Flanks(Side outside, Side inside);

}  // namespace pith::render

#pragma once

// Links from one place of the article to another: footnotes, contents, "see below".

#include <string_view>

#include "core/clean/article_tree.h"
#include "core/parse/document.h"

namespace pith::clean {

/// What every id of an article begins with, so that none can be taken for one of the page that it is shown in.
inline constexpr std::string_view kIdPrefix = "pith-";

/// Gives an id to each element of the article that one of its links leads to, and lets the link lead there. Links to places that the
/// article does not have lead to the page.
/// @param tree with `href`s that begin with `#` as the page wrote them
/// @param base the page's address, may be empty
void LinkWithin(ArticleTree& tree, const parse::Document& document, std::string_view base);

}  // namespace pith::clean

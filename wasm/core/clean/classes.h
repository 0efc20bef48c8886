#pragma once

#include <string_view>

#include "core/clean/article_tree.h"
#include "core/parse/document.h"

namespace pith::clean {

/// Gives the article's elements those of the page's class names that the caller wants, behind the article's own.
/// @param names parted by white space; "*" for all
void KeepClasses(ArticleTree& tree, const parse::Document& document, std::string_view names);

}  // namespace pith::clean

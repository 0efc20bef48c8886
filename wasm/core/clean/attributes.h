#pragma once

#include <string_view>

#include "core/clean/looks.h"
#include "core/clean/tree_builder.h"
#include "core/html/tag.h"

namespace pith::clean {

/// Gives the element opened last what the page's element says beside its content, as far as the article has a form for it: spans and
/// scope of cells, numbering of lists, where a quotation is from, and a class for what no tag tells.
void CopyAttributes(const parse::Document& document, parse::NodeId source, html::Tag tag, Look look, std::string_view base, TreeBuilder& builder);

}  // namespace pith::clean

#pragma once

// Who wrote a post of a thread, and when, where the markup says so.

#include <string>
#include <string_view>

#include "core/parse/document.h"

namespace pith::clean {

struct PostFacts {
  std::string author;
  std::string time;                            ///< as the page shows it
  std::string_view datetime;                   ///< as machines read it; points into the document
  parse::NodeId author_node = parse::kNoNode;  ///< what names the author
  parse::NodeId time_node = parse::kNoNode;
};

/// @param post the post's element; what is said in a post below it is about that one
[[nodiscard]] PostFacts FactsOf(const parse::Document& document, parse::NodeId post);

}  // namespace pith::clean

#pragma once

// What a page says of its own kind, before any of its text is read: the words of its address, of its schema.org types, and of what
// its template calls the page. Words hint by rules/hints.txt, as those of class names do: evidence, never a verdict.

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/hints/hints.h"
#include "core/parse/document.h"
#include "pith/pith.h"

namespace pith::score {

struct PageKind {
  hints::HintSet host = 0;      ///< words of the URL's host
  hints::HintSet address = 0;   ///< words of its path
  hints::HintSet schema = 0;    ///< types named in JSON-LD and microdata
  hints::HintSet page_class = 0;  ///< `og:type`, the generator, classes and ids of `<html>` and `<body>`
  std::uint8_t segments = 0;    ///< parts of the URL's path; 0: the site's front page, or no address known
  std::uint8_t slug_words = 0;  ///< words of its last part
  std::uint8_t digits = 0;      ///< digits in its path
};

/// @param json_ld bodies of the page's JSON-LD scripts
[[nodiscard]] PageKind ReadPageKind(const parse::Document& document, const std::vector<std::string_view>& json_ld, const Metadata& metadata);

}  // namespace pith::score

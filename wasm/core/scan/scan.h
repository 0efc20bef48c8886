#pragma once

// The guard before the parser.
// Input: valid UTF-8. Output: the markup that the parser shall see, within `Limits`, and the JSON-LD scripts kept aside.
// Idea: one pass that knows just enough of the tokenizer (comments, raw text, quoted attributes, foreign content) to count tags,
// attributes and open elements, and to leave out what never becomes text: comments and the bodies of script and style. Tags that
// would nest deeper than the limit are left out (their text stays); past the other limits the page is cut.
// In pages that begin with an XML declaration, elements such as `<title/>` are left out, too, which the parser would not end.
// What it leaves out changes nothing else (tests/differential), but where it takes the parser to be elsewhere than it is: in foreign
// content that an HTML tag ended, and where the parser ignores tags, as in <select>.
// Known failure: where the parser would close an element that no tag closes, the open elements are over-counted; the limit is
// therefore far above what pages need.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pith/pith.h"

namespace pith::scan {

/// What reading costs besides the bytes: see Limits::work.
inline constexpr std::size_t kWorkOfNode = 32, kWorkOfAttribute = 8;

/// Where a run of `Scanned::markup` stood in the input; runs are sorted and between them bytes were left out.
struct Span {
  std::uint32_t markup;
  std::uint32_t input;
};

struct Scanned {
  std::string markup;
  std::vector<Span> spans;  ///< for mapping parser positions back to the page
  std::vector<std::string_view> json_ld;  ///< bodies of `application/ld+json` scripts; point into the input
  std::vector<std::string_view> data;     ///< bodies of `application/json` scripts; the same
  std::vector<std::string> warnings;

  /// The input offset of a byte of `markup`.
  [[nodiscard]] std::uint32_t ToInput(std::uint32_t offset) const;
};

[[nodiscard]] Scanned Scan(std::string_view html, const Limits& limits);

}  // namespace pith::scan

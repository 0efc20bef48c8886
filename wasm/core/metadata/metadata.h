#pragma once

// Document + JSON-LD → what the page says about itself.
// Idea: each fact has an order of sources, most reliable first: JSON-LD of an article type, Open Graph, Dublin Core and other meta
// elements, microdata and rel links, then the visible page. docs/metadata.md gives the order for each. `sources` reads the page once;
// each fact that takes judgement (headline, byline, times, language) has a file of its own.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/annotate/blocks.h"
#include "core/parse/document.h"
#include "pith/pith.h"

namespace pith::metadata {

/// @param json_ld bodies of the page's JSON-LD scripts
/// @param url where the page came from; may be empty
[[nodiscard]] Metadata Read(const parse::Document& document, const annotate::Blocks& blocks, const std::vector<std::string_view>& json_ld, std::string_view url);

/// A longer address is hostile where others are made of it: each of a page's links would carry it.
inline constexpr std::size_t kLongestBase = 4096;  // bytes

/// What links are resolved against: `<base href>`, itself resolved against `url`, or `url`. Neither where it is longer than kLongestBase.
[[nodiscard]] std::string BaseOf(const parse::Document& document, std::string_view url);

}  // namespace pith::metadata

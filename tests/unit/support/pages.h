#pragma once

// What most unit tests need: a page as a Document, its blocks, its article tree with everything kept.

#include <string>
#include <string_view>
#include <vector>

#include "core/annotate/annotate.h"
#include "core/clean/clean.h"
#include "core/parse/parse.h"
#include "core/scan/scan.h"

namespace pith::testing {

/// A page as the pipeline parses it.
[[nodiscard]] parse::Document DocumentOf(std::string_view html);

/// A document in short: `div(p("text") img)`, from `<body>` down, without attributes.
[[nodiscard]] std::string Outline(const parse::Document& document);

/// The texts of a page's blocks.
[[nodiscard]] std::vector<std::string> BlockTexts(std::string_view html);

/// The article of a page of which every block is kept, or all but those whose text is in `removed`.
[[nodiscard]] clean::ArticleTree ArticleOf(std::string_view html, const std::vector<std::string>& removed = {}, std::string_view base = "https://example.org/dir/page");

/// The same, rendered.
[[nodiscard]] std::string HtmlOf(std::string_view html, const std::vector<std::string>& removed = {});
[[nodiscard]] std::string MarkdownOf(std::string_view html, const std::vector<std::string>& removed = {});
[[nodiscard]] std::string TextOf(std::string_view html, const std::vector<std::string>& removed = {});

/// The pages of tests/pages, as bytes.
[[nodiscard]] std::vector<std::string> OwnPages();

/// `text`, `times` times.
[[nodiscard]] std::string Repeated(std::string_view text, std::size_t times);

}  // namespace pith::testing

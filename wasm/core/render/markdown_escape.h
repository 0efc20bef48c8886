#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pith::render {

/// Appends `text` so that CommonMark reads it as itself.
/// @param line_start it begins a line, where more could be mark-up
/// @param dollars to readers that know formulas between dollar signs, too
void AppendEscaped(std::string& to, std::string_view text, bool line_start, bool dollars = false);
/// The value of an attribute of an HTML tag within Markdown.
[[nodiscard]] std::string AttributeValue(std::string_view text);
/// A link destination: in angle brackets where it needs them.
[[nodiscard]] std::string Destination(std::string_view address);
/// TeX that is no HTML and no link to readers without formulas. It must not have backticks or dollar signs.
[[nodiscard]] std::string Formula(std::string_view tex);
/// The length of the longest run of `c`.
[[nodiscard]] std::size_t LongestRun(std::string_view text, char c);

}  // namespace pith::render

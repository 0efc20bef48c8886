#pragma once

// What a block of code says beside its text: the language that it is in, and which of its text numbers its lines.

#include <string>
#include <string_view>

#include "core/parse/document.h"

namespace pith::clean {

/// The language of a `<pre>`, as its classes or attributes, its `<code>` or what is wrapped around it name it, in lower case; empty
/// where nothing does.
[[nodiscard]] std::string LanguageOf(const parse::Document& document, parse::NodeId pre);
/// Whether an element is a gutter: classed as one, and with nothing but line numbers in it.
[[nodiscard]] bool IsGutter(const parse::Document& document, parse::NodeId element);
/// Whether a text is two or more whole numbers, each the successor of the one before: "7 8 9".
[[nodiscard]] bool CountsLines(std::string_view text);

}  // namespace pith::clean

#pragma once

// What an element's class, id, role and like attributes hint at, by rules/hints.txt.

#include <array>
#include <cstdint>
#include <string_view>

#include "core/parse/document.h"
#include "hint_table.h"

namespace pith::hints {

inline constexpr std::size_t kHints = static_cast<std::size_t>(Hint::kCount);

/// A set of hints, one bit each.
using HintSet = std::uint64_t;
static_assert(kHints <= 64);

[[nodiscard]] constexpr HintSet Bit(Hint hint) { return HintSet{1} << static_cast<unsigned>(hint); }

/// The hint of one word, in any case.
[[nodiscard]] HintSet OfWord(std::string_view word);

/// The hints of the words of any value: "articleBody", "article-body" and "article_body" are two words each.
[[nodiscard]] HintSet OfWords(std::string_view value);

/// The hints of one element's own attributes.
[[nodiscard]] HintSet Of(const parse::Document& document, parse::NodeId element);

}  // namespace pith::hints

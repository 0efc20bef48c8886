#pragma once

// Trees of our parser and of the stock Gumbo that the system ships, in words, for comparison.

#include <string>
#include <string_view>

namespace pith::testing {

/// The tree that our parser makes: elements with name, namespace and place, attributes, texts and comments.
[[nodiscard]] std::string TreeOf(const std::string& html);

/// The tree that stock Gumbo makes, in the same words. It does not record errors, as ours does not.
[[nodiscard]] std::string StockTreeOf(const std::string& html);

/// The page without the numbers of character references that may not be compared, since ours reads them differently by intent
/// (wasm/gumbo/char_ref.cpp): those beyond 31 bits are cut, those of control characters become 0.
[[nodiscard]] std::string WithComparableNumbers(std::string_view page);

/// Whether the system has stock Gumbo.
[[nodiscard]] bool HasStockGumbo();

}  // namespace pith::testing

#pragma once

// Names of people in short texts.
// Idea: what stands around names ("By", "and", "Staff writer") is data, rules/bylines.txt; a name is a few capitalised words, or a few
// words of a script without capitals.
// Known failure: a place or a product with two capitalised words behind "By" looks like a person.

#include <string>
#include <string_view>
#include <vector>

namespace pith::metadata {

/// "By Jane Doe" → "Jane Doe"; what has no such word comes back as it is. In a name that a source declares, a word that begins
/// names ("von", "De") stays.
[[nodiscard]] std::string_view WithoutBy(std::string_view text, bool declared);

/// Whether a text that a source gives as an author can be one: no address, number, template or label.
[[nodiscard]] bool CanBeAuthor(std::string_view text);

/// Whether a text of the page has the shape of a name: one to five capitalised words or particles.
[[nodiscard]] bool LooksLikeName(std::string_view text);

/// Whether a line is nothing but the word that stands before names: "Written by".
[[nodiscard]] bool IsByLabel(std::string_view line);

/// The names that a line of the page gives as its authors: "By Jane Doe and John Roe, May 5" → both. Empty where it names none.
[[nodiscard]] std::vector<std::string> NamesInLine(std::string_view line);

/// "Jane Doe, John Roe and Ann Poe" → the three.
[[nodiscard]] std::vector<std::string> Split(std::string_view names);

/// Whether an address is that of an author's page.
[[nodiscard]] bool IsAuthorAddress(std::string_view href);

}  // namespace pith::metadata

#pragma once

// Text → the language it is written in.
// Idea: the script decides where it has one language; else the language most of whose function words (rules/function_words.txt) the
// text has.
// Known failure: languages without a list of function words are not told from their neighbours, so a weak lead names none.

#include <cstddef>
#include <string>
#include <string_view>

#include "core/annotate/blocks.h"

namespace pith::metadata {

/// The page's language as BCP 47 tag: as declared, unless the page's prose is plainly in another; empty where neither says.
[[nodiscard]] std::string LanguageOf(std::string_view declared, const annotate::Blocks& blocks);

/// The language of a text, a bare primary subtag; empty where it is not clear.
[[nodiscard]] std::string_view DetectLanguage(std::string_view text);

/// Whether a line of a few words has function words of another language beside other words, and none of this one alone (BCP 47), as far as both have a list.
/// @param strange whether it has a letter that this language has not, so that a single such word tells
[[nodiscard]] bool IsInAnotherLanguage(std::string_view line, std::string_view lang, bool strange = false);

/// How many words of a line are function words of this language (BCP 47); none where it has no list.
[[nodiscard]] std::size_t CountFunctionWords(std::string_view line, std::string_view lang);

/// Whether a language is written from right to left, by its tag.
[[nodiscard]] bool IsRightToLeftLanguage(std::string_view lang);

}  // namespace pith::metadata

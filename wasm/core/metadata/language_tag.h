#pragma once

// What is a BCP 47 tag, and what it says by its first part.

#include <string>
#include <string_view>

#include "core/unicode/unicode.h"

namespace pith::metadata {

/// The primary part of a language tag: "en" of "en-GB", and of "en_GB" as pages write it, too.
[[nodiscard]] inline std::string_view PrimaryLanguage(std::string_view lang) { return lang.substr(0, lang.find_first_of("-_")); }

[[nodiscard]] inline bool IsEnglish(std::string_view lang) { return unicode::EqualsIgnoringAsciiCase(PrimaryLanguage(lang), "en"); }

/// Whether a text has the form of a language tag, as far as that tells it from a number or a slip: a language of two letters at least, and parts
/// behind it that are not empty (RFC 5646, section 2.1; the longest from section 4.4.1). `_` parts, too, as pages write it.
[[nodiscard]] bool IsLanguageTag(std::string_view tag);

/// A tag as BCP 47 writes it: "en-GB" for "en_GB". Empty for what is none.
[[nodiscard]] std::string LanguageTag(std::string_view written);

}  // namespace pith::metadata

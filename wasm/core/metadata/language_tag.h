#pragma once

// What a BCP 47 tag says, by its first part.

#include <string_view>

#include "core/unicode/unicode.h"

namespace pith::metadata {

/// The primary part of a language tag: "en" of "en-GB", and of "en_GB" as pages write it, too.
[[nodiscard]] inline std::string_view PrimaryLanguage(std::string_view lang) { return lang.substr(0, lang.find_first_of("-_")); }

[[nodiscard]] inline bool IsEnglish(std::string_view lang) { return unicode::EqualsIgnoringAsciiCase(PrimaryLanguage(lang), "en"); }

}  // namespace pith::metadata

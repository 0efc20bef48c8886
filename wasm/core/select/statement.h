#pragma once

// What tells lines that an author writes from headlines: sentences end.

#include <string_view>

namespace pith::select {

/// The last character of a text, closing quotes, brackets and marks of notes aside: of "He “backed the bridge.” [3]" the stop; 0 where all are such.
[[nodiscard]] char32_t LastOf(std::string_view text);

/// Whether a text ends as statements do, in whatever script; headlines ask and cry at most.
[[nodiscard]] bool EndsStatement(std::string_view text);

}  // namespace pith::select

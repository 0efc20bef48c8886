#pragma once

#include <cstddef>
#include <string_view>

#include "core/html/tag.h"

namespace pith::scan {

struct RawBody {
  std::size_t end;  ///< where the end tag's `<` stands; the page's size where there is none
};

/// The body of a raw-text element (script, style, textarea, title, …) that starts at `at`. A script's escaped states
/// (`<!--<script>`) are honoured as the tokenizer does.
[[nodiscard]] RawBody ReadRawText(std::string_view html, std::size_t at, html::Tag tag);

/// One past the end of the comment that starts at `at`; the page's size where it is not closed.
[[nodiscard]] std::size_t EndOfComment(std::string_view html, std::size_t at);

}  // namespace pith::scan

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/html/tag.h"

namespace pith::scan {

/// One start or end tag as the HTML tokenizer would read it.
struct TagToken {
  std::size_t begin = 0;
  std::size_t end = 0;  ///< one past the `>`; 0 where the page ends inside the tag
  html::Tag tag = html::Tag::kUnknown;
  std::uint32_t attributes = 0;
  bool is_end = false;
  bool self_closing = false;
};

/// Reads the tag whose `<` stands at `at`; the next character is a letter or `/`.
[[nodiscard]] TagToken ReadTag(std::string_view html, std::size_t at);

}  // namespace pith::scan

#pragma once

// HTML element names as numbers, with the traits that stages ask for. The table is tags.def.

#include <cstdint>
#include <string_view>

namespace pith::html {

enum class Tag : std::uint8_t {
  kUnknown,  ///< custom and foreign elements
#define PITH_TAG(enumerator, gumbo, name, traits) enumerator,
#include "core/html/tags.def"
#undef PITH_TAG
  kCount,
};

/// The tag of a lower-case name; kUnknown for names that are not in tags.def.
[[nodiscard]] Tag FromName(std::string_view name);
/// The lower-case name; empty for kUnknown.
[[nodiscard]] std::string_view NameOf(Tag tag);

[[nodiscard]] bool IsBlock(Tag tag);
[[nodiscard]] bool IsVoid(Tag tag);
[[nodiscard]] bool HidesContent(Tag tag);    ///< its content is never text of the page
[[nodiscard]] bool IsFormatting(Tag tag);    ///< the parser may reconstruct it in later blocks
[[nodiscard]] bool EndIsOptional(Tag tag);   ///< later tags close it wherever it stands, so open ones do not nest
[[nodiscard]] bool IsRawText(Tag tag);       ///< no tags inside
[[nodiscard]] bool BoundsScope(Tag tag);     ///< end tags do not reach past it
[[nodiscard]] constexpr bool IsHeading(Tag tag) { return tag >= Tag::kH1 && tag <= Tag::kH6; }
/// Blocks that are lines of one text, so they hold inline content only: headings, p, pre, dt, …
[[nodiscard]] constexpr bool HoldsInline(Tag tag) {
  return IsHeading(tag) || tag == Tag::kP || tag == Tag::kPre || tag == Tag::kDt || tag == Tag::kCaption || tag == Tag::kSummary;
}

}  // namespace pith::html

#pragma once

#include <string_view>

#include "core/parse/document.h"

namespace pith::annotate {

/// The attribute by which a live capture marks what the browser does not show (web/src/capture). A fact, where the others are signs.
inline constexpr std::string_view kUnrendered = "data-pith-hidden";

/// Whether an element says that it is not shown at first: `hidden`, inline `display:none` or `visibility:hidden`,
/// `aria-hidden`, or the mark that a live capture leaves. Its ancestors are the caller's business.
[[nodiscard]] bool IsDeclaredHidden(const parse::Document& document, parse::NodeId id);
/// The same without `aria-hidden`, which is shown to those who see.
[[nodiscard]] bool IsDeclaredInvisible(const parse::Document& document, parse::NodeId id);
/// Whether an inline style lays an element out as a block, for those that HTML takes for inline.
[[nodiscard]] bool IsDeclaredBlock(const parse::Document& document, parse::NodeId id);
/// Whether an element says that it is a few pixels small, as only what counts visits is: by `width` or `height`, or by both in its style.
[[nodiscard]] bool IsDeclaredTiny(const parse::Document& document, parse::NodeId id);

}  // namespace pith::annotate

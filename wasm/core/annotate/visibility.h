#pragma once

#include "core/parse/document.h"

namespace pith::annotate {

/// Whether an element says that it is not shown at first: `hidden`, inline `display:none` or `visibility:hidden`,
/// `aria-hidden`, or the mark that a live capture leaves. Its ancestors are the caller's business.
[[nodiscard]] bool IsDeclaredHidden(const parse::Document& document, parse::NodeId id);

}  // namespace pith::annotate

#pragma once

// Everything that dates an article → when it was published and changed.
// Idea: what programs are told outranks what people are shown, and that outranks the address; docs/metadata.md gives the order.
// Known failure: a page that shows only the day of its last change has no publishing date.

#include <string>
#include <string_view>

#include "core/metadata/headline.h"

namespace pith::metadata {

/// A time as the page writes it and as ISO 8601; `iso` is empty where it cannot be read.
struct Stamp {
  std::string iso;
  std::string raw;
};

struct Times {
  Stamp published;
  Stamp modified;
};

/// @param lang the page's language, which tells how it orders day and month
/// @param url the page's address; may be empty
[[nodiscard]] Times ReadTimes(const Sources& sources, const annotate::Blocks& blocks, const LinkedData& linked, parse::NodeId heading, std::string_view lang, std::string_view url);

}  // namespace pith::metadata

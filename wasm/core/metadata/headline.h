#pragma once

// Title and headings → the headline, and where it stands.
// Idea: an author's headline is the heading that other sources of the page confirm; a heading that they do not confirm may be the
// site's name, a section or a slogan. docs/metadata.md gives the order.
// Known failure: where heading and page title are two headlines, the heading wins.

#include <string>

#include "core/annotate/blocks.h"
#include "core/metadata/json_ld.h"
#include "core/metadata/sources.h"
#include "core/metadata/title.h"

namespace pith::metadata {

struct Headline {
  std::string title;
  parse::NodeId heading = parse::kNoNode;  ///< the element that holds it, or the likeliest place of it
};

[[nodiscard]] Headline ReadHeadline(const Sources& sources, const annotate::Blocks& blocks, const LinkedData& linked, const Site& site);

}  // namespace pith::metadata

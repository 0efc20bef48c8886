#pragma once

// Everything that names authors → the authors.
// Idea: sources in the order of docs/metadata.md; one that names the site itself, or an account's handle, only counts where no other
// names a person.
// Known failure: a name under the headline that nothing marks as an author's is not seen.

#include <string>
#include <vector>

#include "core/metadata/headline.h"

namespace pith::metadata {

struct Byline {
  std::string text;                  ///< as people read it
  std::vector<std::string> authors;  ///< one name each
};

[[nodiscard]] Byline ReadByline(const Sources& sources, const annotate::Blocks& blocks, const LinkedData& linked, parse::NodeId heading, const Site& site);

}  // namespace pith::metadata

#pragma once

#include <string>
#include <string_view>

#include "core/parse/document.h"

namespace pith::clean {

/// A video, a sound or a framed document, as far as an article can carry it: a link, with a title and a still picture.
struct Embed {
  std::string address;  ///< absolute and http(s); empty where there is none
  std::string title;    ///< in the page's words; empty where it gives none
  std::string poster;   ///< absolute; may be empty
};

/// Whether an element embeds something that plays or is framed.
[[nodiscard]] bool IsEmbed(const parse::Document& document, parse::NodeId id);
/// What an embedding element leads to; without address and poster where that is nothing safe or nothing to see.
[[nodiscard]] Embed EmbedAt(const parse::Document& document, parse::NodeId id, std::string_view base);

}  // namespace pith::clean

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pith::metadata {

/// What a page's JSON-LD says of its article; empty fields where it does not.
struct LinkedData {
  std::string headline;
  std::string byline;  ///< authors' names, joined by ", "
  std::string published_time;
  std::string modified_time;
  std::string site_name;
  std::string description;
  std::string image;
  std::string lang;
};

/// Reads the first object of an article type in any of the scripts (top level, array or `@graph`).
[[nodiscard]] LinkedData ReadJsonLd(const std::vector<std::string_view>& scripts);

}  // namespace pith::metadata

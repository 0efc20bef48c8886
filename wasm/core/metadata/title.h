#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pith::metadata {

/// What is known of the name of the site that a page belongs to.
struct Site {
  std::string name;  ///< may be empty
  std::string host;  ///< "www.example.org"; may be empty
  std::string path;  ///< of the page; may be empty
};

/// Whether a text is the site's name: as given, a part of it or with a part more, or the name in its host.
[[nodiscard]] bool IsSiteName(std::string_view text, const Site& site);

/// The parts of a page title: "Headline | Section | Site" → the three.
[[nodiscard]] std::vector<std::string_view> Segments(std::string_view title);

/// A page title without the site's name before or after it: "Headline | Site" → "Headline". Where no part is known to be the site's
/// name, it may be guessed to be the short part at the end behind a separator.
[[nodiscard]] std::string WithoutSiteName(std::string_view title, const Site& site);

/// Letters and digits only, lower case: what two spellings of one headline have in common.
[[nodiscard]] std::string Essence(std::string_view text);

}  // namespace pith::metadata

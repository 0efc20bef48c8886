#pragma once

// JSON-LD → what it says of the page's article.
// Idea: the article is the first object of an article type, wherever it stands (top level, array, `@graph`, below another object);
// pages without one may still have a recipe, a question or a product. Objects that are only named ("@id") are looked up.
// Known failure: of several articles in the scripts the first is taken.

#include <string>
#include <string_view>
#include <vector>

namespace pith::metadata {

/// A person or an organisation.
struct Agent {
  std::string name;
  bool organisation = false;
};

/// What a page's JSON-LD says of its article; empty fields where it does not.
struct LinkedData {
  std::string headline;
  std::vector<Agent> authors;
  std::string published_time;
  std::string modified_time;
  std::string site_name;
  std::string description;
  std::string image;
  std::string lang;
  std::string section;
  std::string licence;
  std::vector<std::string> tags;
};

[[nodiscard]] LinkedData ReadJsonLd(const std::vector<std::string_view>& scripts);

}  // namespace pith::metadata

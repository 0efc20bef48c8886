#pragma once

// Document → everything in it that states a fact of the page, in one pass; what comes after chooses.
// Known failure: past a bound (a page has few of each), further elements are not read.

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "core/hints/hints.h"
#include "core/parse/document.h"

namespace pith::metadata {

/// A `<meta>` under one of its names.
struct MetaEntry {
  std::string name;  ///< lower case
  parse::NodeId id;
};

struct Sources {
  /// @param hints by NodeId
  Sources(const parse::Document& document, const std::vector<hints::HintSet>& hints);

  /// The content of the first `<meta>` with one of these names, tried in their order; empty where there is none.
  [[nodiscard]] std::string First(std::initializer_list<std::string_view> names) const;
  /// The contents of all of them that have the first of these names that there is, each once.
  [[nodiscard]] std::vector<std::string> All(std::initializer_list<std::string_view> names) const;
  /// The address of the first `<link>` with one of these rels, tried in their order; as it stands.
  [[nodiscard]] std::string_view Link(std::initializer_list<std::string_view> rels) const;

  const parse::Document& document;
  std::vector<MetaEntry> metas;
  std::vector<parse::NodeId> links;     ///< `<link>`
  std::vector<parse::NodeId> headings;  ///< `<h1>`
  std::vector<parse::NodeId> subheadings;  ///< `<h2>`
  std::vector<parse::NodeId> times;     ///< `<time>`, and what microdata calls a date
  std::vector<parse::NodeId> marked_authors;  ///< rel=author, itemprop=author
  std::vector<parse::NodeId> hinted_authors;  ///< a class or id says author
  std::vector<parse::NodeId> author_links;    ///< to an author's page
  std::vector<parse::NodeId> licences;  ///< `<a rel=license>`
  std::vector<parse::NodeId> tags;      ///< `<a rel=tag>`
  std::vector<parse::NodeId> microdata;  ///< other itemprops: headline, image, articleSection, …
};

/// The first text that is not empty.
[[nodiscard]] std::string FirstOf(std::initializer_list<std::string_view> candidates);

/// Whether a list of words, as in rel and itemprop, has this one.
[[nodiscard]] bool HasWord(std::string_view list, std::string_view word);

}  // namespace pith::metadata

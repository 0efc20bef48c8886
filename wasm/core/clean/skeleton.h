#pragma once

// What of the page's tree the article keeps, worked out once for each element around what is kept, so that placing a block costs no walk
// over all of its ancestors.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/annotate/blocks.h"
#include "core/clean/structure.h"
#include "core/parse/document.h"

namespace pith::clean {

/// What holds for the children of an element. Elements are named by id; kNoNode where there is none.
struct Context {
  parse::NodeId structure;  ///< the nearest ancestor (or the element itself) that stays as structure
  parse::NodeId mark;       ///< the innermost inline element that stays as mark-up around a leaf here
  parse::NodeId link;       ///< the link among them
  parse::NodeId table;      ///< the nearest table
  parse::NodeId lang;       ///< the nearest element that names its language
  parse::NodeId dir;        ///< … that names its direction
  Form form;                ///< the element's own form, where it stays as structure
  std::uint16_t flags;
  std::uint16_t depth;      ///< how many elements stay as structure around, the element itself included
};

class Skeleton {
 public:
  /// @param base what links are resolved against, to tell which may stay
  /// @param lang the page's language; may be empty
  Skeleton(const parse::Document& document, const annotate::Blocks& blocks, std::string_view base, std::string_view lang);

  /// The nearest ancestor of a node that stays as structure.
  [[nodiscard]] parse::NodeId StructureAbove(parse::NodeId id) const { return Above(id).structure; }
  /// The innermost mark-up around a node.
  [[nodiscard]] parse::NodeId MarkAbove(parse::NodeId id) const { return Above(id).mark; }
  /// The `<pre>` that a node stands in, kNoNode where it stands in none.
  [[nodiscard]] parse::NodeId PreAbove(parse::NodeId id) const;
  /// What the article makes of an element that stays as structure.
  [[nodiscard]] Form FormAt(parse::NodeId id) const { return At(id).form; }
  /// Whether mark-up is there for the language or direction of a passage.
  [[nodiscard]] bool ChangesLanguageAt(parse::NodeId mark) const { return ChangesLanguage(mark, Above(mark)); }
  /// The language (or direction) that holds for what stands in an element, or for a text; empty where the page does not say.
  [[nodiscard]] std::string_view LangAt(parse::NodeId id) const;
  [[nodiscard]] std::string_view DirAt(parse::NodeId id) const;

 private:
  [[nodiscard]] const Context& At(parse::NodeId element) const;
  [[nodiscard]] const Context& Above(parse::NodeId id) const;
  [[nodiscard]] Context Of(parse::NodeId id, const Context& above) const;
  [[nodiscard]] bool Keeps(html::Tag as, const Context& above) const;
  [[nodiscard]] bool Marks(parse::NodeId id, const Context& above) const;
  [[nodiscard]] bool IsFollowed(std::string_view href) const;
  [[nodiscard]] bool ChangesLanguage(parse::NodeId id, const Context& above) const;

  const parse::Document& document_;
  const annotate::Blocks& blocks_;
  std::string_view base_;
  std::string_view lang_;
  mutable std::vector<Context> contexts_;    ///< by NodeId, filled as asked for; of texts: unused
  mutable std::vector<parse::NodeId> path_;  ///< At()'s own
};

}  // namespace pith::clean

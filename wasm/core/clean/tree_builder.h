#pragma once

#include <string_view>
#include <vector>

#include "core/clean/article_tree.h"

namespace pith::clean {

/// Builds an ArticleTree from open and close events. Attributes belong to the element opened last, before anything is put in it.
class TreeBuilder {
 public:
  /// Makes room for so many bytes of text and attributes at once: strings that grow by halves leave holes that nothing as large as a page fits into.
  void Reserve(std::size_t bytes) { tree_.characters.reserve(bytes); }

  void Open(html::Tag tag, annotate::NodeId source, annotate::BlockId block = annotate::kNoBlock);
  void Attribute(Name name, std::string_view value);
  void Close();
  /// Closes, or takes back what was opened where nothing was put in it.
  void CloseUnlessEmpty();
  /// The same, and moves the element before all that its parent held, unless one of its kind is first there: the caption of a table,
  /// whatever its place in the page.
  void CloseAsFirst();
  /// Opens the element that was closed last again, where it is of that tag and nothing was added since.
  [[nodiscard]] bool Reopen(html::Tag tag);
  /// The same for an element without attributes.
  [[nodiscard]] bool ReopenPlain(html::Tag tag);
  /// Adds text; consecutive texts of one parent become one.
  void Text(std::string_view text, annotate::NodeId source);
  /// Opens and closes.
  void Empty(html::Tag tag, annotate::NodeId source);
  [[nodiscard]] bool EndsWith(char c) const;  ///< the last thing added in the tree is text that ends with `c`

  /// The finished tree; every element must be closed.
  ArticleTree Take();

 private:
  ArticleTree tree_;
  [[nodiscard]] bool EndsWithElement() const;

  std::vector<ItemId> open_;
  std::vector<ItemId> closed_;  // those that end where what was added last does, outermost last
  bool text_is_open_ = false;  // the last thing added is text of the open element, so more text joins it
};

}  // namespace pith::clean

#pragma once

#include <string_view>
#include <vector>

#include "core/clean/article_tree.h"

namespace pith::clean {

/// Builds an ArticleTree from open and close events. Attributes belong to the element opened last, before anything is put in it.
class TreeBuilder {
 public:
  void Open(html::Tag tag, annotate::NodeId source, annotate::BlockId block = annotate::kNoBlock);
  void Attribute(Name name, std::string_view value);
  void Close();
  /// Adds text; consecutive texts of one parent become one.
  void Text(std::string_view text, annotate::NodeId source);
  /// Opens and closes.
  void Empty(html::Tag tag, annotate::NodeId source);
  /// Takes trailing white space off the text added last, if it was the last thing added.
  void TrimEnd();
  [[nodiscard]] bool IsEmpty() const;        ///< nothing was put into the open element yet
  [[nodiscard]] bool EndsWithSpace() const;  ///< the last thing added in the tree is text that ends with a space
  [[nodiscard]] std::size_t Depth() const { return open_.size(); }
  [[nodiscard]] ItemId Last() const { return static_cast<ItemId>(tree_.items.size() - 1); }

  /// The finished tree; every element must be closed.
  ArticleTree Take();

 private:
  ArticleTree tree_;
  std::vector<ItemId> open_;
  bool text_is_open_ = false;  // the last thing added is text of the open element, so more text joins it
};

}  // namespace pith::clean

#pragma once

// One block's run of text, images and inline mark-up, copied into the article.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/annotate/blocks.h"
#include "core/clean/skeleton.h"
#include "core/clean/tree_builder.h"

namespace pith::clean {

class InlineCopier {
 public:
  InlineCopier(const parse::Document& document, const Skeleton& skeleton, std::string_view base, TreeBuilder& builder);

  /// Copies a block. White space is collapsed and stands outside of mark-up that begins or ends there; mark-up without content is
  /// not copied.
  void Copy(const annotate::Block& block);
  /// Whether anything of a block would be copied: text, or an image that has an address.
  [[nodiscard]] bool HasContent(const annotate::Block& block) const;

 private:
  void Text(annotate::NodeId node);
  void Verbatim(annotate::NodeId node);
  void Image(annotate::NodeId node);
  void CloseMarks(annotate::NodeId node);
  void OpenMarks(annotate::NodeId leaf);
  void OpenMark(annotate::NodeId mark);
  void OpenAttribute(annotate::NodeId node, std::string_view attribute, Name name);
  [[nodiscard]] bool Affords(std::size_t bytes);
  [[nodiscard]] bool IsPermalink(annotate::NodeId node) const;
  [[nodiscard]] bool IsImage(annotate::NodeId node) const;

  const parse::Document& document_;
  const Skeleton& skeleton_;
  std::string_view base_;
  TreeBuilder& builder_;
  std::vector<annotate::NodeId> marks_;  ///< open ones
  std::size_t budget_;       ///< bytes of addresses and titles that may still be written
  bool at_start_ = true;     ///< nothing of the block was copied yet
  bool space_ = false;       ///< white space is due before what comes next
  bool line_ = false;        ///< in preformatted text: a line break is due
};

}  // namespace pith::clean

#pragma once

// One block's run of text, images, formulas and inline mark-up, copied into the article.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/annotate/blocks.h"
#include "core/clean/formula.h"
#include "core/clean/images.h"
#include "core/clean/skeleton.h"
#include "core/clean/tree_builder.h"

namespace pith::clean {

// The ids of notes that stood within lines, and of the places where they stood.
inline constexpr std::string_view kNotePrefix = "pith-note-", kNoteReferencePrefix = "pith-note-ref-";

class InlineCopier {
 public:
  /// What all blocks are copied from; it has to outlive the copier.
  struct Source {
    const parse::Document& document;
    const annotate::Blocks& blocks;
    const Skeleton& skeleton;
    const Images& images;
    const Formulas& formulas;
    std::string_view base;
    bool links;  ///< whether links stay links
  };

  InlineCopier(const Source& source, TreeBuilder& builder);

  /// Copies a block. White space is collapsed and stands outside of mark-up that begins or ends there; mark-up without content is
  /// not copied, and neither are hints where a line may break. Preformatted text stays as it is.
  void Copy(const annotate::Block& block);
  /// Whether anything of a block would be copied that can be seen: text, a formula, or an image that is shown.
  [[nodiscard]] bool HasContent(const annotate::Block& block) const;
  /// A formula that stands in no block.
  void CopyAlone(const Formula& formula);
  /// Whether so many bytes of addresses and titles may still be written; then they count as written.
  [[nodiscard]] bool Affords(std::size_t bytes);
  /// The notes that stood within lines and are yet to be written; each was numbered where it stood, from 1.
  [[nodiscard]] const std::vector<parse::NodeId>& Sidenotes() const { return sidenotes_; }
  /// The content of one of them.
  void CopySidenote(parse::NodeId note);

 private:
  /// A line of preformatted text that is an element.
  struct Line {
    annotate::NodeId end;
    bool item;  ///< of a list
    bool has_text;
  };

  void CopyNodes(parse::NodeId first, parse::NodeId end);
  [[nodiscard]] parse::NodeId StartOf(const annotate::Block& block) const;
  void Text(annotate::NodeId node);
  [[nodiscard]] bool BeginsCredit(parse::NodeId leaf) const;
  void Image(annotate::NodeId node);
  void Sidenote(annotate::NodeId node);
  void CopyPre(annotate::NodeId pre);
  void BeginLine(annotate::NodeId node);
  void EndLine();
  void Verbatim(annotate::NodeId node);
  void LineElement(annotate::NodeId node);
  void CloseMarks(annotate::NodeId node);
  void OpenMarks(annotate::NodeId leaf);
  [[nodiscard]] bool GoesOn(annotate::NodeId mark);
  void OpenMark(annotate::NodeId mark);
  [[nodiscard]] std::string WithinPage(std::string address) const;
  void OpenAttribute(annotate::NodeId node, std::string_view attribute, Name name);
  [[nodiscard]] bool IsPermalink(annotate::NodeId node) const;

  const parse::Document& document_;
  const annotate::Blocks& blocks_;
  const Skeleton& skeleton_;
  const Images& images_;
  const Formulas& formulas_;
  std::string_view base_;
  const bool links_;
  TreeBuilder& builder_;
  std::vector<annotate::NodeId> marks_;  ///< open ones
  std::vector<annotate::NodeId> sidenotes_;
  std::vector<Line> lines_;    ///< open ones
  std::size_t budget_;         ///< bytes of addresses and titles that may still be written
  annotate::NodeId done_ = 0;  ///< end of the last formula, which may reach beyond its block
  bool at_start_ = true;       ///< nothing of the block was copied yet
  bool among_words_ = false;   ///< the block has words
  bool space_ = false;         ///< white space is due before what comes next
  std::string_view before_;    ///< the words copied last; points into the document
  bool caption_ = false;       ///< the block is one
  bool line_due_ = false;      ///< in preformatted text: a line break is due before what comes next
  bool in_line_ = false;       ///< … a line that is an element was begun, and no line break came since
  parse::NodeId empty_line_end_ = 0;  ///< … where it ends, as long as nothing came since
};

}  // namespace pith::clean

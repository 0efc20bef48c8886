#include "core/clean/clean.h"

#include <algorithm>
#include <string>
#include <vector>

#include "core/clean/inline.h"
#include "core/clean/skeleton.h"
#include "core/clean/structure.h"
#include "core/clean/tree_builder.h"
#include "core/unicode/unicode.h"

namespace pith::clean {
namespace {

using annotate::Block;
using annotate::BlockId;
using annotate::Blocks;
using annotate::kNoBlock;
using annotate::NodeId;
using html::Tag;
using parse::Document;
using parse::kNoNode;

/// A longer base is hostile: every relative address would carry it.
constexpr std::size_t kLongestBase = 4096;  // bytes

class Cleaner {
 public:
  Cleaner(const Document& document, const Blocks& blocks, std::string_view base)
      : document_(document), blocks_(blocks), base_(base.size() > kLongestBase ? std::string_view() : base), skeleton_(document, blocks, base_), inline_(document, skeleton_, base_, builder_) {}

  ArticleTree Run(const select::Selection& selection, const Metadata& metadata) {
    open_at_.resize(document_.nodes.size());
    for (NodeId id = 0; id < document_.nodes.size(); ++id) {
      if (document_.nodes[id].tag == Tag::kHr) rules_.push_back(id);
    }
    builder_.Open(Tag::kArticle, kNoNode);
    if (!metadata.lang.empty()) builder_.Attribute(Name::kLang, metadata.lang);
    if (!metadata.dir.empty()) builder_.Attribute(Name::kDir, metadata.dir);
    Header(metadata);
    for (BlockId id = 0; id < blocks_.blocks.size(); ++id) {
      if (selection.reasons[id] == select::Reason::kKept && inline_.HasContent(blocks_.blocks[id])) Place(id);
    }
    CloseDownTo(0);
    builder_.Close();
    return builder_.Take();
  }

 private:
  /// An element that is open in the article.
  struct Open {
    NodeId source;  ///< the page's element; kNoNode where the article needs one that the page lacks
    Tag tag;
    NodeId next;               ///< in a row: where cells that were passed over may stand
    bool has_content = false;  ///< something was put in it, so a further line needs parting
  };

  void Header(const Metadata& metadata) {
    if (metadata.title.empty() && metadata.byline.empty()) return;
    builder_.Open(Tag::kHeader, kNoNode);
    if (!metadata.title.empty()) {
      builder_.Open(Tag::kH1, kNoNode);
      builder_.Text(metadata.title, kNoNode);
      builder_.Close();
    }
    if (!metadata.byline.empty()) {
      builder_.Open(Tag::kP, kNoNode);
      builder_.Attribute(Name::kClass, "byline");
      builder_.Text(metadata.byline, kNoNode);
      builder_.Close();
    }
    builder_.Close();
  }

  void Place(BlockId id) {
    const Block& block = blocks_.blocks[id];
    const bool follows = id > 0 && last_ == id - 1;
    const bool same_run = follows && block.breaks > 0 && blocks_.blocks[id - 1].container == block.container;
    if (follows) Rule(blocks_.blocks[id - 1].last, block.first);
    last_ = id;
    // A single `<br>` parts lines of one paragraph, two or more part paragraphs.
    if (same_run && block.breaks == 1 && !open_.empty() && open_.back().has_content) {
      builder_.Empty(Tag::kBr, kNoNode);
      return inline_.Copy(block);
    }
    OpenStructure(block.first);
    const Tag innermost = open_.empty() ? Tag::kUnknown : open_.back().tag;
    if (HoldsInline(innermost)) {
      if (open_.back().has_content) PartLines(innermost);
    } else if (IsList(innermost)) {  // text between the items
      OpenElement(kNoNode, Tag::kLi);
    } else if (innermost == Tag::kDl) {
      OpenElement(kNoNode, Tag::kDd);
    } else if (!(IsCell(innermost) && !open_.back().has_content) && !(innermost == Tag::kFigure && block.words == 0)) {
      OpenElement(kNoNode, Tag::kP);
    }
    open_.back().has_content = true;
    inline_.Copy(block);
  }

  /// Parts two blocks of one paragraph, heading or the like.
  void PartLines(Tag tag) {
    if (tag != Tag::kP) return builder_.Empty(Tag::kBr, kNoNode);
    const NodeId source = open_.back().source;
    CloseDownTo(open_.size() - 1);
    OpenElement(source, Tag::kP);
  }

  /// A rule between two blocks that both stay, which parts the scenes of a story.
  void Rule(NodeId after, NodeId before) {
    const auto rule = std::lower_bound(rules_.begin(), rules_.end(), after);
    if (rule == rules_.end() || *rule >= before) return;
    const NodeId structure = skeleton_.StructureAbove(*rule);
    if (structure != kNoNode && open_at_[structure] == 0) return;
    const Tag tag = structure == kNoNode ? Tag::kUnknown : document_.nodes[structure].tag;
    if (HoldsInline(tag) || IsContainer(tag)) return;
    CloseDownTo(structure == kNoNode ? 0 : open_at_[structure]);
    builder_.Empty(Tag::kHr, *rule);
  }

  static bool IsList(Tag tag) { return tag == Tag::kUl || tag == Tag::kOl; }
  /// Elements whose first run of text needs no paragraph.
  static bool IsCell(Tag tag) { return tag == Tag::kLi || tag == Tag::kTd || tag == Tag::kTh || tag == Tag::kDd || tag == Tag::kFigcaption; }
  /// Elements that only hold others.
  static bool IsContainer(Tag tag) {
    return IsList(tag) || tag == Tag::kDl || tag == Tag::kTable || tag == Tag::kThead || tag == Tag::kTbody || tag == Tag::kTfoot || tag == Tag::kTr || tag == Tag::kBlockquote ||
           tag == Tag::kFigure || tag == Tag::kDetails;
  }

  /// Opens the structural ancestors of a leaf that are not open, after closing those that it does not stand in.
  void OpenStructure(NodeId leaf) {
    std::vector<NodeId> path;
    NodeId id = skeleton_.StructureAbove(leaf);
    for (; id != kNoNode; id = skeleton_.StructureAbove(id)) {
      if (document_.nodes[id].tag == Tag::kP && !path.empty()) continue;  // a paragraph holds no structure
      if (open_at_[id] != 0) break;
      path.push_back(id);
    }
    CloseDownTo(id == kNoNode ? 0 : open_at_[id]);
    for (auto element = path.rbegin(); element != path.rend(); ++element) {
      const Tag tag = StructureTag(document_.nodes[*element].tag);
      if (tag == Tag::kTd || tag == Tag::kTh) MissingCells(*element);
      if (IsList(tag) && !open_.empty() && IsList(open_.back().tag)) OpenElement(kNoNode, Tag::kLi);  // a list that stands in a list without an item
      OpenElement(*element, tag);
    }
  }

  /// Empty cells for those of the open row before `until` that were passed over, so that columns stay aligned.
  void MissingCells(NodeId until) {
    if (open_.empty() || open_.back().tag != Tag::kTr) return;
    NodeId& next = open_.back().next;
    for (; next < until; next = document_.nodes[next].end) {
      const Tag tag = document_.nodes[next].tag;
      if (tag != Tag::kTd && tag != Tag::kTh) continue;
      builder_.Open(tag, next);
      Spans(next);
      builder_.Close();
    }
    if (until < document_.nodes[open_.back().source].end) next = document_.nodes[until].end;
  }

  void OpenElement(NodeId source, Tag tag) {
    if (!open_.empty()) open_.back().has_content = true;
    builder_.Open(tag, source, IsContainer(tag) ? kNoBlock : last_);
    open_.push_back({source, tag, source + 1});
    if (source == kNoNode) return;
    open_at_[source] = static_cast<std::uint32_t>(open_.size());
    if (tag == Tag::kTd || tag == Tag::kTh) Spans(source);
    if (tag == Tag::kOl) Number(source, "start", Name::kStart);
  }

  void Spans(NodeId cell) {
    Number(cell, "colspan", Name::kColspan);
    Number(cell, "rowspan", Name::kRowspan);
  }

  void Number(NodeId source, std::string_view attribute, Name name) {
    const std::string_view value = unicode::Trimmed(document_.AttributeOf(source, attribute));
    constexpr std::size_t kDigits = 4;  // spans and starts beyond 9999 are broken or hostile
    if (value.empty() || value.size() > kDigits || value == "1") return;
    if (std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; })) builder_.Attribute(name, value);
  }

  void CloseDownTo(std::size_t depth) {
    while (open_.size() > depth) {
      const NodeId source = open_.back().source;
      if (open_.back().tag == Tag::kTr) MissingCells(document_.nodes[source].end);
      if (source != kNoNode) open_at_[source] = 0;
      builder_.Close();
      open_.pop_back();
    }
  }

  const Document& document_;
  const Blocks& blocks_;
  std::string_view base_;
  TreeBuilder builder_;
  Skeleton skeleton_;
  InlineCopier inline_;
  std::vector<Open> open_;
  std::vector<std::uint32_t> open_at_;  ///< by NodeId: its place in open_, from 1; 0 where it is not open
  std::vector<NodeId> rules_;
  BlockId last_ = kNoBlock;
};

}  // namespace

ArticleTree Clean(const Document& document, const Blocks& blocks, const select::Selection& selection, const Metadata& metadata, std::string_view base) {
  return Cleaner(document, blocks, base).Run(selection, metadata);
}

}  // namespace pith::clean

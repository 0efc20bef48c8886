#include "core/clean/clean.h"

#include <algorithm>
#include <string>
#include <vector>

#include "core/clean/image.h"
#include "core/clean/structure.h"
#include "core/clean/tree_builder.h"
#include "core/unicode/unicode.h"
#include "core/url/url.h"

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

class Cleaner {
 public:
  Cleaner(const Document& document, const Blocks& blocks, std::string_view base) : document_(document), blocks_(blocks), base_(base) {}

  ArticleTree Run(const select::Selection& selection, const Metadata& metadata) {
    builder_.Open(Tag::kArticle, kNoNode);
    if (!metadata.lang.empty()) builder_.Attribute(Name::kLang, metadata.lang);
    if (!metadata.dir.empty()) builder_.Attribute(Name::kDir, metadata.dir);
    Header(metadata);
    for (BlockId id = 0; id < blocks_.blocks.size(); ++id) {
      if (selection.reasons[id] == select::Reason::kKept) Place(id);
    }
    CloseDownTo(0);
    builder_.Close();
    return builder_.Take();
  }

 private:
  /// An element of the page that is open in the article.
  struct Open {
    NodeId source;
    Tag tag;
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
    const bool same_run = id > 0 && last_ == id - 1 && block.breaks > 0 && blocks_.blocks[id - 1].container == block.container;
    last_ = id;
    // A single `<br>` parts lines of one paragraph, two or more part paragraphs.
    if (same_run && block.breaks == 1 && !open_.empty() && open_.back().has_content) {
      builder_.Empty(Tag::kBr, kNoNode);
      return Inline(id);
    }
    OpenStructure(block.first);
    const Tag innermost = open_.empty() ? Tag::kUnknown : open_.back().tag;
    if (HoldsInline(innermost)) {
      if (open_.back().has_content) {
        if (innermost == Tag::kP) {  // a paragraph that a double break parts
          const NodeId source = open_.back().source;
          CloseDownTo(open_.size() - 1);
          OpenElement(source, Tag::kP, id);
        } else {
          builder_.Empty(Tag::kBr, kNoNode);
        }
      }
      return Inline(id);
    }
    if (IsCell(innermost) && !open_.back().has_content) return Inline(id);
    OpenElement(kNoNode, Tag::kP, id);
    Inline(id);
  }

  static bool IsCell(Tag tag) { return tag == Tag::kLi || tag == Tag::kTd || tag == Tag::kTh || tag == Tag::kDd || tag == Tag::kFigcaption; }

  /// Opens the structural ancestors of a leaf that are not open, after closing those that it does not stand in.
  void OpenStructure(NodeId leaf) {
    std::vector<NodeId> path;
    for (NodeId id = document_.nodes[leaf].parent; id != kNoNode; id = document_.nodes[id].parent) {
      if (Keeps(id)) path.push_back(id);
    }
    std::reverse(path.begin(), path.end());
    std::size_t shared = 0;
    while (shared < open_.size() && shared < path.size() && open_[shared].source == path[shared]) ++shared;
    CloseDownTo(shared);
    for (std::size_t i = shared; i < path.size(); ++i) {
      const Tag tag = document_.nodes[path[i]].tag;
      if (tag == Tag::kTd || tag == Tag::kTh) MissingCells(path[i]);
      OpenElement(path[i], tag, last_);
    }
  }

  /// Whether an element stays as structure. Parts of a table stay with their table; a paragraph that holds no inline content of
  /// its own, or stands in a heading, is transparent.
  bool Keeps(NodeId id) {
    const Tag tag = document_.nodes[id].tag;
    if (!IsStructural(tag)) return false;
    switch (tag) {
      case Tag::kTable: return IsData(id);
      case Tag::kCaption:
      case Tag::kThead:
      case Tag::kTbody:
      case Tag::kTfoot:
      case Tag::kTr:
      case Tag::kTd:
      case Tag::kTh: {
        const NodeId table = Above(id, Tag::kTable);
        return table != kNoNode && IsData(table);
      }
      case Tag::kLi: return Parent(id) == Tag::kUl || Parent(id) == Tag::kOl || Parent(id) == Tag::kMenu;
      case Tag::kDt:
      case Tag::kDd: return Above(id, Tag::kDl) != kNoNode;
      case Tag::kFigcaption: return Above(id, Tag::kFigure) != kNoNode;
      case Tag::kSummary: return Parent(id) == Tag::kDetails;
      default: break;
    }
    // Inline-only elements cannot hold structure: the outermost one wins.
    for (NodeId above = document_.nodes[id].parent; above != kNoNode; above = document_.nodes[above].parent) {
      if (HoldsInline(document_.nodes[above].tag) && document_.nodes[above].tag != Tag::kP && document_.nodes[above].tag != Tag::kCaption) return false;
    }
    return true;
  }

  bool IsData(NodeId table) {
    const auto known = std::find_if(tables_.begin(), tables_.end(), [&](const Table& entry) { return entry.id == table; });
    if (known != tables_.end()) return known->data;
    tables_.push_back({table, IsDataTable(document_, blocks_, table)});
    return tables_.back().data;
  }

  Tag Parent(NodeId id) const {
    const NodeId parent = document_.nodes[id].parent;
    return parent == kNoNode ? Tag::kUnknown : document_.nodes[parent].tag;
  }

  NodeId Above(NodeId id, Tag tag) const {
    for (NodeId above = document_.nodes[id].parent; above != kNoNode; above = document_.nodes[above].parent) {
      if (document_.nodes[above].tag == tag) return above;
    }
    return kNoNode;
  }

  /// Empty cells for those of this row that were passed over, so that columns stay aligned.
  void MissingCells(NodeId cell) {
    const NodeId row = document_.nodes[cell].parent;
    if (row == kNoNode || open_.empty() || open_.back().source != row) return;
    NodeId child = std::max(row + 1, row_next_);
    if (child > document_.nodes[row].end) child = row + 1;
    for (; child < cell; child = document_.nodes[child].end) {
      const Tag tag = document_.nodes[child].tag;
      if (tag == Tag::kTd || tag == Tag::kTh) builder_.Empty(tag, child);
    }
    row_next_ = document_.nodes[cell].end;
  }

  void OpenElement(NodeId source, Tag tag, BlockId block) {
    if (!open_.empty()) open_.back().has_content = true;
    builder_.Open(tag, source, IsContainer(tag) ? kNoBlock : block);
    open_.push_back({source, tag});
    if (source == kNoNode) return;
    if (tag == Tag::kTd || tag == Tag::kTh) {
      Number(source, "colspan", Name::kColspan);
      Number(source, "rowspan", Name::kRowspan);
    } else if (tag == Tag::kOl) {
      Number(source, "start", Name::kStart);
    }
  }

  static bool IsContainer(Tag tag) {
    return tag == Tag::kUl || tag == Tag::kOl || tag == Tag::kDl || tag == Tag::kTable || tag == Tag::kThead || tag == Tag::kTbody || tag == Tag::kTfoot || tag == Tag::kTr ||
           tag == Tag::kBlockquote || tag == Tag::kFigure || tag == Tag::kDetails;
  }

  void Number(NodeId source, std::string_view attribute, Name name) {
    const std::string_view value = unicode::Trimmed(document_.AttributeOf(source, attribute));
    constexpr std::size_t kDigits = 4;  // spans and starts beyond 9999 are broken or hostile
    if (value.empty() || value.size() > kDigits || value == "1") return;
    if (std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; })) builder_.Attribute(name, value);
  }

  void CloseDownTo(std::size_t depth) {
    while (open_.size() > depth) {
      builder_.TrimEnd();
      builder_.Close();
      open_.pop_back();
    }
  }

  /// Copies a block's run: its text and images with the inline elements around them.
  void Inline(BlockId id) {
    const Block& block = blocks_.blocks[id];
    if (!open_.empty()) open_.back().has_content = true;
    const std::size_t base = builder_.Depth();
    std::vector<NodeId> marks;
    const bool pre = Above(block.first, Tag::kPre) != kNoNode;
    bool at_start = true;
    for (NodeId node = block.first; node <= block.last;) {
      while (!marks.empty() && node >= document_.nodes[marks.back()].end) {
        builder_.Close();
        marks.pop_back();
      }
      const parse::Node& here = document_.nodes[node];
      if (document_.IsText(node)) {
        OpenMarks(node, block, marks, pre);
        Text(node, pre, at_start);
      } else if (here.tag == Tag::kImg || here.tag == Tag::kUnknown) {
        if (here.tag == Tag::kImg || document_.CustomNameOf(node) == "amp-img") {
          OpenMarks(node, block, marks, pre);
          Image(node);
          at_start = false;
          node = here.end;
          continue;
        }
      } else if (here.tag == Tag::kBr && pre) {
        builder_.Text("\n", node);
      } else if (html::HidesContent(here.tag)) {
        node = here.end;
        continue;
      }
      ++node;
    }
    while (builder_.Depth() > base) builder_.Close();
    if (!pre) builder_.TrimEnd();
  }

  /// Opens the inline elements between a leaf and what is open, outermost first.
  void OpenMarks(NodeId leaf, const Block& block, std::vector<NodeId>& marks, bool pre) {
    std::vector<NodeId> path;
    const NodeId stop = marks.empty() ? kNoNode : marks.back();
    bool inside = true;
    for (NodeId id = document_.nodes[leaf].parent; id != kNoNode && id != stop; id = document_.nodes[id].parent) {
      const Tag tag = document_.nodes[id].tag;
      if (IsStructural(tag) && Keeps(id)) break;
      if (id == block.container) inside = false;
      // Above the block's container only a link still matters: `<a><div>…</div></a>`.
      if ((inside || tag == Tag::kA) && Marks(id, pre)) path.push_back(id);
    }
    for (auto mark = path.rbegin(); mark != path.rend(); ++mark) {
      const Tag tag = InlineTag(document_.nodes[*mark].tag);
      builder_.Open(tag, *mark);
      if (tag == Tag::kA) builder_.Attribute(Name::kHref, url::Resolve(base_, document_.AttributeOf(*mark, "href")));
      if (tag == Tag::kAbbr) Copy(*mark, "title", Name::kTitle);
      if (tag == Tag::kTime) Copy(*mark, "datetime", Name::kDatetime);
      marks.push_back(*mark);
    }
  }

  bool Marks(NodeId id, bool pre) const {
    const Tag tag = InlineTag(document_.nodes[id].tag);
    if (tag == Tag::kUnknown) return false;
    if (tag == Tag::kCode) return !pre;  // `<pre><code>`: the block says it already
    if (tag != Tag::kA) return true;
    const std::string_view href = document_.AttributeOf(id, "href");
    return !href.empty() && url::IsSafeLink(url::Resolve(base_, href));
  }

  void Copy(NodeId id, std::string_view attribute, Name name) {
    const std::string_view value = document_.AttributeOf(id, attribute);
    if (!value.empty()) builder_.Attribute(name, value);
  }

  void Text(NodeId node, bool pre, bool& at_start) {
    const std::string_view text = document_.TextOf(node);
    if (pre) return builder_.Text(text, node);
    std::string collapsed;
    bool space = false;
    for (std::size_t at = 0; at < text.size();) {
      const unicode::Decoded next = unicode::Decode(text, at);
      if (unicode::ClassOf(next.code_point) == unicode::CharClass::kSpace) {
        space = true;
      } else {
        if (space && !(at_start && collapsed.empty()) && !(collapsed.empty() && builder_.EndsWithSpace())) collapsed += ' ';
        space = false;
        at_start = false;
        collapsed.append(text.substr(at, next.size));
      }
      at += next.size;
    }
    if (space && !at_start && !(collapsed.empty() && builder_.EndsWithSpace())) collapsed += ' ';
    builder_.Text(collapsed, node);
  }

  void Image(NodeId node) {
    const std::string address = AddressOf(document_, node, base_);
    if (address.empty()) return;
    builder_.Open(Tag::kImg, node);
    builder_.Attribute(Name::kSrc, address);
    builder_.Attribute(Name::kAlt, unicode::Collapsed(document_.AttributeOf(node, "alt")));
    builder_.Close();
  }

  struct Table {
    NodeId id;
    bool data;
  };

  const Document& document_;
  const Blocks& blocks_;
  std::string_view base_;
  TreeBuilder builder_;
  std::vector<Open> open_;
  std::vector<Table> tables_;
  BlockId last_ = kNoBlock;
  NodeId row_next_ = 0;
};

}  // namespace

ArticleTree Clean(const Document& document, const Blocks& blocks, const select::Selection& selection, const Metadata& metadata, std::string_view base) {
  return Cleaner(document, blocks, base).Run(selection, metadata);
}

}  // namespace pith::clean

#include "core/clean/skeleton.h"

#include "core/clean/structure.h"
#include "core/url/url.h"

namespace pith::clean {
namespace {

using html::Tag;
using parse::Document;
using parse::kNoNode;
using parse::NodeId;

enum Flag : std::uint16_t {
  kInInlineHolder = 1,  // inside a heading or the like, which can hold no structure
  kInFigure = 2,
  kInPre = 4,
  kInDataTable = 8,  // of the nearest table
  kMarkedEm = 16,    // these marks say nothing more when they are nested in themselves
  kMarkedStrong = 32,
  kMarkedDel = 64,
  kMarkedCode = 128,
};

constexpr std::uint16_t kAllMarked = kMarkedEm | kMarkedStrong | kMarkedDel | kMarkedCode;
constexpr Context kTop{kNoNode, kNoNode, kNoNode, kNoNode, 0};

std::uint16_t MarkedFlag(Tag inline_tag) {
  switch (inline_tag) {
    case Tag::kEm: return kMarkedEm;
    case Tag::kStrong: return kMarkedStrong;
    case Tag::kDel: return kMarkedDel;
    case Tag::kCode:
    case Tag::kKbd:
    case Tag::kSamp: return kMarkedCode;
    default: return 0;
  }
}

}  // namespace

Skeleton::Skeleton(const Document& document, const annotate::Blocks& blocks, std::string_view base) : document_(document), blocks_(blocks), base_(base) {
  contexts_.resize(document.nodes.size());
  for (NodeId id = 0; id < document.nodes.size(); ++id) {
    if (!document.IsText(id)) contexts_[id] = Of(id, Above(id));
  }
}

const Context& Skeleton::Above(NodeId id) const {
  const NodeId parent = document_.nodes[id].parent;
  return parent == kNoNode ? kTop : contexts_[parent];
}

bool Skeleton::InPre(NodeId id) const { return (Above(id).flags & kInPre) != 0; }

Context Skeleton::Of(NodeId id, const Context& above) const {
  const Tag tag = document_.nodes[id].tag;
  Context context = above;
  if (tag == Tag::kTable) {
    context.table = id;
    context.flags &= static_cast<std::uint16_t>(~kInDataTable);
    if (IsDataTable(document_, blocks_, id)) context.flags |= kInDataTable;
  }
  if (html::IsBlock(tag) && (above.flags & kInPre) == 0) {
    // Of the marks around a block only a link still means something: `<a><div>…</div></a>`. The others come from tags that
    // nobody closed as often as from an author.
    context.mark = context.link;
    context.flags &= static_cast<std::uint16_t>(~kAllMarked);
  }
  if (Keeps(id, context)) context.structure = id;
  if (Marks(id, context)) {
    context.mark = id;
    if (InlineTag(tag) == Tag::kA) context.link = id;
    context.flags |= MarkedFlag(InlineTag(tag));
  }
  if (HoldsInline(tag) && tag != Tag::kP && tag != Tag::kCaption) context.flags |= kInInlineHolder;
  if (tag == Tag::kFigure) context.flags |= kInFigure;
  if (tag == Tag::kPre) context.flags |= kInPre;
  return context;
}

/// Whether an element stays as structure. Parts of a table stay with their table, items with their list.
bool Skeleton::Keeps(NodeId id, const Context& above) const {
  const Tag tag = document_.nodes[id].tag;
  if (!IsStructural(tag) || (above.flags & kInInlineHolder) != 0) return false;
  const Tag structure = above.structure == kNoNode ? Tag::kUnknown : StructureTag(document_.nodes[above.structure].tag);
  switch (tag) {
    case Tag::kTable:
    case Tag::kCaption:
    case Tag::kThead:
    case Tag::kTbody:
    case Tag::kTfoot:
    case Tag::kTr:
    case Tag::kTd:
    case Tag::kTh: return (above.flags & kInDataTable) != 0;
    case Tag::kLi: return structure == Tag::kUl || structure == Tag::kOl;
    case Tag::kDt:
    case Tag::kDd: return structure == Tag::kDl;
    case Tag::kFigcaption: return (above.flags & kInFigure) != 0;
    case Tag::kSummary: return structure == Tag::kDetails;
    default: return true;
  }
}

bool Skeleton::Marks(NodeId id, const Context& above) const {
  const Tag tag = InlineTag(document_.nodes[id].tag);
  if (tag == Tag::kUnknown || (above.flags & MarkedFlag(tag)) != 0) return false;
  if (tag == Tag::kCode) return (above.flags & kInPre) == 0;  // `<pre><code>`: the block says it already
  if (tag != Tag::kA) return true;
  const std::string_view href = document_.AttributeOf(id, "href");
  return !href.empty() && above.link == kNoNode && url::IsSafeLink(url::Resolve(base_, href));
}

}  // namespace pith::clean

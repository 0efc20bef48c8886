#include "core/clean/skeleton.h"

#include <algorithm>

#include "core/clean/attributes.h"
#include "core/clean/structure.h"
#include "core/metadata/language_tag.h"
#include "core/unicode/unicode.h"
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
  kInCallout = 256,
  kKnown = 512,
};

constexpr std::uint16_t kAllMarked = kMarkedEm | kMarkedStrong | kMarkedDel | kMarkedCode;
constexpr Context kTop{kNoNode, kNoNode, kNoNode, kNoNode, kNoNode, kNoNode, {}, kKnown, 0};

/// Structures in structures beyond this are transparent: parsers of the output flatten what is deeper than 512 elements, each in its way,
/// and would read another tree than was written. What is left is for parts of tables and marks.
constexpr std::uint16_t kDeepest = 100;

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

bool IsDirection(std::string_view dir) { return unicode::EqualsIgnoringAsciiCase(dir, "ltr") || unicode::EqualsIgnoringAsciiCase(dir, "rtl"); }

}  // namespace

Skeleton::Skeleton(const Document& document, const annotate::Blocks& blocks, std::string_view base, std::string_view lang)
    : document_(document), blocks_(blocks), base_(base), lang_(lang) {
  contexts_.resize(document.nodes.size());
}

/// Most of a page's elements stand around nothing that the article keeps: each is looked at when it is first asked for.
const Context& Skeleton::At(NodeId element) const {
  for (NodeId id = element; id != kNoNode && (contexts_[id].flags & kKnown) == 0; id = document_.nodes[id].parent) path_.push_back(id);
  for (; !path_.empty(); path_.pop_back()) {
    const NodeId id = path_.back(), parent = document_.nodes[id].parent;
    contexts_[id] = Of(id, parent == kNoNode ? kTop : contexts_[parent]);  // all flags of the parent stay, kKnown among them
  }
  return contexts_[element];
}

const Context& Skeleton::Above(NodeId id) const {
  const NodeId parent = document_.nodes[id].parent;
  return parent == kNoNode ? kTop : At(parent);
}

NodeId Skeleton::PreAbove(NodeId id) const { return (Above(id).flags & kInPre) != 0 ? Above(id).structure : kNoNode; }

std::string_view Skeleton::LangAt(NodeId id) const {
  const NodeId named = document_.IsText(id) ? Above(id).lang : At(id).lang;
  return named == kNoNode ? std::string_view() : document_.AttributeOf(named, "lang");
}

std::string_view Skeleton::DirAt(NodeId id) const {
  const NodeId named = document_.IsText(id) ? Above(id).dir : At(id).dir;
  return named == kNoNode ? std::string_view() : document_.AttributeOf(named, "dir");
}

Context Skeleton::Of(NodeId id, const Context& above) const {
  const Tag tag = document_.nodes[id].tag;
  Context context = above;
  context.form = {};
  if (tag == Tag::kTable) {
    context.table = id;
    context.flags &= static_cast<std::uint16_t>(~kInDataTable);
    if (above.depth < kDeepest && IsDataTable(document_, blocks_, id)) context.flags |= kInDataTable;
  }
  if (html::IsBlock(tag) && (above.flags & kInPre) == 0) {
    // Of the marks around a block only a link still means something: `<a><div>…</div></a>`. The others come from tags that
    // nobody closed as often as from an author.
    context.mark = context.link;
    context.flags &= static_cast<std::uint16_t>(~kAllMarked);
  }
  const Form form = FormOf(document_, blocks_, id);
  if (Keeps(form.tag, context)) {
    context.structure = id;
    context.form = form;
    ++context.depth;
  }
  const bool marks = Marks(id, context);
  if (metadata::IsLanguageTag(document_.AttributeOf(id, "lang"))) context.lang = id;
  if (IsDirection(document_.AttributeOf(id, "dir"))) context.dir = id;
  if (marks) {
    context.mark = id;
    if (InlineTag(tag) == Tag::kA) context.link = id;
    context.flags |= MarkedFlag(InlineTag(tag));
  }
  if (html::HoldsInline(form.tag) && form.tag != Tag::kP && form.tag != Tag::kCaption) context.flags |= kInInlineHolder;
  if (context.form.tag == Tag::kFigure) context.flags |= kInFigure;
  if (tag == Tag::kPre) context.flags |= kInPre;
  if (context.form.tag == Tag::kAside) context.flags |= kInCallout;
  return context;
}

/// Whether an element stays as structure, in the form `as`. Parts of a table stay with their table, items with their list.
bool Skeleton::Keeps(Tag as, const Context& above) const {
  if (as == Tag::kUnknown || (above.flags & kInInlineHolder) != 0) return false;
  const Tag structure = above.structure == kNoNode ? Tag::kUnknown : contexts_[above.structure].form.tag;
  switch (as) {
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
    case Tag::kAside: return (above.flags & kInCallout) == 0 && above.depth < kDeepest;  // its title and content may be called as it is
    default: return above.depth < kDeepest;
  }
}

bool Skeleton::Marks(NodeId id, const Context& above) const {
  const Tag tag = InlineTag(document_.nodes[id].tag);
  if (html::IsBlock(document_.nodes[id].tag)) return false;
  if (tag != Tag::kA && ChangesLanguage(id, above)) return true;
  if (tag == Tag::kUnknown || (above.flags & MarkedFlag(tag)) != 0) return false;
  // Emphasis of a full stop or a picture shows nothing, and Markdown cannot read it.
  if ((tag == Tag::kEm || tag == Tag::kStrong) && !HasWord(document_, id)) return false;
  if (tag != Tag::kA) {
    // In a block of code, marks with classes are a highlighter's, and `<pre><code>` says nothing that the block does not.
    return (above.flags & kInPre) == 0 || (tag != Tag::kCode && !document_.HasAttribute(id, "class"));
  }
  const std::string_view href = unicode::Trimmed(document_.AttributeOf(id, "href"));
  return !href.empty() && href != "#" && above.link == kNoNode && IsFollowed(href);
}

/// Whether a link leads anywhere that an article may lead to.
bool Skeleton::IsFollowed(std::string_view href) const {
  const std::string address = url::Resolve(base_, href);
  return !address.empty() && url::IsSafeLink(address);
}

/// A passage in another language than what it stands in, or in the other direction.
bool Skeleton::ChangesLanguage(NodeId id, const Context& above) const {
  if ((above.flags & kInPre) != 0) return false;
  const std::string_view lang = document_.AttributeOf(id, "lang"), dir = document_.AttributeOf(id, "dir");
  const std::string_view outer = above.lang == kNoNode ? lang_ : document_.AttributeOf(above.lang, "lang");
  if (metadata::IsLanguageTag(lang) && !unicode::EqualsIgnoringAsciiCase(metadata::PrimaryLanguage(lang), metadata::PrimaryLanguage(outer))) return true;
  return IsDirection(dir) && !unicode::EqualsIgnoringAsciiCase(dir, above.dir == kNoNode ? "ltr" : document_.AttributeOf(above.dir, "dir"));
}

}  // namespace pith::clean

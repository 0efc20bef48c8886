#include "core/clean/structure.h"

#include <algorithm>

#include "core/unicode/unicode.h"

namespace pith::clean {

namespace {

using html::Tag;
using parse::Document;
using parse::NodeId;

/// Block elements that mean something to a reader. All others (div, section, …) are transparent unless they say what they are.
bool IsStructural(Tag tag) {
  switch (tag) {
    case Tag::kH1:
    case Tag::kH2:
    case Tag::kH3:
    case Tag::kH4:
    case Tag::kH5:
    case Tag::kH6:
    case Tag::kP:
    case Tag::kPre:
    case Tag::kBlockquote:
    case Tag::kUl:
    case Tag::kOl:
    case Tag::kMenu:
    case Tag::kDir:
    case Tag::kLi:
    case Tag::kDl:
    case Tag::kDt:
    case Tag::kDd:
    case Tag::kFigure:
    case Tag::kFigcaption:
    case Tag::kTable:
    case Tag::kCaption:
    case Tag::kThead:
    case Tag::kTbody:
    case Tag::kTfoot:
    case Tag::kTr:
    case Tag::kTd:
    case Tag::kTh:
    case Tag::kDetails:
    case Tag::kSummary: return true;
    default: return false;
  }
}

/// A heading by its role: `<div role="heading" aria-level="3">`.
Tag HeadingByRole(const Document& document, NodeId id) {
  if (document.AttributeOf(id, "role") != "heading") return Tag::kUnknown;
  const std::string_view level = document.AttributeOf(id, "aria-level");
  const char digit = level.size() == 1 && level[0] >= '1' && level[0] <= '6' ? level[0] : '2';
  return static_cast<Tag>(static_cast<int>(Tag::kH1) + (digit - '1'));
}

/// The kind of a callout, which has a name of its own or stands beside that of any callout.
Look CalloutOf(LookSet looks, Tag tag) {
  for (const Look kind : {Look::kCaution, Look::kWarning, Look::kImportant, Look::kTip, Look::kNote}) {
    if ((looks & Bit(kind)) == 0) continue;
    // `<div class="note">` alone could be anything; an `<aside>` is none of the running text anyway.
    return (looks & Bit(Look::kCallout)) != 0 || tag == Tag::kAside ? kind : Look::kNone;
  }
  return (looks & Bit(Look::kCallout)) != 0 ? Look::kNote : Look::kNone;
}

/// Whether an element says that it is a post of a thread.
bool IsPost(const Document& document, NodeId id, LookSet looks) {
  if ((looks & Bit(Look::kThreadPost)) != 0 || document.AttributeOf(id, "role") == "comment") return true;
  const std::string_view type = document.AttributeOf(id, "itemtype");
  const std::string_view name = type.substr(std::min(type.rfind('/') + 1, type.size()));
  return name == "Comment" || name == "Answer" || name == "Question" || name == "DiscussionForumPosting" || name == "UserComments";
}

}  // namespace

Form FormOf(const Document& document, const annotate::Blocks& blocks, NodeId id) {
  constexpr std::uint32_t kLongestAside = 400;  // words: a class that holds for more than this names a page, not a callout
  const Tag tag = document.nodes[id].tag;
  if (!html::IsBlock(tag)) return {};
  const Tag heading = HeadingByRole(document, id);
  if (heading != Tag::kUnknown) return {heading, Look::kNone};
  if ((blocks.hints[id] & annotate::kFigure) != 0) return {Tag::kFigure, Look::kNone};
  if ((blocks.hints[id] & annotate::kCaption) != 0) return {Tag::kFigcaption, Look::kNone};
  switch (tag) {
    case Tag::kMenu:
    case Tag::kDir: return {Tag::kUl, Look::kNone};
    case Tag::kP: {  // of an article that is extracted again
      const bool embed = blocks.extents[id].link_words == blocks.extents[id].words && (LooksOf(document, id) & Bit(Look::kEmbed)) != 0;
      return {tag, embed ? Look::kEmbed : Look::kNone};
    }
    case Tag::kArticle:
    case Tag::kAside:
    case Tag::kBlockquote:
    case Tag::kDiv:
    case Tag::kSection: {
      const LookSet looks = LooksOf(document, id);
      if (tag != Tag::kBlockquote && tag != Tag::kAside && IsPost(document, id, looks)) return {Tag::kArticle, Look::kThreadPost};
      if (blocks.extents[id].words <= kLongestAside && tag != Tag::kArticle) {
        if ((looks & Bit(Look::kPullquote)) != 0) return {Tag::kBlockquote, Look::kPullquote};
        const Look callout = CalloutOf(looks, tag);
        if (callout != Look::kNone) return {Tag::kAside, callout};
      }
      return {tag == Tag::kBlockquote ? tag : Tag::kUnknown, Look::kNone};
    }
    default: return {IsStructural(tag) ? tag : Tag::kUnknown, Look::kNone};
  }
}

bool HasWord(const Document& document, NodeId id) {
  constexpr std::size_t kLong = 64;  // bytes, each node counting as one
  std::size_t seen = 0;
  for (NodeId node = id + 1; node < document.nodes[id].end; ++node) {
    const std::string_view text = document.IsText(node) ? document.TextOf(node) : std::string_view();
    for (std::size_t at = 0; at < text.size() && seen <= kLong;) {
      const unicode::Decoded next = unicode::Decode(text, at);
      const unicode::CharClass char_class = unicode::ClassOf(next.code_point);
      if (char_class == unicode::CharClass::kLetter || char_class == unicode::CharClass::kNumber) return true;
      at += next.size;
      seen += next.size;
    }
    if (++seen > kLong) return true;
  }
  return false;
}

bool ShowsText(const Document& document, NodeId id) {
  for (NodeId node = id + 1; node < document.nodes[id].end; ++node) {
    if (document.IsText(node) && !unicode::Trimmed(document.TextOf(node)).empty()) return true;
  }
  return false;
}

Tag InlineTag(Tag tag) {
  switch (tag) {
    case Tag::kI:
    case Tag::kEm: return Tag::kEm;
    case Tag::kB:
    case Tag::kStrong: return Tag::kStrong;
    case Tag::kS:
    case Tag::kStrike:
    case Tag::kDel: return Tag::kDel;
    case Tag::kTt:
    case Tag::kCode: return Tag::kCode;
    case Tag::kA:
    case Tag::kAbbr:
    case Tag::kBdi:
    case Tag::kBdo:
    case Tag::kCite:
    case Tag::kDfn:
    case Tag::kIns:
    case Tag::kKbd:
    case Tag::kMark:
    case Tag::kQ:
    case Tag::kRp:
    case Tag::kRt:
    case Tag::kRuby:
    case Tag::kSamp:
    case Tag::kSub:
    case Tag::kSup:
    case Tag::kTime:
    case Tag::kVar: return tag;
    default: return Tag::kUnknown;
  }
}

bool IsDataTable(const Document& document, const annotate::Blocks& blocks, NodeId table) {
  const std::string_view role = document.AttributeOf(table, "role");
  if (role == "presentation" || role == "none") return false;
  // A cell with this many words holds an article, not a datum.
  constexpr std::uint32_t kLongCell = 120;
  std::uint32_t rows = 0, row_cells = 0, most_cells = 0, inner_words = 0;
  bool header = false;
  for (NodeId id = table + 1; id < document.nodes[table].end; ++id) {
    switch (document.nodes[id].tag) {
      case Tag::kTh:
      case Tag::kCaption:
      case Tag::kThead: header = true; break;
      case Tag::kTable:
        if (!header) return false;
        inner_words += blocks.extents[id].words;
        id = document.nodes[id].end - 1;
        break;
      case Tag::kTr:
        ++rows;
        row_cells = 0;
        break;
      case Tag::kTd:
        if (!header && blocks.extents[id].words >= kLongCell) return false;
        most_cells = std::max(most_cells, ++row_cells);
        break;
      default: break;
    }
  }
  // A header over tables that say nearly everything is a title above what the table lays out.
  return header ? inner_words * 5 <= blocks.extents[table].words * 4 : rows > 1 && most_cells > 1;
}

}  // namespace pith::clean

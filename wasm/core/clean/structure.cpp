#include "core/clean/structure.h"

#include <algorithm>

namespace pith::clean {

using html::Tag;

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

bool HoldsInline(Tag tag) {
  return html::IsHeading(tag) || tag == Tag::kP || tag == Tag::kPre || tag == Tag::kDt || tag == Tag::kCaption || tag == Tag::kSummary;
}

Tag StructureTag(Tag tag) { return tag == Tag::kMenu || tag == Tag::kDir ? Tag::kUl : tag; }

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

bool IsDataTable(const parse::Document& document, const annotate::Blocks& blocks, parse::NodeId table) {
  const std::string_view role = document.AttributeOf(table, "role");
  if (role == "presentation" || role == "none") return false;
  // A cell with this many words holds an article, not a datum.
  constexpr std::uint32_t kLongCell = 120;
  std::uint32_t rows = 0, cells = 0, row_cells = 0, most_cells = 0;
  for (parse::NodeId id = table + 1; id < document.nodes[table].end; ++id) {
    switch (document.nodes[id].tag) {
      case Tag::kTh:
      case Tag::kCaption:
      case Tag::kThead: return true;
      case Tag::kTable: return false;
      case Tag::kTr:
        ++rows;
        row_cells = 0;
        break;
      case Tag::kTd:
        if (blocks.extents[id].words >= kLongCell) return false;
        ++cells;
        most_cells = std::max(most_cells, ++row_cells);
        break;
      default: break;
    }
  }
  return rows > 1 && most_cells > 1;
}

}  // namespace pith::clean

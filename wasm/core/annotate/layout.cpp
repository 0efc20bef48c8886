#include "core/annotate/layout.h"

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/annotate/visibility.h"
#include "core/unicode/unicode.h"

namespace pith::annotate {
namespace {

using html::Tag;
using parse::Document;
using parse::NodeId;

/// Whether an element may have blocks in it.
bool HoldsBlocks(Tag tag) { return html::IsBlock(tag) && !html::HoldsInline(tag) && tag != Tag::kButton; }

/// Whether all that is inline right in an element, but for custom elements, says nothing.
bool HoldsNoLine(const Document& document, NodeId parent) {
  for (NodeId child = parent + 1; child < document.nodes[parent].end; child = document.nodes[child].end) {
    const Tag tag = document.nodes[child].tag;
    if (document.IsText(child)) {
      if (!unicode::Trimmed(document.TextOf(child)).empty()) return false;
    } else if (tag != Tag::kUnknown && !html::IsBlock(tag) && !html::HidesContent(tag) && document.nodes[child].end > child + 1) {
      return false;
    }
  }
  return true;
}

}  // namespace

void LayOut(Document& document) {
  enum : std::uint8_t { kUnseen, kParts, kFlows };
  std::vector<std::uint8_t> seen;  // by parent
  for (NodeId id = 1; id < document.nodes.size(); ++id) {
    Tag& tag = document.nodes[id].tag;
    if (tag == Tag::kSpan && IsDeclaredBlock(document, id)) tag = Tag::kDiv;
    if (tag != Tag::kUnknown || document.IsText(id)) continue;
    const std::string_view name = document.CustomNameOf(id);
    if (name.find('-') == std::string_view::npos || name.starts_with("amp-")) continue;  // the dash makes it a custom one (HTML, 4.13.2)
    seen.resize(document.nodes.size());
    const NodeId parent = document.nodes[id].parent;
    if (seen[parent] == kUnseen) seen[parent] = HoldsBlocks(document.nodes[parent].tag) && HoldsNoLine(document, parent) ? kParts : kFlows;
    if (seen[parent] == kParts) tag = Tag::kDiv;
  }
}

}  // namespace pith::annotate

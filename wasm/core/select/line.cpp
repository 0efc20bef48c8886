#include "core/select/line.h"

#include <cstddef>

#include "core/select/selection.h"
#include "core/unicode/unicode.h"

namespace pith::select {

char32_t LastOf(std::string_view text) {
  constexpr std::u32string_view kClosing = U" \"')*\u2019\u201D\u00BB\u203A\u300D\u300F\uFF09";
  bool note = false;  // between brackets
  for (std::size_t at = text.size(); at > 0;) {
    --at;
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) continue;
    const char32_t c = unicode::Decode(text, at).code_point;
    if (c == ']') {
      note = true;
    } else if (note) {
      note = c != '[';
    } else if (kClosing.find(c) == std::u32string_view::npos) {
      return c;
    }
  }
  return 0;
}

bool EndsStatement(char32_t last) { return unicode::EndsSentence(last) && last != '?' && last != '!' && last != 0xFF1F && last != 0xFF01 && last != 0x061F; }

bool IsInList(const parse::Document& document, const annotate::Blocks& blocks, const annotate::Block& block) {
  constexpr int kLevels = 3;  // <li><div><p>
  annotate::NodeId node = block.container;
  for (int level = 0; level < kLevels && node != parse::kNoNode; ++level, node = document.nodes[node].parent) {
    const parse::Node& element = document.nodes[node];
    const bool cell = element.tag == html::Tag::kTd;
    if (IsPartOfList(element.tag) && (!cell || blocks.extents[element.parent].words > blocks.extents[node].words)) return true;
  }
  return false;
}

annotate::NodeId LinkAround(const parse::Document& document, const annotate::Block& block) {
  annotate::NodeId node = document.nodes[block.first].parent;
  while (node != parse::kNoNode && document.nodes[node].tag != html::Tag::kA) node = document.nodes[node].parent;
  for (annotate::NodeId inner = block.first; node == parse::kNoNode && inner < block.last; ++inner) {
    if (!document.IsText(inner) && document.nodes[inner].tag == html::Tag::kA) node = inner;
  }
  return node;
}

std::string_view AddressOf(const parse::Document& document, annotate::NodeId link) { return unicode::Trimmed(document.AttributeOf(link, "href")); }

}  // namespace pith::select

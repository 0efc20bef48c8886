#include "core/render/flanking.h"

#include "core/unicode/unicode.h"

namespace pith::render {
namespace {

using clean::ArticleTree;
using clean::ItemId;
using html::Tag;

Side SideOf(char32_t code_point) {
  const unicode::CharClass char_class = unicode::ClassOf(code_point);
  if (char_class == unicode::CharClass::kSpace) return Side::kSpace;
  if (char_class == unicode::CharClass::kPunctuation || (code_point < 0x80 && char_class == unicode::CharClass::kSymbol)) return Side::kPunctuation;
  return char_class == unicode::CharClass::kSymbol ? Side::kSymbol : Side::kOther;
}

/// Elements that Markdown writes with marks of punctuation around them.
bool HasMarks(Tag tag) {
  switch (tag) {
    case Tag::kA:
    case Tag::kCode:
    case Tag::kDel:
    case Tag::kEm:
    case Tag::kImg:
    case Tag::kKbd:
    case Tag::kQ:
    case Tag::kSamp:
    case Tag::kStrong:
    case Tag::kSub:
    case Tag::kSup: return true;
    default: return false;
  }
}

}  // namespace

Side FirstOf(std::string_view text) { return text.empty() ? Side::kSpace : SideOf(unicode::Decode(text, 0).code_point); }

Side LastOf(std::string_view text) {
  if (text.empty()) return Side::kSpace;
  std::size_t at = text.size() - 1;
  for (int i = 0; i < 3 && at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80; ++i) --at;
  return SideOf(unicode::Decode(text, at).code_point);
}

Side FirstOf(const ArticleTree& tree, ItemId from, ItemId end) {
  for (ItemId id = from; id < end; ++id) {
    if (tree.IsText(id)) return FirstOf(tree.TextOf(id));
    if (HasMarks(tree.items[id].tag)) return Side::kPunctuation;
    if (html::IsBlock(tree.items[id].tag) || tree.items[id].tag == Tag::kBr) return Side::kSpace;
  }
  return Side::kSpace;
}

Side LastOf(const ArticleTree& tree, ItemId from, ItemId end) {
  if (from >= end) return Side::kSpace;
  for (ItemId id = from; id < end; ++id) {
    if (!tree.IsText(id) && tree.items[id].end == end && HasMarks(tree.items[id].tag)) return Side::kPunctuation;
  }
  return tree.IsText(end - 1) ? LastOf(tree.TextOf(end - 1)) : Side::kSpace;
}

bool Flanks(Side outside, Side inside) {
  if (inside == Side::kSpace) return false;
  return inside == Side::kOther || outside == Side::kSpace || outside == Side::kPunctuation;
}

}  // namespace pith::render

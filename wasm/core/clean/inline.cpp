#include "core/clean/inline.h"

#include <algorithm>

#include "core/clean/image.h"
#include "core/clean/structure.h"
#include "core/unicode/unicode.h"
#include "core/url/url.h"

namespace pith::clean {

using annotate::Block;
using annotate::NodeId;
using html::Tag;
using parse::Document;
using parse::kNoNode;

namespace {

// A link around many blocks is written for each, and each relative address grows by the base: what all addresses together may
// take is bounded by the size of the page.
constexpr std::size_t kAddressesPerPageByte = 4;
constexpr std::size_t kAddressesAtLeast = std::size_t{1} << 20;

}  // namespace

InlineCopier::InlineCopier(const Document& document, const Skeleton& skeleton, std::string_view base, TreeBuilder& builder)
    : document_(document), skeleton_(skeleton), base_(base), builder_(builder), budget_(document.characters.size() * kAddressesPerPageByte + kAddressesAtLeast) {}

void InlineCopier::Copy(const Block& block) {
  const bool pre = skeleton_.InPre(block.first);
  at_start_ = true;
  space_ = line_ = false;
  std::vector<NodeId> lines;  // ends of the block elements that are the lines of preformatted text
  for (NodeId node = block.first; node <= block.last;) {
    CloseMarks(node);
    for (; !lines.empty() && node >= lines.back(); lines.pop_back()) line_ = true;
    const parse::Node& here = document_.nodes[node];
    if (document_.IsText(node)) {
      if (pre) {
        Verbatim(node);
      } else {
        Text(node);
      }
    } else if (IsImage(node)) {
      Image(node);
      node = here.end;
      continue;
    } else if (html::HidesContent(here.tag) || IsPermalink(node)) {
      node = here.end;
      continue;
    } else if (pre && here.tag == Tag::kBr) {
      builder_.Text("\n", node);
    } else if (pre && html::IsBlock(here.tag)) {
      line_ = true;
      lines.push_back(here.end);
    }
    ++node;
  }
  CloseMarks(kNoNode);
}

bool InlineCopier::HasContent(const Block& block) const {
  if (block.text.size > 0) return true;
  for (NodeId node = block.first; node <= block.last; ++node) {
    if (IsImage(node) && !AddressOf(document_, node, base_).empty()) return true;
  }
  return false;
}

/// A heading's link to itself: a fragment without words, such as `<a href="#install">¶</a>`.
bool InlineCopier::IsPermalink(NodeId node) const {
  if (document_.nodes[node].tag != Tag::kA || document_.AttributeOf(node, "href").substr(0, 1) != "#") return false;
  const NodeId structure = skeleton_.StructureAbove(node);
  if (structure == kNoNode || document_.nodes[structure].tag == Tag::kP || !HoldsInline(document_.nodes[structure].tag)) return false;
  const std::string text = document_.TextBelow(node);
  for (std::size_t at = 0; at < text.size();) {
    const unicode::Decoded next = unicode::Decode(text, at);
    const unicode::CharClass char_class = unicode::ClassOf(next.code_point);
    if (char_class == unicode::CharClass::kLetter || char_class == unicode::CharClass::kNumber) return false;
    at += next.size;
  }
  return true;
}

void InlineCopier::Text(NodeId node) {
  const std::string_view text = document_.TextOf(node);
  std::string collapsed;
  for (std::size_t at = 0; at < text.size();) {
    const unicode::Decoded next = unicode::Decode(text, at);
    if (unicode::ClassOf(next.code_point) == unicode::CharClass::kSpace) {
      space_ = true;
    } else {
      if (collapsed.empty()) {
        OpenMarks(node);
      } else if (space_) {
        collapsed += ' ';
      }
      space_ = false;
      collapsed.append(text.substr(at, next.size));
    }
    at += next.size;
  }
  builder_.Text(collapsed, node);
}

void InlineCopier::Verbatim(NodeId node) {
  const std::string_view text = document_.TextOf(node);
  if (text.empty()) return;
  if (line_ && !at_start_ && text[0] != '\n' && !builder_.EndsWith('\n')) builder_.Text("\n", node);
  line_ = false;
  space_ = false;
  OpenMarks(node);
  builder_.Text(text, node);
}

void InlineCopier::Image(NodeId node) {
  const std::string address = AddressOf(document_, node, base_);
  if (address.empty() || !Affords(address.size())) return;
  OpenMarks(node);
  builder_.Open(Tag::kImg, node);
  builder_.Attribute(Name::kSrc, address);
  builder_.Attribute(Name::kAlt, unicode::Collapsed(document_.AttributeOf(node, "alt")));
  builder_.Close();
}

/// Closes the inline elements that `node` does not stand in.
void InlineCopier::CloseMarks(NodeId node) {
  for (; !marks_.empty() && node >= document_.nodes[marks_.back()].end; marks_.pop_back()) builder_.Close();
}

/// Opens the inline elements between what is open and a leaf, outermost first, after the space that is due.
void InlineCopier::OpenMarks(NodeId leaf) {
  if (space_ && !at_start_ && !builder_.EndsWith(' ')) builder_.Text(" ", leaf);
  space_ = at_start_ = false;
  std::vector<NodeId> path;
  const NodeId stop = marks_.empty() ? kNoNode : marks_.back();
  for (NodeId id = skeleton_.MarkAbove(leaf); id != kNoNode && id != stop; id = skeleton_.MarkAbove(id)) path.push_back(id);
  std::for_each(path.rbegin(), path.rend(), [&](NodeId mark) { OpenMark(mark); });
}

void InlineCopier::OpenMark(NodeId mark) {
  const Tag tag = InlineTag(document_.nodes[mark].tag);
  if (tag == Tag::kA) {
    const std::string_view href = document_.AttributeOf(mark, "href");
    if (href.size() > budget_) return;
    const std::string address = url::Resolve(base_, href);
    if (!Affords(address.size())) return;
    builder_.Open(tag, mark);
    builder_.Attribute(Name::kHref, address);
  } else {
    builder_.Open(tag, mark);
  }
  if (tag == Tag::kAbbr) OpenAttribute(mark, "title", Name::kTitle);
  if (tag == Tag::kTime) OpenAttribute(mark, "datetime", Name::kDatetime);
  marks_.push_back(mark);
}

void InlineCopier::OpenAttribute(NodeId node, std::string_view attribute, Name name) {
  const std::string_view value = document_.AttributeOf(node, attribute);
  if (!value.empty() && Affords(value.size())) builder_.Attribute(name, value);
}

bool InlineCopier::Affords(std::size_t bytes) {
  if (bytes > budget_) return false;
  budget_ -= bytes;
  return true;
}

bool InlineCopier::IsImage(NodeId node) const { return document_.nodes[node].tag == Tag::kImg || document_.CustomNameOf(node) == "amp-img"; }

}  // namespace pith::clean

#include "core/parse/parse.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "core/parse/arena.h"
#include "core/unicode/unicode.h"
#include "gumbo/fast_gumbo.h"

namespace pith::parse {
namespace {

using html::Tag;

static_assert(kMostAttributes == kPithMostAttributes);

/// Our tag for each of Gumbo's.
constexpr std::array<Tag, GUMBO_TAG_LAST + 1> kTags = [] {
  std::array<Tag, GUMBO_TAG_LAST + 1> tags{};
#define PITH_TAG(enumerator, gumbo, name, traits) tags[GUMBO_TAG_##gumbo] = Tag::enumerator;
#include "core/html/tags.def"
#undef PITH_TAG
  tags[GUMBO_TAG_UNKNOWN] = Tag::kUnknown;
  return tags;
}();

/// Reads Gumbo's tree into a Document, without recursion.
class Reader {
 public:
  Reader(Document& document, std::string_view markup, std::vector<std::uint32_t>* ends) : document_(document), markup_(markup), ends_(ends) {}

  void Read(const GumboNode* root) {
    struct Frame {
      const GumboNode* node;
      NodeId id;
      unsigned next;
    };
    std::vector<Frame> path;
    path.push_back({root, Element(root, kNoNode, 0), 0});
    while (!path.empty()) {
      Frame& top = path.back();
      const GumboVector& children = top.node->v.element.children;
      if (top.next == children.length) {
        document_.nodes[top.id].end = static_cast<NodeId>(document_.nodes.size());
        path.pop_back();
        continue;
      }
      const auto* child = static_cast<const GumboNode*>(children.data[top.next++]);
      const auto depth = static_cast<std::uint16_t>(std::min<std::size_t>(path.size(), 0xFFFF));
      const NodeId parent = top.id;
      switch (child->type) {
        case GUMBO_NODE_ELEMENT:
        case GUMBO_NODE_TEMPLATE: path.push_back({child, Element(child, parent, depth), 0}); break;
        case GUMBO_NODE_TEXT:
        case GUMBO_NODE_CDATA:
        case GUMBO_NODE_WHITESPACE: Text(child, parent, depth); break;
        case GUMBO_NODE_COMMENT:
        case GUMBO_NODE_DOCUMENT: break;
      }
    }
  }

 private:
  Slice Store(std::string_view text) {
    const Slice slice{static_cast<std::uint32_t>(document_.characters.size()), static_cast<std::uint32_t>(text.size())};
    document_.characters += text;
    return slice;
  }

  NodeId Add(const Node& node, const GumboStringPiece& original) {
    document_.nodes.push_back(node);
    if (ends_ != nullptr) ends_->push_back(original.data == nullptr ? 0 : static_cast<std::uint32_t>(original.data + original.length - markup_.data()));
    return static_cast<NodeId>(document_.nodes.size() - 1);
  }

  NodeId Element(const GumboNode* from, NodeId parent, std::uint16_t depth) {
    const GumboElement& element = from->v.element;
    const auto first = static_cast<std::uint32_t>(document_.attributes.size());
    Tag tag = kTags[element.tag];
    if (element.tag == GUMBO_TAG_UNKNOWN) tag = Unknown(element);
    for (unsigned i = 0; i < element.attributes.length; ++i) {
      const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
      const std::string_view name = attribute->name;
      if (name.substr(0, 2) == "on") continue;  // event handlers: no stage may ever see one
      const Slice stored = Store(name);
      document_.attributes.push_back({stored, Store(attribute->value)});
    }
    const auto count = static_cast<std::uint32_t>(document_.attributes.size()) - first;
    // A declarative shadow root: browsers show what stands in it. (Other templates they don't.)
    if (tag == Tag::kTemplate && gumbo_get_attribute(&element.attributes, "shadowrootmode") != nullptr) tag = Tag::kDiv;
    return Add({parent, 0, first, count, element.start_pos.offset, depth, Kind::kElement, tag}, element.original_tag);
  }

  Tag Unknown(const GumboElement& element) {
    GumboStringPiece piece = element.original_tag;
    gumbo_tag_from_original_text(&piece);
    if (piece.data == nullptr) return Tag::kUnknown;
    std::string name(piece.data, piece.length);
    std::transform(name.begin(), name.end(), name.begin(), unicode::AsciiLower);
    const Tag tag = html::FromName(name);
    if (tag == Tag::kUnknown) {
      const Slice stored = Store(kCustomName);
      document_.attributes.push_back({stored, Store(name)});
    }
    return tag;
  }

  void Text(const GumboNode* from, NodeId parent, std::uint16_t depth) {
    const Slice text = Store(from->v.text.text);
    const NodeId id = Add({parent, 0, text.begin, text.size, from->v.text.start_pos.offset, depth, Kind::kText, Tag::kUnknown}, from->v.text.original_text);
    document_.nodes[id].end = id + 1;
  }

  Document& document_;
  std::string_view markup_;
  std::vector<std::uint32_t>* ends_;
};

}  // namespace

Document Parse(std::string_view markup, std::vector<std::uint32_t>* ends) {
  Arena arena;
  const GumboNode* root = pith_gumbo_parse(&arena, markup.data(), markup.size());
  Document document;
  document.characters.reserve(markup.size());
  document.nodes.reserve(markup.size() / 24);
  if (root != nullptr) Reader(document, markup, ends).Read(root);
  return document;
}

}  // namespace pith::parse

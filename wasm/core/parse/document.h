#pragma once

// The page as the stages see it: one flat array of nodes in document order.
//
//   nodes       [ html | head | … | body | div | "text" | p | … ]   pre-order, so a subtree is the range [id, nodes[id].end)
//   attributes  [ {name, value} … ]                                  an element's run is [data, data + count)
//   characters  "…"                                                  all text and attribute strings, by offset

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/html/tag.h"

namespace pith::parse {

using NodeId = std::uint32_t;
inline constexpr NodeId kNoNode = 0xFFFFFFFF;

/// A run of Document::characters.
struct Slice {
  std::uint32_t begin = 0;
  std::uint32_t size = 0;
};

struct Attribute {
  Slice name;  ///< lower case
  Slice value;
};

enum class Kind : std::uint8_t { kElement, kText };

struct Node {
  NodeId parent;
  NodeId end;            ///< one past the last descendant
  std::uint32_t data;    ///< text: offset into characters; element: first attribute
  std::uint32_t count;   ///< text: bytes; element: attributes
  std::uint32_t source;  ///< byte offset in the parsed markup where it starts
  std::uint16_t depth;   ///< of the root: 0
  Kind kind;
  html::Tag tag;         ///< kUnknown for text
};

/// Immutable once built, but for the tags that annotate::LayOut() changes; views into it live as long as it does.
struct Document {
  std::vector<Node> nodes;  ///< nodes[0] is `<html>`; empty for a page without any content
  std::vector<Attribute> attributes;
  std::string characters;
  bool carried = false;  ///< of text that no element of the page holds (core/carried)

  [[nodiscard]] std::string_view At(Slice slice) const { return {characters.data() + slice.begin, slice.size}; }
  [[nodiscard]] std::string_view TextOf(NodeId id) const { return At({nodes[id].data, nodes[id].count}); }
  [[nodiscard]] bool IsText(NodeId id) const { return nodes[id].kind == Kind::kText; }
  /// The value of an attribute, empty where it is absent (or empty).
  [[nodiscard]] std::string_view AttributeOf(NodeId id, std::string_view name) const;
  [[nodiscard]] bool HasAttribute(NodeId id, std::string_view name) const;
  /// The first element of that tag, kNoNode where there is none.
  [[nodiscard]] NodeId First(html::Tag tag) const;
  /// All text below a node, in order, as it stands.
  [[nodiscard]] std::string TextBelow(NodeId id) const;
  /// For each node, how many elements stand before it: an element's own place, counting the page's elements in document order from 0.
  [[nodiscard]] std::vector<std::uint32_t> ElementsBefore() const;
  /// The name of an element that tags.def does not list, such as `amp-img`; empty for others, and for those that LayOut() made a `<div>`.
  [[nodiscard]] std::string_view CustomNameOf(NodeId id) const;
};

/// The name under which a custom element's own name is kept among its attributes; no attribute of a page can be called so.
inline constexpr std::string_view kCustomName = " name";

}  // namespace pith::parse

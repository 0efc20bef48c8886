#include "core/parse/document.h"

namespace pith::parse {
namespace {

const Attribute* Find(const Document& document, NodeId id, std::string_view name) {
  const Node& node = document.nodes[id];
  if (node.kind == Kind::kText) return nullptr;
  for (std::uint32_t i = node.data; i < node.data + node.count; ++i) {
    const std::string_view here = document.At(document.attributes[i].name);
    // Names of one length differ in their first letters mostly, which spares a call.
    if (here.size() == name.size() && here[0] == name[0] && here == name) return &document.attributes[i];
  }
  return nullptr;
}

}  // namespace

std::string_view Document::AttributeOf(NodeId id, std::string_view name) const {
  const Attribute* found = Find(*this, id, name);
  return found != nullptr ? At(found->value) : std::string_view();
}

bool Document::HasAttribute(NodeId id, std::string_view name) const { return Find(*this, id, name) != nullptr; }

NodeId Document::First(html::Tag tag) const {
  for (NodeId id = 0; id < nodes.size(); ++id) {
    if (nodes[id].tag == tag && nodes[id].kind == Kind::kElement) return id;
  }
  return kNoNode;
}

std::string Document::TextBelow(NodeId id) const {
  std::string text;
  for (NodeId at = id; at < nodes[id].end; ++at) {
    if (IsText(at)) text += TextOf(at);
  }
  return text;
}

std::vector<std::uint32_t> Document::ElementsBefore() const {
  std::vector<std::uint32_t> before(nodes.size());
  std::uint32_t count = 0;
  for (NodeId id = 0; id < nodes.size(); ++id) {
    before[id] = count;
    if (!IsText(id)) ++count;
  }
  return before;
}

std::string_view Document::CustomNameOf(NodeId id) const { return nodes[id].tag == html::Tag::kUnknown ? AttributeOf(id, kCustomName) : std::string_view(); }

}  // namespace pith::parse

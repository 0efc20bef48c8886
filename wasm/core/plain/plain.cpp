#include "core/plain/plain.h"

#include "core/scan/scan.h"
#include "core/unicode/unicode.h"

namespace pith::plain {

using html::Tag;
using parse::Document;
using parse::Kind;
using parse::kNoNode;
using parse::NodeId;

Document ToDocument(std::string_view text, const Limits& limits, std::vector<std::string>& warnings) {
  std::uint32_t lines = 0;
  Document document;
  document.characters = text;
  unicode::BlankControls(document.characters);
  const auto add = [&](NodeId parent, std::uint16_t depth, Kind kind, Tag tag, std::size_t begin, std::size_t size) {
    const auto id = static_cast<NodeId>(document.nodes.size());
    document.nodes.push_back({parent, id + 1, static_cast<std::uint32_t>(kind == Kind::kText ? begin : 0), static_cast<std::uint32_t>(size), static_cast<std::uint32_t>(begin), depth, kind, tag});
    return id;
  };
  const NodeId root = add(kNoNode, 0, Kind::kElement, Tag::kHtml, 0, 0);
  const NodeId body = add(root, 1, Kind::kElement, Tag::kBody, 0, 0);
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = text.find_first_of("\r\n", at);
    if (end == std::string_view::npos) end = text.size();
    if (!unicode::Trimmed(text.substr(at, end - at)).empty()) {
      if (++lines > limits.nodes || end + lines * scan::kWorkOfNode > limits.work) {
        warnings.emplace_back(lines > limits.nodes ? "nodes-limit" : "work-limit");
        break;
      }
      const NodeId line = add(body, 2, Kind::kElement, Tag::kP, at, 0);
      add(line, 3, Kind::kText, Tag::kUnknown, at, end - at);
      document.nodes[line].end = line + 2;
    }
    at = end + 1;
  }
  document.nodes[root].end = document.nodes[body].end = static_cast<NodeId>(document.nodes.size());
  return document;
}

}  // namespace pith::plain

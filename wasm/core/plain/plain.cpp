#include "core/plain/plain.h"

#include "core/plain/wrapping.h"
#include "core/scan/scan.h"
#include "core/unicode/unicode.h"

namespace pith::plain {

using html::Tag;
using parse::Document;
using parse::Kind;
using parse::kNoNode;
using parse::NodeId;

Document ToDocument(std::string_view text, const Limits& limits, std::vector<std::string>& warnings) {
  std::uint32_t paragraphs = 0;
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
  const Wrapping wrapping(text);
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view first = LineAt(text, at);
    const std::size_t begin = at;
    at = BehindLine(text, first);
    if (unicode::Trimmed(first).empty()) continue;
    std::string_view last = first;
    while (at < text.size()) {
      const std::string_view next = LineAt(text, at);
      if (!wrapping.GoesOn(first, last, next)) break;
      last = next;
      at = BehindLine(text, next);
    }
    const auto end = static_cast<std::size_t>(last.data() - text.data()) + last.size();
    if (++paragraphs > limits.nodes || end + paragraphs * scan::kWorkOfNode > limits.work) {
      warnings.emplace_back(paragraphs > limits.nodes ? "nodes-limit" : "work-limit");
      break;
    }
    const NodeId paragraph = add(body, 2, Kind::kElement, Tag::kP, begin, 0);
    add(paragraph, 3, Kind::kText, Tag::kUnknown, begin, end - begin);
    document.nodes[paragraph].end = paragraph + 2;
  }
  document.nodes[root].end = document.nodes[body].end = static_cast<NodeId>(document.nodes.size());
  return document;
}

}  // namespace pith::plain

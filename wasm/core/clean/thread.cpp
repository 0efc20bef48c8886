#include "core/clean/thread.h"

#include <algorithm>

#include "core/metadata/sources.h"
#include "core/unicode/unicode.h"

namespace pith::clean {
namespace {

using html::Tag;
using metadata::HasWord;
using parse::Document;
using parse::NodeId;

constexpr std::size_t kLongest = 120;  // bytes: a name or a date, not a text

/// A list of words, if it is no longer than people write it: each post asks all elements near it.
std::string_view Short(std::string_view words) { return words.size() <= kLongest ? words : std::string_view(); }

/// The text of an element that names something, or the value that it has for machines; empty where that is no name.
std::string NameAt(const Document& document, NodeId id) {
  if (document.nodes[id].end - id > 40) return {};
  const std::string_view content = document.AttributeOf(id, "content");
  const std::string name = unicode::Collapsed(content.empty() ? document.TextBelow(id) : content);
  return name.size() <= kLongest ? name : std::string();
}

}  // namespace

PostFacts FactsOf(const Document& document, NodeId post) {
  constexpr NodeId kNear = 400;  // nodes: who wrote a post stands at its head, or at its foot when it is short
  PostFacts facts;
  const NodeId end = std::min(document.nodes[post].end, post + kNear);
  for (NodeId id = post + 1; id < end; ++id) {
    if (document.IsText(id)) continue;
    const std::string_view property = Short(document.AttributeOf(id, "itemprop"));
    if (HasWord(property, "comment") || HasWord(property, "suggestedAnswer") || HasWord(property, "acceptedAnswer") ||
        document.AttributeOf(id, "role") == "comment") {
      id = document.nodes[id].end - 1;  // a post of its own
      continue;
    }
    if (facts.author.empty() && (HasWord(property, "author") || HasWord(Short(document.AttributeOf(id, "rel")), "author"))) {
      NodeId named = id;
      for (NodeId inner = id + 1; inner < std::min(document.nodes[id].end, id + 40); ++inner) {
        if (!document.IsText(inner) && HasWord(Short(document.AttributeOf(inner, "itemprop")), "name")) named = inner;
      }
      facts.author = NameAt(document, named);
      facts.author_node = named;
    }
    if (facts.time.empty() && document.nodes[id].tag == Tag::kTime) {
      facts.time = NameAt(document, id);
      facts.time_node = id;
      if (document.AttributeOf(id, "datetime").size() <= kLongest) facts.datetime = document.AttributeOf(id, "datetime");
    }
  }
  return facts;
}

}  // namespace pith::clean

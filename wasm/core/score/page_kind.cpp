#include "core/score/page_kind.h"

#include <algorithm>

namespace pith::score {
namespace {

using hints::Bit;
using hints::Hint;
using hints::HintSet;
using html::Tag;
using parse::Document;
using parse::NodeId;

constexpr std::size_t kLongestValue = 200;  // bytes

/// The hints of one type's name. Trails of links have types of their own on pages of every kind, so they say nothing.
HintSet OfType(std::string_view type) {
  if (type == "ListItem") return 0;
  const HintSet set = hints::OfWords(type.substr(0, kLongestValue));
  return (set & Bit(Hint::kNav)) != 0 ? 0 : set;
}

/// The values of every "@type" in a JSON text: a string, or an array of them. Reads no more of the grammar than that.
HintSet OfJsonTypes(std::string_view json) {
  constexpr std::string_view kKey = "\"@type\"";
  HintSet set = 0;
  for (std::size_t at = json.find(kKey); at != std::string_view::npos; at = json.find(kKey, at)) {
    at = json.find_first_not_of(" \t\r\n:", at + kKey.size());
    bool array = false;
    while (at != std::string_view::npos && at < json.size()) {
      if (json[at] == '[' && !array) {
        array = true;
      } else if (json[at] == '"') {
        const std::size_t end = json.find('"', at + 1);
        if (end == std::string_view::npos) return set;
        set |= OfType(json.substr(at + 1, end - at - 1));
        at = end;
        if (!array) break;
      } else if (json[at] != ',' && json[at] != ' ' && json[at] != '\n' && json[at] != '\t' && json[at] != '\r') {
        break;
      }
      ++at;
    }
    if (at == std::string_view::npos) break;
  }
  return set;
}

void ReadAddress(std::string_view url, PageKind& kind) {
  const std::size_t scheme = url.find("://");
  const std::size_t host = scheme == std::string_view::npos ? 0 : scheme + 3;
  const std::size_t path = url.find('/', host);
  kind.host = hints::OfWords(url.substr(host, std::min(path, host + kLongestValue) - host));
  if (path == std::string_view::npos) return;
  url.remove_prefix(path);
  const std::size_t end = std::min(url.find('?'), url.find('#'));
  url = url.substr(0, std::min(end, kLongestValue));
  kind.address = hints::OfWords(url);
  std::uint32_t digits = 0, segments = 0, words = 0;
  bool in_segment = false, in_word = false;
  for (const char c : url) {
    if (c == '/') {
      in_segment = in_word = false;
      continue;
    }
    if (!in_segment) {
      in_segment = true;
      ++segments;
      words = 0;
    }
    const bool of_word = c != '-' && c != '_' && c != '.' && c != '+';
    if (of_word && !in_word) ++words;
    in_word = of_word;
    if (c >= '0' && c <= '9') ++digits;
  }
  kind.segments = static_cast<std::uint8_t>(std::min(segments, 255U));
  kind.slug_words = static_cast<std::uint8_t>(std::min(words, 255U));
  kind.digits = static_cast<std::uint8_t>(std::min(digits, 255U));
}

}  // namespace

PageKind ReadPageKind(const Document& document, const std::vector<std::string_view>& json_ld, const Metadata& metadata) {
  PageKind kind;
  ReadAddress(metadata.url, kind);
  for (const std::string_view script : json_ld) kind.schema |= OfJsonTypes(script);
  for (NodeId id = 0; id < document.nodes.size(); ++id) {
    if (document.IsText(id)) continue;
    const Tag tag = document.nodes[id].tag;
    if (tag == Tag::kMeta) {
      if (document.AttributeOf(id, "property") == "og:type" || document.AttributeOf(id, "name") == "generator") {
        kind.page_class |= hints::OfWords(document.AttributeOf(id, "content").substr(0, kLongestValue));
      }
    } else if (tag == Tag::kHtml || tag == Tag::kBody) {
      kind.page_class |= hints::Of(document, id);
    }
    const std::string_view type = document.AttributeOf(id, "itemtype");
    if (!type.empty()) kind.schema |= OfType(type.substr(type.rfind('/') + 1));  // npos + 1 is the whole
  }
  return kind;
}

}  // namespace pith::score

#include "core/clean/embed.h"

#include <algorithm>

#include "core/annotate/visibility.h"
#include "core/unicode/unicode.h"
#include "core/url/url.h"

namespace pith::clean {
namespace {

using html::Tag;
using parse::Document;
using parse::NodeId;

/// The first address of some attributes that leads to the web.
std::string WebAddress(const Document& document, NodeId id, std::initializer_list<std::string_view> names, std::string_view base) {
  constexpr std::size_t kLongest = 2000;  // bytes: what is longer carries a state, not a place
  for (const std::string_view name : names) {
    const std::string_view given = unicode::Trimmed(document.AttributeOf(id, name));
    if (given.empty() || given.size() > kLongest) continue;
    std::string address = url::Resolve(base, given);
    if (url::IsWeb(address)) return address;
  }
  return {};
}

/// The first `<source>` of a video or sound.
std::string SourceOf(const Document& document, NodeId id, std::string_view base) {
  constexpr NodeId kSources = 40;  // nodes
  for (NodeId source = id + 1; source < std::min(document.nodes[id].end, id + kSources); ++source) {
    if (document.nodes[source].tag != Tag::kSource) continue;
    std::string address = WebAddress(document, source, {"src", "data-src"}, base);
    if (!address.empty()) return address;
  }
  return {};
}

}  // namespace

bool IsEmbed(const Document& document, NodeId id) {
  switch (document.nodes[id].tag) {
    case Tag::kIframe:
    case Tag::kVideo:
    case Tag::kAudio:
    case Tag::kEmbed:
    case Tag::kObject: return true;
    case Tag::kUnknown: {
      const std::string_view name = document.CustomNameOf(id);
      return name == "amp-iframe" || name == "amp-video" || name == "amp-audio";
    }
    default: return false;
  }
}

Embed EmbedAt(const Document& document, NodeId id, std::string_view base) {
  Embed embed;
  if (annotate::IsDeclaredTiny(document, id) || annotate::IsDeclaredHidden(document, id)) return embed;
  embed.address = WebAddress(document, id, {"data-src", "data-lazy-src", "src", "data"}, base);
  if (embed.address.empty()) embed.address = SourceOf(document, id, base);
  embed.poster = WebAddress(document, id, {"poster", "data-poster"}, base);
  for (const std::string_view name : {"title", "aria-label", "data-title"}) {
    constexpr std::size_t kLongest = 300;  // bytes
    if (embed.title.empty() && document.AttributeOf(id, name).size() <= kLongest) embed.title = unicode::Collapsed(document.AttributeOf(id, name));
  }
  return embed;
}

}  // namespace pith::clean

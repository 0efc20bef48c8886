#include "core/metadata/metadata.h"

#include <algorithm>
#include <string>

#include "core/html/tag.h"
#include "core/metadata/byline.h"
#include "core/metadata/dateline.h"
#include "core/metadata/headline.h"
#include "core/metadata/html_text.h"
#include "core/metadata/json_ld.h"
#include "core/metadata/language.h"
#include "core/metadata/language_tag.h"
#include "core/metadata/sources.h"
#include "core/unicode/unicode.h"
#include "core/url/placeholder.h"
#include "core/url/url.h"

namespace pith::metadata {
namespace {

using html::Tag;
using parse::Document;
using parse::kNoNode;
using parse::NodeId;

std::string DeclaredLanguage(const Sources& sources, const LinkedData& linked) {
  const Document& document = sources.document;
  return LanguageTag(FirstOf({unicode::Trimmed(document.AttributeOf(0, "lang")), unicode::Trimmed(document.AttributeOf(0, "xml:lang")),
                              sources.First({"og:locale", "content-language", "dc.language", "dcterms.language"}), linked.lang}));
}

std::string Direction(const Document& document, std::string_view lang) {
  const NodeId body = document.First(Tag::kBody);
  for (const NodeId id : {NodeId{0}, body}) {
    if (id == kNoNode) continue;
    const std::string_view dir = unicode::Trimmed(document.AttributeOf(id, "dir"));
    if (unicode::EqualsIgnoringAsciiCase(dir, "rtl")) return "rtl";
    if (unicode::EqualsIgnoringAsciiCase(dir, "ltr")) return "ltr";
  }
  return IsRightToLeftLanguage(lang) ? "rtl" : "";
}

/// An address of a page, as far as it can be told: without a base, as the page writes it. Empty for what is none.
std::string PageAddress(std::string_view base, std::string_view address) {
  if (address.empty()) return {};
  std::string resolved = url::Resolve(base, address);
  return resolved.size() <= kLongestBase && (url::IsWeb(resolved) || url::Parse(resolved).scheme.empty()) ? resolved : std::string();
}

/// Whether a page may say that it came from there.
bool IsAddress(std::string_view given) {
  const url::Url parsed = url::Parse(given);
  return parsed.valid && (url::IsWeb(given) || unicode::EqualsIgnoringAsciiCase(parsed.scheme, "file"));
}

std::string ImageAddress(std::string_view base, std::string_view address) {
  if (address.empty()) return {};
  std::string resolved = url::Resolve(base, address);
  return url::IsSafeImage(resolved) ? resolved : std::string();
}

/// The content, address or text of the first element with an itemprop.
std::string Microdata(const Sources& sources, std::string_view property) {
  constexpr std::size_t kLongest = 300;  // bytes
  const Document& document = sources.document;
  for (const NodeId id : sources.microdata) {
    if (!HasWord(document.AttributeOf(id, "itemprop"), property)) continue;
    for (const std::string_view attribute : {"content", "src", "href"}) {
      if (document.HasAttribute(id, attribute)) return Plain(document.AttributeOf(id, attribute));
    }
    std::string text;
    for (NodeId inner = id; inner < document.nodes[id].end && text.size() <= kLongest; ++inner) {
      if (document.IsText(inner)) text += Clipped(document.TextOf(inner), kLongest);
    }
    return Plain(Clipped(text, kLongest));
  }
  return {};
}

std::string ImageOf(const Sources& sources, const LinkedData& linked, std::string_view base) {
  for (const std::string& address : {sources.First({"og:image", "og:image:url", "og:image:secure_url"}), sources.First({"twitter:image", "twitter:image:src"}),
                                     linked.image, std::string(sources.Link({"image_src"})), Microdata(sources, "image")}) {
    if (!address.empty() && !url::IsPlaceholder(address)) return ImageAddress(base, address);
  }
  return {};
}

/// Words, or an address that may be followed: whoever shows a licence makes a link of what reads as an address.
bool IsHarmless(std::string_view licence) { return url::IsSafeLink(url::Resolve("", licence)); }

std::string LicenceOf(const Sources& sources, const LinkedData& linked, std::string_view base) {
  if (!linked.licence.empty() && IsHarmless(linked.licence)) return linked.licence;
  std::string_view href = sources.Link({"license"});
  if (href.empty() && !sources.licences.empty()) href = sources.document.AttributeOf(sources.licences.front(), "href");
  if (!href.empty()) {
    std::string address = url::Resolve(base, href);
    if (url::IsSafeLink(address)) return address;
  }
  std::string words = sources.First({"dcterms.license", "dc.rights", "dcterms.rights", "cc:license", "license"});
  return IsHarmless(words) ? words : std::string();
}

/// Adds what a list names, its commas parting them, each once and none that is a sentence.
void AddTags(std::string_view list, std::vector<std::string>& tags) {
  constexpr std::size_t kMostTags = 32, kLongestTag = 80;  // bytes
  for (std::size_t at = 0; at <= list.size() && tags.size() < kMostTags;) {
    const std::size_t end = std::min(list.find_first_of(",;", at), list.size());
    const std::string_view tag = unicode::Trimmed(list.substr(at, end - at));
    if (!tag.empty() && tag.size() <= kLongestTag && std::find(tags.begin(), tags.end(), tag) == tags.end()) tags.emplace_back(tag);
    at = end + 1;
  }
}

std::vector<std::string> TagsOf(const Sources& sources, const LinkedData& linked) {
  std::vector<std::string> tags;
  for (const std::string& keyword : linked.tags) AddTags(keyword, tags);
  if (!tags.empty()) return tags;
  for (const std::string& list : sources.All({"article:tag", "parsely-tags", "news_keywords", "citation_keywords", "dc.subject", "keywords"})) AddTags(list, tags);
  if (!tags.empty()) return tags;
  for (const NodeId id : sources.tags) {
    constexpr NodeId kMostNodes = 8;
    if (sources.document.nodes[id].end - id <= kMostNodes) AddTags(Plain(Clipped(sources.document.TextBelow(id), 100)), tags);
  }
  return tags;
}

}  // namespace

std::string BaseOf(const Document& document, std::string_view url) {
  for (NodeId id = 0; id < document.nodes.size(); ++id) {
    if (document.nodes[id].tag != Tag::kBase || !document.HasAttribute(id, "href")) continue;
    std::string base = url::Resolve(url, document.AttributeOf(id, "href"));
    if (url::Parse(base).valid && url::IsSafeLink(base) && base.size() <= kLongestBase) return base;
    break;
  }
  return std::string(url.size() <= kLongestBase ? url : std::string_view());
}

Metadata Read(const Document& document, const annotate::Blocks& blocks, const std::vector<std::string_view>& json_ld, std::string_view url) {
  Metadata facts;
  if (document.nodes.empty()) return facts;
  const Sources sources(document, blocks.hints);
  const LinkedData linked = ReadJsonLd(json_ld);
  const std::string base = BaseOf(document, url);

  facts.url = PageAddress(base, sources.Link({"canonical"}));
  if (facts.url.empty()) facts.url = PageAddress(base, sources.First({"og:url"}));
  if (facts.url.empty() && IsAddress(url)) facts.url = url;
  facts.site_name = FirstOf({sources.First({"og:site_name"}), linked.site_name, sources.First({"application-name"})});
  const url::Url address = url::Parse(url::Parse(facts.url).valid ? std::string_view(facts.url) : url);
  const Site site{std::string(Clipped(facts.site_name, 200)), std::string(Clipped(address.authority, 200)), std::string(address.path.empty() && address.valid ? "/" : Clipped(address.path, 200))};

  const Headline headline = ReadHeadline(sources, blocks, linked, site);
  facts.title = headline.title;
  Byline byline = ReadByline(sources, blocks, linked, headline.heading, site);
  facts.byline = std::move(byline.text);
  facts.authors = std::move(byline.authors);

  const std::string declared = DeclaredLanguage(sources, linked);
  facts.lang = LanguageOf(declared, blocks);
  facts.lang_detected = facts.lang != declared;
  facts.dir = Direction(document, facts.lang);
  Times times = ReadTimes(sources, blocks, linked, headline.heading, facts.lang, facts.url.empty() ? url : std::string_view(facts.url));
  facts.published_time = std::move(times.published.iso);
  facts.published_text = std::move(times.published.raw);
  facts.modified_time = std::move(times.modified.iso);
  facts.modified_text = std::move(times.modified.raw);

  facts.excerpt = FirstOf({linked.description, sources.First({"og:description", "description", "twitter:description", "dc.description", "dcterms.description"}), Microdata(sources, "description")});
  facts.image = ImageOf(sources, linked, base);
  facts.favicon = ImageAddress(base, sources.Link({"icon", "apple-touch-icon"}));
  facts.section = FirstOf({linked.section, sources.First({"article:section", "parsely-section", "cxenseparse:section"}), Microdata(sources, "articleSection")});
  facts.tags = TagsOf(sources, linked);
  facts.licence = LicenceOf(sources, linked, base);
  return facts;
}

}  // namespace pith::metadata

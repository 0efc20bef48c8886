#include "core/metadata/metadata.h"

#include <algorithm>
#include <string>

#include "core/hints/hints.h"
#include "core/html/tag.h"
#include "core/metadata/json_ld.h"
#include "core/metadata/title.h"
#include "core/phrases/phrases.h"
#include "core/unicode/unicode.h"
#include "core/url/url.h"

namespace pith::metadata {
namespace {

using html::Tag;
using parse::Document;
using parse::kNoNode;
using parse::NodeId;

/// The page's `<meta>` elements, asked for by name or property.
class MetaElements {
 public:
  explicit MetaElements(const Document& document) : document_(document) {
    for (NodeId id = 0; id < document.nodes.size(); ++id) {
      if (document.nodes[id].tag == Tag::kMeta) elements_.push_back(id);
    }
  }

  /// The content of the first element with one of these names, tried in their order; empty where there is none.
  [[nodiscard]] std::string First(std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names) {
      for (const NodeId id : elements_) {
        if (!Is(id, name)) continue;
        std::string content = unicode::Collapsed(document_.AttributeOf(id, "content"));
        if (!content.empty()) return content;
      }
    }
    return {};
  }

 private:
  [[nodiscard]] bool Is(NodeId id, std::string_view name) const {
    for (const std::string_view attribute : {"property", "name", "itemprop", "http-equiv"}) {
      if (unicode::EqualsIgnoringAsciiCase(unicode::Trimmed(document_.AttributeOf(id, attribute)), name)) return true;
    }
    return false;
  }

  const Document& document_;
  std::vector<NodeId> elements_;
};

std::string FirstOf(std::initializer_list<std::string_view> candidates) {
  for (const std::string_view candidate : candidates) {
    if (!candidate.empty()) return std::string(candidate);
  }
  return {};
}

/// A heading without the sign behind it that links to itself.
std::string WithoutPermalink(std::string heading) {
  for (const std::string_view sign : {"\u00B6", "#", "\u00A7", "\U0001F517"}) {
    if (heading.size() > sign.size() && heading.compare(heading.size() - sign.size(), sign.size(), sign) == 0) {
      heading.resize(heading.size() - sign.size());
      return std::string(unicode::Trimmed(heading));
    }
  }
  return heading;
}

/// The page's `<h1>` that stands for the headline: the one whose words the page's title holds, or the only one. An h1 that names
/// the site is its logo.
std::string Headline(const Document& document, const std::string& page_title, const std::string& bare_title, const std::string& site_name) {
  const std::string whole = Essence(page_title), bare = Essence(bare_title), site = Essence(site_name);
  std::string confirmed, only;
  int count = 0;
  for (NodeId id = 0; id < document.nodes.size(); ++id) {
    if (document.nodes[id].tag != Tag::kH1) continue;
    std::string text = WithoutPermalink(unicode::Collapsed(document.TextBelow(id)));
    const std::string essence = Essence(text);
    if (essence.empty() || essence == site) continue;
    // A part of the title that is short beside the rest is the site's name behind the separator.
    if (whole.find(essence) != std::string::npos && (bare.find(essence) != std::string::npos || essence.find(bare) != std::string::npos) && essence.size() * 2 >= bare.size() && confirmed.empty()) confirmed = text;
    ++count;
    only = std::move(text);
  }
  constexpr std::size_t kLongest = 300;  // bytes; longer ones are paragraphs in a heading's clothes
  const std::string& best = !confirmed.empty() ? confirmed : only;
  return (!confirmed.empty() || count == 1) && best.size() <= kLongest ? best : std::string();
}

std::size_t CountWords(std::string_view text) { return phrases::Cut(text, 64).size(); }

/// How many words of `a` stand in `b`.
std::size_t SharedWords(std::string_view a, std::string_view b) {
  const std::vector<phrases::Token> words = phrases::Cut(a, 64), others = phrases::Cut(b, 64);
  return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [&](phrases::Token word) { return std::find(others.begin(), others.end(), word) != others.end(); }));
}

std::string Title(const Document& document, const MetaElements& meta, const LinkedData& linked, const std::string& site_name) {
  const NodeId element = document.First(Tag::kTitle);
  const std::string page_title = element == kNoNode ? std::string() : unicode::Collapsed(document.TextBelow(element));
  const std::string declared = FirstOf({meta.First({"og:title", "twitter:title", "citation_title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title"}), page_title});
  const std::string bare = WithoutSiteName(declared, site_name);
  const std::string headline = Headline(document, page_title + " " + declared, bare, site_name);
  const std::string essence = Essence(headline);
  // A headline that the page's title confirms is the author's own spelling.
  if (!essence.empty() && (Essence(page_title).find(essence) != std::string::npos || Essence(declared).find(essence) != std::string::npos)) return headline;
  // So is one that says the same in other words: titles are shortened for search engines.
  if (!essence.empty() && SharedWords(headline, bare) * 2 >= std::min(CountWords(headline), CountWords(bare))) return headline;
  if (!linked.headline.empty() && Essence(declared).find(Essence(linked.headline)) != std::string::npos) return linked.headline;
  return FirstOf({bare, linked.headline, headline});
}

/// An author as meta elements give it, unless it is an address or a number.
std::string WithoutAddress(std::string name) {
  const bool number = name.find_first_not_of("0123456789") == std::string::npos;
  return number || name.find("://") != std::string::npos || name.substr(0, 4) == "www." ? std::string() : name;
}

/// "By Jane Doe" → "Jane Doe", in the languages whose word for it cannot be part of a name.
std::string WithoutBy(std::string name) {
  for (const std::string_view by : {"by ", "by: ", "written by ", "author: ", "von ", "par ", "por ", "door ", "text: ", "autor: "}) {
    if (name.size() > by.size() && unicode::EqualsIgnoringAsciiCase(std::string_view(name).substr(0, by.size()), by)) return name.substr(by.size());
  }
  return name;
}

/// Whether a text can be a person's name: one to six words without digits.
bool LooksLikeName(std::string_view text) {
  constexpr std::size_t kLongest = 60;  // bytes
  constexpr int kMostWords = 6;
  if (text.size() < 3 || text.size() > kLongest) return false;
  int words = 1;
  for (const char c : text) {
    if ((c >= '0' && c <= '9') || c == ':' || c == '@' || c == '|' || c == '?' || c == '!') return false;
    words += c == ' ' ? 1 : 0;
  }
  return words <= kMostWords;
}

/// The author as the visible page marks it: by rel or itemprop, or else by a class that says so.
std::string MarkedAuthor(const Document& document) {
  std::string by_class;
  for (NodeId id = 0; id < document.nodes.size(); ++id) {
    if (document.IsText(id)) continue;
    const bool marked = document.AttributeOf(id, "rel") == "author" || document.AttributeOf(id, "itemprop") == "author";
    const bool hinted = by_class.empty() && (hints::Of(document, id) & hints::Bit(hints::Hint::kAuthor)) != 0;
    if (!marked && !hinted) continue;
    NodeId name = id;
    for (NodeId inner = id + 1; inner < document.nodes[id].end; ++inner) {
      if (!document.IsText(inner) && document.AttributeOf(inner, "itemprop") == "name") name = inner;
    }
    std::string text = WithoutBy(unicode::Collapsed(document.TextBelow(name)));
    if (!LooksLikeName(text)) continue;
    if (marked) return text;
    by_class = std::move(text);
  }
  return by_class;
}

/// The nearest block element around an inline one.
NodeId Paragraph(const Document& document, NodeId id) {
  while (document.nodes[id].parent != kNoNode && !html::IsBlock(document.nodes[id].tag)) id = document.nodes[id].parent;
  return id;
}

/// The first `<time datetime>` that is published, by microdata or because it is the first in the page's article or header.
std::string MarkedTime(const Document& document) {
  constexpr std::size_t kLongestDateline = 200;  // bytes; a time in running prose is one that the author writes about
  constexpr int kMostTried = 16;                 // a page full of times must not be read once for each
  std::string first;
  int tried = 0;
  for (NodeId id = 0; id < document.nodes.size(); ++id) {
    if (document.nodes[id].tag != Tag::kTime && document.AttributeOf(id, "itemprop") != "datePublished") continue;
    std::string time = unicode::Collapsed(document.AttributeOf(id, "datetime"));
    if (time.empty()) time = unicode::Collapsed(document.AttributeOf(id, "content"));
    if (time.empty()) continue;
    if (document.AttributeOf(id, "itemprop") == "datePublished" || document.HasAttribute(id, "pubdate")) return time;
    if (first.empty() && ++tried <= kMostTried && document.TextBelow(Paragraph(document, id)).size() <= kLongestDateline) first = time;
  }
  return first;
}

std::string Language(const Document& document, const MetaElements& meta, const LinkedData& linked) {
  std::string lang = FirstOf({unicode::Trimmed(document.AttributeOf(0, "lang")), unicode::Trimmed(document.AttributeOf(0, "xml:lang")), meta.First({"og:locale", "content-language"}), linked.lang});
  for (char& c : lang) {
    if (c == '_') c = '-';
  }
  constexpr std::size_t kLongestTag = 35;  // RFC 5646, section 4.4.1
  const bool well_formed = lang.size() <= kLongestTag && lang.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == std::string::npos;
  return well_formed ? lang : std::string();
}

std::string Direction(const Document& document, std::string_view lang) {
  const NodeId body = document.First(Tag::kBody);
  for (const NodeId id : {NodeId{0}, body}) {
    if (id == kNoNode) continue;
    const std::string_view dir = unicode::Trimmed(document.AttributeOf(id, "dir"));
    if (unicode::EqualsIgnoringAsciiCase(dir, "rtl")) return "rtl";
    if (unicode::EqualsIgnoringAsciiCase(dir, "ltr")) return "ltr";
  }
  const std::string_view primary = lang.substr(0, lang.find('-'));
  for (const std::string_view rtl : {"ar", "fa", "he", "iw", "ur", "yi", "ps", "ckb", "ug", "dv", "sd"}) {
    if (unicode::EqualsIgnoringAsciiCase(primary, rtl)) return "rtl";
  }
  return {};
}

/// The address of the first `<link>` whose rel holds one of these words, tried in their order.
std::string Link(const Document& document, std::initializer_list<std::string_view> rels, std::string_view base) {
  for (const std::string_view rel : rels) {
    for (NodeId id = 0; id < document.nodes.size(); ++id) {
      if (document.nodes[id].tag != Tag::kLink) continue;
      const std::string given = " " + unicode::Lowered(document.AttributeOf(id, "rel")) + " ";
      const std::string_view href = document.AttributeOf(id, "href");
      if (!href.empty() && given.find(" " + std::string(rel) + " ") != std::string::npos) return url::Resolve(base, href);
    }
  }
  return {};
}

std::string Absolute(std::string_view base, const std::string& address) {
  if (address.empty()) return {};
  std::string resolved = url::Resolve(base, address);
  return url::IsSafeImage(resolved) ? resolved : std::string();
}

}  // namespace

std::string BaseOf(const Document& document, std::string_view url) {
  for (NodeId id = 0; id < document.nodes.size(); ++id) {
    if (document.nodes[id].tag != Tag::kBase || !document.HasAttribute(id, "href")) continue;
    std::string base = url::Resolve(url, document.AttributeOf(id, "href"));
    return url::Parse(base).valid && url::IsSafeLink(base) ? base : std::string(url);
  }
  return std::string(url);
}

Metadata Read(const Document& document, const std::vector<std::string_view>& json_ld, std::string_view url) {
  Metadata facts;
  if (document.nodes.empty()) return facts;
  const MetaElements meta(document);
  const LinkedData linked = ReadJsonLd(json_ld);
  const std::string base = BaseOf(document, url);
  facts.site_name = FirstOf({meta.First({"og:site_name"}), linked.site_name, meta.First({"application-name"})});
  facts.title = Title(document, meta, linked, facts.site_name);
  facts.byline = WithoutBy(FirstOf({linked.byline, WithoutAddress(meta.First({"author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "citation_author", "byl"})), MarkedAuthor(document)}));
  facts.published_time = FirstOf({linked.published_time, meta.First({"article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "dc.date", "dcterms.date", "citation_publication_date", "date", "pubdate"}), MarkedTime(document)});
  facts.modified_time = FirstOf({linked.modified_time, meta.First({"article:modified_time", "og:updated_time", "datemodified", "last-modified"})});
  facts.lang = Language(document, meta, linked);
  facts.dir = Direction(document, facts.lang);
  facts.excerpt = FirstOf({linked.description, meta.First({"og:description", "description", "twitter:description", "dc.description", "dcterms.description"})});
  facts.image = Absolute(base, FirstOf({meta.First({"og:image", "og:image:url", "twitter:image", "twitter:image:src"}), linked.image}));
  facts.url = Link(document, {"canonical"}, base);
  if (facts.url.empty()) facts.url = Absolute(base, meta.First({"og:url"}));
  if (facts.url.empty() && url::Parse(url).valid) facts.url = url;
  facts.favicon = Absolute(base, Link(document, {"icon", "apple-touch-icon"}, base));
  return facts;
}

}  // namespace pith::metadata

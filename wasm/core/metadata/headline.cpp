#include "core/metadata/headline.h"

#include <algorithm>

#include "core/metadata/html_text.h"
#include "core/phrases/phrases.h"
#include "core/unicode/unicode.h"

namespace pith::metadata {
namespace {

using html::Tag;
using parse::kNoNode;
using parse::NodeId;

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

struct Heading {
  NodeId id;
  std::string text;
  std::string essence;
};

/// The page's headings with their own words: buttons and dates in them are not the headline's.
std::vector<Heading> ReadHeadings(const std::vector<NodeId>& ids, const parse::Document& document, const annotate::Blocks& blocks) {
  constexpr std::size_t kLongest = 300;  // bytes; longer ones are paragraphs in a heading's clothes
  std::vector<Heading> headings;
  for (const NodeId id : ids) {
    const annotate::Extent& extent = blocks.extents[id];
    std::string text;
    for (annotate::BlockId block = extent.first_block; block < extent.end_block && text.size() <= kLongest; ++block) {
      const Tag container = document.nodes[blocks.blocks[block].container].tag;
      if (container == Tag::kButton || blocks.blocks[block].first < id || blocks.blocks[block].text.size > kLongest || blocks.blocks[block].last >= document.nodes[id].end) continue;
      if (!text.empty()) text += ' ';
      text += blocks.TextOf(block);
    }
    text = WithoutPermalink(Plain(text));
    std::string essence = Essence(text);
    const bool known = std::any_of(headings.begin(), headings.end(), [&](const Heading& heading) { return heading.essence == essence; });
    if (!essence.empty() && text.size() <= kLongest && !known) headings.push_back({id, std::move(text), std::move(essence)});
  }
  return headings;
}

std::size_t CountWords(std::string_view text) { return phrases::Cut(text, 64).size(); }

/// How many words of `a` stand in `b`.
std::size_t SharedWords(std::string_view a, std::string_view b) {
  const std::vector<phrases::Token> words = phrases::Cut(a, 64), others = phrases::Cut(b, 64);
  return static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [&](phrases::Token word) { return std::find(others.begin(), others.end(), word) != others.end(); }));
}

bool Contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

bool HasSmallLetters(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const unicode::Decoded next = unicode::Decode(text, at);
    if (unicode::ClassOf(next.code_point) == unicode::CharClass::kLetter && unicode::ToLower(next.code_point) == next.code_point) return true;
    at += next.size;
  }
  return false;
}

/// Whether a heading is written in capitals where the other spelling of it is not.
bool Shouts(const std::string& heading, const std::string& other) { return !HasSmallLetters(heading) && HasSmallLetters(other) && Essence(heading) == Essence(other); }

class Chooser {
 public:
  Chooser(const Sources& sources, const annotate::Blocks& blocks, const LinkedData& linked, const Site& site)
      : document_(sources.document),
        linked_(linked),
        site_(site),
        headings_(ReadHeadings(sources.headings, sources.document, blocks)),
        subheadings_(ReadHeadings(sources.subheadings, sources.document, blocks)) {
    const NodeId element = sources.document.First(Tag::kTitle);
    constexpr std::size_t kLongest = 1000;  // bytes; no title is longer
    page_title_ = element == kNoNode ? std::string() : std::string(Clipped(Plain(sources.document.TextBelow(element)), kLongest));
    declared_ = FirstOf({Clipped(sources.First({"og:title", "twitter:title", "citation_title", "dc.title", "dcterms.title", "weibo:article:title", "parsely-title", "sailthru.title", "title"}), kLongest), page_title_});
    bare_ = IsHomePage(site) ? declared_ : WithoutSiteName(declared_, site_);
    page_bare_ = WithoutSiteName(page_title_, site_);
    is_article_ = !linked.headline.empty() || sources.First({"og:type"}) == "article" || !sources.First({"article:published_time"}).empty();
    bare_essence_ = Essence(bare_);
    whole_essence_ = Essence(page_title_ + " " + declared_);
  }

  Headline Run() {
    if (const Heading* below = BelowItsBook()) return {below->text, below->id};
    const Heading* heading = Choose();
    if (heading == nullptr) heading = BeginsTitle();
    if (heading == nullptr) return {Declared(), Place()};
    const std::string text = WithoutSite(heading->text);
    return {BeginsWithKicker(*heading) || Shouts(text, bare_) ? bare_ : text, heading->id};
  }

 private:
  /// What a site's own page is called: its name is no addition there.
  static bool IsHomePage(const Site& site) { return site.path == "/"; }

  /// A heading without the site's name behind it.
  [[nodiscard]] std::string WithoutSite(const std::string& heading) const {
    const std::vector<std::string_view> segments = Segments(heading);
    if (segments.size() < 2 || site_.name.empty() || Essence(segments.back()) != Essence(site_.name)) return heading;
    const std::string_view before = segments[segments.size() - 2];
    return heading.substr(0, static_cast<std::size_t>(before.data() + before.size() - heading.data()));
  }

  /// `<span>Energy</span> How the grid was rebuilt` where the page's titles are without the first part.
  [[nodiscard]] bool BeginsWithKicker(const Heading& heading) const {
    const std::string& essence = heading.essence;
    const std::size_t kicker = essence.size() - std::min(essence.size(), bare_essence_.size());
    if (kicker == 0 || bare_essence_.empty() || essence.compare(kicker, std::string::npos, bare_essence_) != 0 || Contains(whole_essence_, essence))
      return false;
    std::size_t at = 0;
    for (NodeId node = heading.id; node < document_.nodes[heading.id].end && at < kicker; ++node) {
      if (document_.IsText(node)) at += Essence(document_.TextOf(node)).size();
    }
    return at == kicker;
  }

  /// "Chapter - Book" over an h1 with the book's name and an h1 or h2 with the chapter's: the latter.
  [[nodiscard]] const Heading* BelowItsBook() const {
    const std::vector<std::string_view> segments = Segments(page_title_);
    if (segments.size() < 2) return nullptr;
    const std::string first = Essence(segments.front()), last = Essence(segments.back());
    const auto is = [](const std::vector<Heading>& headings, const std::string& essence) { return std::find_if(headings.begin(), headings.end(), [&](const Heading& heading) { return heading.essence == essence; }); };
    if (first.empty() || is(headings_, last) == headings_.end()) return nullptr;
    for (const std::vector<Heading>* headings : {&headings_, &subheadings_}) {
      const auto found = is(*headings, first);
      if (found != headings->end()) return &*found;
    }
    return nullptr;
  }

  [[nodiscard]] const Heading* Choose() const {
    const std::string linked = Essence(linked_.headline), site = Essence(site_.name);
    const Heading* only = nullptr;
    int count = 0;
    for (const Heading& heading : headings_) {
      if (heading.essence == site) continue;
      if (heading.essence == linked || Confirmed(heading.essence)) return &heading;
      only = &heading;
      ++count;
    }
    if (count != 1) return nullptr;
    // Titles are shortened or spiced for search engines: a heading that says the same in other words is the author's own.
    // On other pages than articles it may just as well be a slogan.
    if (IsSiteName(only->text, site_)) return nullptr;
    const std::size_t share = is_article_ ? 4 : 2;
    for (const std::string& title : {bare_, page_bare_}) {
      if (SharedWords(only->text, title) * share >= std::min(CountWords(only->text), CountWords(title)) && CountWords(title) > 0) return only;
    }
    return nullptr;
  }

  /// Whether the page's titles say the same. A part of them that is short beside the rest is the site's name behind the separator,
  /// unless it is the first part.
  [[nodiscard]] bool Confirmed(const std::string& essence) const {
    if (!Contains(whole_essence_, essence) || (!Contains(bare_essence_, essence) && !Contains(essence, bare_essence_))) return false;
    return essence.size() * 2 >= bare_essence_.size() || essence == Essence(Segments(bare_).front());
  }

  [[nodiscard]] std::string Declared() const {
    if (!linked_.headline.empty() && Contains(Essence(declared_), Essence(linked_.headline))) return linked_.headline;
    return FirstOf({bare_, linked_.headline, headings_.size() == 1 ? headings_.front().text : std::string()});
  }

  /// The `<h2>` that the title begins with, where a sign that Segments() does not know parts it from a shorter rest: "Council backs new bridge : Harbour Post".
  [[nodiscard]] const Heading* BeginsTitle() const {
    for (const Heading& heading : subheadings_) {
      const std::string& text = heading.text;
      if (bare_.compare(0, text.size(), text) != 0 || bare_.size() < text.size() + 4 || bare_.size() > text.size() * 2 || IsSiteName(text, site_)) continue;
      const std::string_view rest = std::string_view(bare_).substr(text.size());
      const unicode::Decoded sign = unicode::Decode(rest, 1);
      const bool letter = unicode::ClassOf(sign.code_point) == unicode::CharClass::kLetter || unicode::ClassOf(sign.code_point) == unicode::CharClass::kNumber;
      if (rest[0] == ' ' && !letter && 1 + sign.size < rest.size() && rest[1 + sign.size] == ' ') return &heading;
    }
    return nullptr;
  }

  /// Where the headline would stand if no heading is it.
  [[nodiscard]] NodeId Place() const {
    for (const Heading& heading : subheadings_) {
      if (heading.essence.size() > 8 && (Contains(bare_essence_, heading.essence) || Contains(heading.essence, bare_essence_))) return heading.id;
    }
    return headings_.empty() ? kNoNode : headings_.front().id;
  }

  const parse::Document& document_;
  const LinkedData& linked_;
  const Site& site_;
  std::vector<Heading> headings_, subheadings_;
  std::string page_title_, page_bare_, declared_, bare_, bare_essence_, whole_essence_;
  bool is_article_ = false;
};

}  // namespace

Headline ReadHeadline(const Sources& sources, const annotate::Blocks& blocks, const LinkedData& linked, const Site& site) { return Chooser(sources, blocks, linked, site).Run(); }

}  // namespace pith::metadata

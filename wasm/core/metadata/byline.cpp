#include "core/metadata/byline.h"

#include <algorithm>

#include "core/html/tag.h"
#include "core/metadata/date.h"
#include "core/metadata/html_text.h"
#include "core/metadata/names.h"
#include "core/metadata/surroundings.h"
#include "core/unicode/unicode.h"

namespace pith::metadata {
namespace {

using annotate::BlockId;
using html::Tag;
using parse::kNoNode;
using parse::NodeId;

std::string Joined(const std::vector<std::string>& names) {
  std::string joined;
  for (const std::string& name : names) joined += (joined.empty() ? "" : ", ") + name;
  return joined;
}

/// An account rather than a name: one word in small letters.
bool IsHandle(std::string_view name) { return name.find(' ') == std::string_view::npos && std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80 && !(c >= 'A' && c <= 'Z'); }); }

/// "Doe, Jane", as libraries write it → "Jane Doe".
std::string Turned(const std::string& name) {
  const std::size_t comma = name.find(", ");
  if (comma == std::string::npos || name.find(',', comma + 1) != std::string::npos) return name;
  return name.substr(comma + 2) + " " + name.substr(0, comma);
}

/// Whether what two elements hold stands side by side without a space, as the page's style parts it: "Jane Doe" and "Editor" or "in Travel".
bool IsGlue(std::string_view before, std::string_view text) {
  const auto last = static_cast<unsigned char>(before.back());
  const char32_t next = unicode::Decode(text, 0).code_point;
  return ((last >= 'a' && last <= 'z') || last >= 0x80) && (unicode::IsAsciiLetter(text.front()) || unicode::ToLower(next) != next);
}

class Reader {
 public:
  Reader(const Sources& sources, const annotate::Blocks& blocks, const LinkedData& linked, NodeId heading, const Site& site)
      : sources_(sources), document_(sources.document), blocks_(blocks), linked_(linked), site_(site), around_(Surroundings(blocks, heading)) {}

  Byline Run() {
    Linked();
    Metas();
    Marked(sources_.marked_authors);
    Lines();
    Nearby(sources_.author_links);
    Nearby(sources_.hinted_authors);
    if (person_.text.empty() && weak_.text.empty()) Anywhere(sources_.hinted_authors);
    return person_.text.empty() ? weak_ : person_;
  }

 private:
  [[nodiscard]] bool Done() const { return !person_.text.empty(); }

  /// Takes a source's authors if no better one has named any.
  void Offer(const std::string& text, std::vector<std::string> authors, bool weak) {
    Byline& to = weak ? weak_ : person_;
    if (to.text.empty() && !text.empty() && !authors.empty()) to = {text, std::move(authors)};
  }

  /// @param handles whether the source is known to give accounts where people have names
  void OfferNames(const std::vector<std::string>& names, bool handles) {
    std::vector<std::string> people;
    for (const std::string& given : names) {
      const std::string name = WithoutSite(given);
      if (!IsSiteName(name, site_) && !(handles && IsHandle(name))) people.push_back(name);
    }
    const std::vector<std::string>& kept = people.empty() ? names : people;
    std::vector<std::string> authors;
    for (const std::string& name : kept) {
      for (std::string& author : Split(name)) authors.push_back(std::move(author));
    }
    Offer(Joined(kept), std::move(authors), people.empty());
  }

  /// "Jane Doe, Harbour Review" → "Jane Doe" where that is the site.
  [[nodiscard]] std::string WithoutSite(const std::string& name) const {
    const std::size_t comma = name.rfind(", ");
    return comma != std::string::npos && IsSiteName(std::string_view(name).substr(comma + 2), site_) ? name.substr(0, comma) : name;
  }

  void Linked() {
    std::vector<std::string> people, all;
    for (const Agent& agent : linked_.authors) {
      const std::string name(WithoutBy(agent.name, true));
      if (!CanBeAuthor(name)) continue;
      all.push_back(name);
      if (!agent.organisation && !IsSiteName(name, site_)) people.push_back(name);
    }
    if (!people.empty()) {
      OfferNames(people, false);
    } else if (!all.empty()) {
      Offer(Joined(all), all, true);
    }
  }

  void Metas() {
    std::vector<std::string> names;
    for (std::string& name : sources_.All({"citation_author", "dc.creator.personalname"})) names.push_back(Turned(name));
    Declared(names);
    for (const std::string_view meta : {"dc.creator", "dcterms.creator", "author", "article:author", "parsely-author", "sailthru.author", "citation_authors", "byl", "cxenseparse:author", "rnews:author", "article:author_name", "author_name"}) Declared(sources_.All({meta}));
    // "Written by" and a name, for previews in messages.
    const std::string label = sources_.First({"twitter:label1"});
    if (!label.empty() && !NamesInLine(label + ": Jane Doe").empty()) Declared(sources_.All({"twitter:data1"}));
  }

  void Declared(const std::vector<std::string>& given) {
    std::vector<std::string> names;
    for (const std::string& text : given) {
      const std::string name(WithoutBy(text, true));
      if (CanBeAuthor(name)) names.push_back(name);
    }
    OfferNames(names, true);
  }

  /// The pieces of an element's text: its blocks, and within them what is put together without a space ("Jane DoeEditor").
  [[nodiscard]] std::vector<std::string> Pieces(NodeId id) const {
    constexpr std::size_t kMost = 12;
    std::vector<std::string> pieces;
    std::string piece;
    NodeId before = kNoNode;
    const auto finish = [&]() {
      piece = Plain(piece);
      if (!piece.empty() && pieces.size() < kMost) pieces.push_back(piece);
      piece.clear();
    };
    for (NodeId node = id; node < document_.nodes[id].end; ++node) {
      if (!document_.IsText(node)) {
        const Tag tag = document_.nodes[node].tag;
        if (html::IsBlock(tag) || tag == Tag::kBr || tag == Tag::kTime) finish();
        if (html::HidesContent(tag) && node > id) node = document_.nodes[node].end - 1;
        continue;
      }
      const std::string_view text = document_.TextOf(node);
      if (before != kNoNode && document_.nodes[before].parent != document_.nodes[node].parent && !piece.empty() && !text.empty()) {
        if (IsGlue(piece, text)) finish();
      }
      piece += text;
      before = node;
    }
    finish();
    return pieces;
  }

  /// The names in an element that is known to hold an author's.
  [[nodiscard]] std::vector<std::string> NamesIn(NodeId id) const {
    constexpr NodeId kMostNodes = 80;
    constexpr std::size_t kMostText = 1000;  // bytes; more is a biography
    if (document_.nodes[id].end - id > kMostNodes) return {};
    std::size_t text = 0;
    for (NodeId inner = id; inner < document_.nodes[id].end; ++inner) text += document_.IsText(inner) ? document_.nodes[inner].count : 0;
    if (text > kMostText) return {};
    for (NodeId inner = id; inner < document_.nodes[id].end; ++inner) {
      if (document_.IsText(inner) || !HasWord(document_.AttributeOf(inner, "itemprop"), "name")) continue;
      std::string name(WithoutBy(Plain(document_.HasAttribute(inner, "content") ? std::string(document_.AttributeOf(inner, "content")) : document_.TextBelow(inner)), false));
      if (CanBeAuthor(name) && name.size() <= 80) return {name};
    }
    for (const std::string& piece : Pieces(id)) {
      std::vector<std::string> names = NamesInLine(piece);
      if (!names.empty()) return names;
      std::string name(WithoutBy(piece, false));
      if (LooksLikeName(name)) return {name};
    }
    return {};
  }

  void Marked(const std::vector<NodeId>& elements) {
    std::vector<std::string> names;
    for (const NodeId id : elements) {
      if (Done() || InsideComment(id)) continue;
      for (std::string& name : NamesIn(id)) {
        if (names.size() < 8 && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
      }
      if (!names.empty()) break;  // those below are other stories'
    }
    OfferNames(names, false);
  }

  [[nodiscard]] bool InsideComment(NodeId id) const {
    for (NodeId node = document_.nodes[id].parent; node != kNoNode; node = document_.nodes[node].parent) {
      if (HasWord(document_.AttributeOf(node, "itemprop"), "comment") || HasWord(document_.AttributeOf(node, "itemprop"), "review")) return true;
    }
    return false;
  }

  /// A block's text, with a sign where elements of it are glued together.
  [[nodiscard]] std::string LineOf(BlockId id) const {
    constexpr std::size_t kLongest = 200;  // bytes; longer lines are prose
    if (blocks_.blocks[id].text.size > kLongest) return {};
    bool glued = false;
    std::string line;
    NodeId before = kNoNode;
    for (NodeId node = blocks_.blocks[id].first; node <= blocks_.blocks[id].last; ++node) {
      if (!document_.IsText(node) || document_.TextOf(node).empty()) continue;
      const std::string_view text = document_.TextOf(node);
      if (before != kNoNode && document_.nodes[before].parent != document_.nodes[node].parent && IsGlue(line, text)) {
        line += " | ";
        glued = true;
      }
      line += text;
      before = node;
    }
    return glued ? Plain(line) : std::string(blocks_.TextOf(id));
  }

  void Lines() {
    bool labelled = false;
    for (const BlockId id : around_) {
      if (Done()) return;
      const std::string line = LineOf(id);
      std::vector<std::string> names = NamesInLine(line);
      if (names.empty() && labelled && LooksLikeName(line)) names = {line};
      labelled = IsByLabel(line);
      // "By City" heads a list; a single name needs a date beside it.
      const bool single = names.size() == 1 && names.front().find(' ') == std::string::npos && static_cast<unsigned char>(names.front().front()) < 0x80;
      if (!single || !DatesIn(line, DayOrder::kMonthFirst).empty()) OfferNames(names, false);
    }
  }

  [[nodiscard]] bool IsNear(NodeId id) const {
    return std::any_of(around_.begin(), around_.end(), [&](BlockId block) { return blocks_.blocks[block].last >= id && blocks_.blocks[block].first < document_.nodes[id].end; });
  }

  void Nearby(const std::vector<NodeId>& elements) {
    for (const NodeId id : elements) {
      if (Done()) return;
      if (IsNear(id)) OfferNames(NamesIn(id), false);
    }
  }

  void Anywhere(const std::vector<NodeId>& elements) {
    for (const NodeId id : elements) {
      if (Done()) return;
      const std::vector<std::string> names = NamesIn(id);
      if (!names.empty() && names.front().find(' ') != std::string::npos) OfferNames(names, false);
    }
  }

  const Sources& sources_;
  const parse::Document& document_;
  const annotate::Blocks& blocks_;
  const LinkedData& linked_;
  const Site& site_;
  std::vector<BlockId> around_;
  Byline person_, weak_;
};

}  // namespace

Byline ReadByline(const Sources& sources, const annotate::Blocks& blocks, const LinkedData& linked, NodeId heading, const Site& site) { return Reader(sources, blocks, linked, heading, site).Run(); }

}  // namespace pith::metadata

#include "core/select/cards.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "core/select/line.h"
#include "core/select/repair.h"
#include "core/url/scheme.h"
#include "core/url/url.h"

namespace pith::select {

using annotate::Block;
using annotate::BlockId;
using annotate::Blocks;
using annotate::Extent;
using annotate::NodeId;
using parse::Document;
using parse::kNoNode;

namespace {

struct Card {
  NodeId element;
  std::size_t run;  ///< the same for cards that follow each other: the first one's number
};

/// Whether a host is another one, or one of its parts: news.example.org and example.org are one site.
bool IsPartOf(std::string_view part, std::string_view host) {
  return part.ends_with(host) && (part.size() == host.size() || (host.find('.') != std::string_view::npos && part[part.size() - host.size() - 1] == '.'));
}

/// The page's own site.
class Site {
 public:
  /// @param url the page's; must outlive it
  explicit Site(std::string_view url) : page_(WithoutPlace(url)), host_(HostAt(url::Parse(url).authority)) {}

  /// Whether an address is of another page of it, or a place in that.
  [[nodiscard]] bool Has(std::string_view address) const {
    address = WithoutPlace(address);
    if (address.empty() || address == page_) return false;
    const bool any_scheme = address.starts_with("//");
    const url::Url absolute = url::Parse(address);
    if (!any_scheme && !absolute.valid) return true;
    const std::string_view host = HostAt(any_scheme ? address.substr(2) : absolute.authority);
    return !host_.empty() && !host.empty() && (IsPartOf(host, host_) || IsPartOf(host_, host));
  }

 private:
  static std::string_view WithoutPlace(std::string_view address) { return address.substr(0, address.find('#')); }
  static std::string_view HostAt(std::string_view begin) {
    constexpr std::string_view kPrefix = "www.";
    const std::string_view host = begin.substr(0, begin.find('/'));
    return host.starts_with(kPrefix) ? host.substr(kPrefix.size()) : host;
  }

  std::string_view page_, host_;
};

/// Whether an address is of a page, not of a place in this one, a script or a mailbox.
bool LeadsToPage(std::string_view address) { return !address.empty() && address.front() != '#' && (url::SchemeLength(address) == 0 || url::IsWeb(address)); }

/// Whether all links below an element, itself included, or else the one that it stands in, lead to the page's own site, and there are some.
bool LeadsToOwnSite(const Document& document, NodeId element, NodeId link, const Site& site) {
  bool leads = link != kNoNode && link < element;
  if (leads && !site.Has(AddressOf(document, link))) return false;
  for (NodeId node = element; node < document.nodes[element].end; ++node) {
    if (document.IsText(node) || document.nodes[node].tag != html::Tag::kA) continue;
    const std::string_view address = AddressOf(document, node);
    if (!LeadsToPage(address)) continue;
    if (!site.Has(address)) return false;
    leads = true;
  }
  return leads;
}

class Finder {
 public:
  Finder(const Document& document, const Blocks& blocks, const score::Scores& scores, std::string_view url)
      : document_(document), blocks_(blocks), scores_(scores), site_(url) {}

  /// Cards in the page's order.
  std::vector<Card> Run() {
    FindHeadlines();
    for (std::size_t number = 0; number < headlines_.size(); ++number) {
      const NodeId element = AloneIn(number);
      const html::Tag tag = document_.nodes[blocks_.blocks[headlines_[number].block].container].tag;
      const bool card = element != kNoNode && IsCard(headlines_[number], element);
      if (first_ < cards_.size() && (IsApart(card ? blocks_.extents[element].first_block : headlines_[number].block) || (card && tag != tag_))) EndRun();
      if (!card) continue;
      tag_ = tag;
      cards_.push_back({element, first_});
      own_ += LeadsToOwnSite(document_, element, headlines_[number].link, site_) ? 1 : 0;
    }
    EndRun();
    return std::move(cards_);
  }

 private:
  struct Headline {
    BlockId block;
    NodeId link;  ///< around it; kNoNode where it is a heading and no link
  };

  /// Lines that may be a card's headline: headings, and links that do not lead where the last one did and are no listed phrase ("Read on").
  void FindHeadlines() {
    constexpr std::uint32_t kShortest = 3, kLongest = 40;  // words
    std::string_view last;                                 // address
    for (BlockId id = 0; id < blocks_.blocks.size(); ++id) {
      const Block& block = blocks_.blocks[id];
      if (block.words < kShortest || block.words > kLongest) continue;
      const NodeId link = block.link_words == block.words ? LinkAround(document_, block) : kNoNode;
      const bool heading = IsHeading(document_, block);
      if (link == kNoNode && !heading) continue;
      const std::string_view address = link == kNoNode ? std::string_view() : AddressOf(document_, link);
      const bool goes_on = !heading && (address == last || scores_.hits[id].whole);
      if (!address.empty()) last = address;
      if (!goes_on) headlines_.push_back({id, link});
    }
  }

  /// The largest element around a headline that is short and holds no other; kNoNode where there is none.
  [[nodiscard]] NodeId AloneIn(std::size_t number) const {
    constexpr std::uint32_t kLongest = 110;  // words
    NodeId alone = kNoNode;
    for (NodeId node = blocks_.blocks[headlines_[number].block].container; node != kNoNode; node = document_.nodes[node].parent) {
      const Extent& extent = blocks_.extents[node];
      const bool another = (number > 0 && extent.first_block <= headlines_[number - 1].block) ||
                           (number + 1 < headlines_.size() && extent.end_block > headlines_[number + 1].block);
      if (another || extent.words > kLongest) break;
      alone = node;
    }
    return alone;
  }

  /// Whether an element says something beside its headline, and leads somewhere: by its headline, or by a line that is a link ("Read more").
  [[nodiscard]] bool IsCard(const Headline& headline, NodeId element) const {
    constexpr std::uint32_t kExcerpt = 8;  // words
    bool says = false, leads = headline.link != kNoNode;
    for (BlockId id = blocks_.extents[element].first_block; id < blocks_.extents[element].end_block; ++id) {
      const Block& block = blocks_.blocks[id];
      if (id == headline.block) continue;
      says = says || block.words >= kExcerpt;
      leads = leads || (block.words > 0 && block.link_words == block.words);
    }
    return says && leads;
  }

  /// Whether more than a label stands between the last card and a block.
  [[nodiscard]] bool IsApart(BlockId from) const {
    constexpr std::uint32_t kLabel = 20;  // words
    std::uint32_t between = 0;
    for (BlockId id = blocks_.extents[cards_.back().element].end_block; id < from; ++id) between += blocks_.blocks[id].words;
    return between > kLabel;
  }

  /// Nearly all cards of a site's own stories lead to it; of an author's list of things some do.
  void EndRun() {
    constexpr std::size_t kFewest = 3;  // cards
    constexpr std::size_t kOwn = 3, kOf = 4;
    const std::size_t count = cards_.size() - first_;
    if (count < kFewest || own_ * kOf < count * kOwn) cards_.resize(first_);
    first_ = cards_.size();
    own_ = 0;
  }

  const Document& document_;
  const Blocks& blocks_;
  const score::Scores& scores_;
  Site site_;
  std::vector<Headline> headlines_;
  std::vector<Card> cards_;
  std::size_t first_ = 0;  ///< of the run that has not ended: its first card,
  html::Tag tag_{};        ///< what its headlines are,
  std::size_t own_ = 0;    ///< and how many of its cards lead to the page's own site
};

/// What stands around cards.
class Surroundings {
 public:
  Surroundings(const Document& document, const Blocks& blocks, const score::Scores& scores, std::uint32_t sure, const std::vector<Card>& cards,
               const Marks& keep)
      : document_(document), blocks_(blocks) {
    Marks in_card(keep.size());
    for (const Card& card : cards) {
      const Extent& extent = blocks.extents[card.element];
      std::fill(in_card.begin() + extent.first_block, in_card.begin() + extent.end_block, std::uint8_t{1});
    }
    for (BlockId id = 0; id < keep.size(); ++id) {
      const Block& block = blocks.blocks[id];
      const bool is_sure = scores.probabilities[id] >= sure;
      if (in_card[id] || block.words == 0 || !(keep[id] || is_sure)) continue;
      if (!IsHeading(document, block)) lines_.push_back(id);
      if (!keep[id] || !is_sure || !annotate::IsProse(block)) continue;
      paragraphs_.push_back(id);
      words_upto_.push_back(words_upto_.back() + block.words);
    }
  }

  /// The article's words: of paragraphs that the model is sure of.
  [[nodiscard]] std::uint32_t words() const { return words_upto_.back(); }

  /// Whether blocks stand between an article's paragraphs: a good part of it on both sides of them, or its last words in the element that the ones above stand
  /// in.
  [[nodiscard]] bool AreWithin(BlockId begin, BlockId end) const {
    constexpr std::uint32_t kGoodPart = 4;  // a part of the other side's words
    const auto above = static_cast<std::size_t>(std::lower_bound(paragraphs_.begin(), paragraphs_.end(), begin) - paragraphs_.begin());
    const auto below = static_cast<std::size_t>(std::lower_bound(paragraphs_.begin(), paragraphs_.end(), end) - paragraphs_.begin());
    if (above == 0 || below == paragraphs_.size()) return false;
    const std::uint32_t words_above = words_upto_[above], words_below = words() - words_upto_[below];
    return std::min(words_above, words_below) * kGoodPart > std::max(words_above, words_below) ||
           ElementOf(paragraphs_[above - 1]) == ElementOf(paragraphs_[below]);
  }

  /// Whether the last line above a block ends with a colon, whatever headings and other cards stand between.
  [[nodiscard]] bool Announces(BlockId begin) const {
    const auto next = std::lower_bound(lines_.begin(), lines_.end(), begin);
    return next != lines_.begin() && LastOf(blocks_.TextOf(*(next - 1))) == ':';
  }

 private:
  [[nodiscard]] NodeId ElementOf(BlockId paragraph) const { return document_.nodes[blocks_.blocks[paragraph].container].parent; }

  const Document& document_;
  const Blocks& blocks_;
  std::vector<BlockId> lines_, paragraphs_;
  std::vector<std::uint32_t> words_upto_{0};  ///< of the paragraphs, one longer
};

}  // namespace

void DropCards(const Document& document, const Blocks& blocks, const score::Scores& scores, float threshold, std::string_view url, Marks& keep) {
  constexpr std::uint32_t kMost = 3, kOf = 4;  // words of a run of cards, for so many of the article
  constexpr float kSurer = 0.1F;               // than of a line: runs of whose words the model is so sure in the mean stay
  if (!scores.may_be_article) return;
  const std::vector<Card> cards = Finder(document, blocks, scores, url).Run();
  if (cards.empty()) return;
  const Surroundings around(document, blocks, scores, SureOf(threshold), cards, keep);
  for (std::size_t from = 0, to = 0; from < cards.size(); from = to) {
    while (to < cards.size() && cards[to].run == cards[from].run) ++to;
    const BlockId begin = blocks.extents[cards[from].element].first_block, end = blocks.extents[cards[to - 1].element].end_block;
    std::uint64_t words = 0, belief = 0;
    for (BlockId id = begin; id < end; ++id) {
      if (!keep[id]) continue;
      words += blocks.blocks[id].words;
      belief += std::uint64_t{blocks.blocks[id].words} * scores.probabilities[id];
    }
    if (words * kOf > std::uint64_t{around.words()} * kMost || belief >= words * SureOf(threshold + kSurer) || around.AreWithin(begin, end) ||
        around.Announces(begin))
      continue;
    std::fill(keep.begin() + begin, keep.begin() + end, std::uint8_t{0});
  }
}

}  // namespace pith::select

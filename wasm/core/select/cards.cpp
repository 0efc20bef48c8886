#include "core/select/cards.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "core/select/line.h"
#include "core/unicode/unicode.h"
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

constexpr std::size_t kFewest = 3;  // cards

struct Card {
  NodeId element;
  std::size_t run;  ///< the same for cards that follow each other: the first one's number
};

/// Whether a host is another one, or one of its parts: news.example.org and example.org are one site.
bool IsPartOf(std::string_view part, std::string_view host) {
  return part.ends_with(host) && (part.size() == host.size() || (host.find('.') != std::string_view::npos && part[part.size() - host.size() - 1] == '.'));
}

/// Whether an address is of another page of the page's own site.
bool IsOwn(std::string_view address, std::string_view url) {
  if (address.empty() || address.find('#') != std::string_view::npos) return false;
  if (!address.starts_with("//") && !url::Parse(address).valid) return true;
  constexpr std::string_view kPrefix = "www.";
  const auto host_of = [&](std::string_view whole) {
    const std::string_view host = whole.substr(0, whole.find('/'));
    return host.starts_with(kPrefix) ? host.substr(kPrefix.size()) : host;
  };
  const std::string_view host = host_of(address.starts_with("//") ? address.substr(2) : url::Parse(address).authority),
                         own = host_of(url::Parse(url).authority);
  return !own.empty() && !host.empty() && (IsPartOf(host, own) || IsPartOf(own, host));
}

/// Whether all links below an element, itself included, or else the one that it stands in, lead to the page's own site, and there are some.
bool LeadsToOwnSite(const Document& document, NodeId element, NodeId link, std::string_view url) {
  bool leads = link != kNoNode && link < element;
  if (leads && !IsOwn(AddressOf(document, link), url)) return false;
  for (NodeId node = element; node < document.nodes[element].end; ++node) {
    if (document.IsText(node) || document.nodes[node].tag != html::Tag::kA) continue;
    const std::string_view address = AddressOf(document, node);
    if (!address.empty() && !IsOwn(address, url)) return false;
    leads = leads || !address.empty();
  }
  return leads;
}

class Finder {
 public:
  Finder(const Document& document, const Blocks& blocks, std::string_view url) : document_(document), blocks_(blocks), url_(url) {}

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
      own_ += LeadsToOwnSite(document_, element, headlines_[number].link, url_) ? 1 : 0;
    }
    EndRun();
    return std::move(cards_);
  }

 private:
  struct Headline {
    BlockId block;
    NodeId link;  ///< around it; kNoNode where it is a heading and no link
  };

  /// Lines that may be a card's headline: the first of a link, or headings.
  void FindHeadlines() {
    constexpr std::uint32_t kShortest = 3, kLongest = 40;  // words
    NodeId last = kNoNode;                                 // link
    for (BlockId id = 0; id < blocks_.blocks.size(); ++id) {
      const Block& block = blocks_.blocks[id];
      if (block.words < kShortest || block.words > kLongest) continue;
      const NodeId link = block.link_words == block.words ? LinkAround(document_, block) : kNoNode;
      const bool first = link == kNoNode ? html::IsHeading(document_.nodes[block.container].tag) : link != last;
      last = link;
      if (first) headlines_.push_back({id, link});
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
    constexpr std::size_t kOwn = 3, kOf = 4;
    const std::size_t count = cards_.size() - first_;
    if (count < kFewest || own_ * kOf < count * kOwn) cards_.resize(first_);
    first_ = cards_.size();
    own_ = 0;
  }

  const Document& document_;
  const Blocks& blocks_;
  std::string_view url_;
  std::vector<Headline> headlines_;
  std::vector<Card> cards_;
  std::size_t first_ = 0;  ///< of the run that has not ended: its first card,
  html::Tag tag_{};        ///< what its headlines are,
  std::size_t own_ = 0;    ///< and how many of its cards lead to the page's own site
};

}  // namespace

void DropCards(const Document& document, const Blocks& blocks, const score::Scores& scores, float threshold, std::string_view url, Marks& keep) {
  constexpr std::uint32_t kOneSide = 4;  // times as much prose on one side of cards as on the other
  if (!scores.may_be_article) return;
  const std::vector<Card> cards = Finder(document, blocks, url).Run();
  if (cards.empty()) return;
  Marks in_card(keep.size());
  for (const Card& card : cards)
    std::fill(in_card.begin() + blocks.extents[card.element].first_block, in_card.begin() + blocks.extents[card.element].end_block, std::uint8_t{1});
  std::vector<std::uint32_t> prose(keep.size() + 1);  // words before each block: those that the model is sure of, outside of cards
  Marks announced(keep.size());                       // by an author: the last line above ends with a colon
  std::uint32_t of_cards = 0;
  bool colon = false;
  for (BlockId id = 0; id < keep.size(); ++id) {
    const Block& block = blocks.blocks[id];
    announced[id] = colon;
    if (keep[id] && block.words > 0) colon = LastOf(blocks.TextOf(block)) == ':';
    if (keep[id] && in_card[id]) of_cards += block.words;
    const bool sure = keep[id] && !in_card[id] && annotate::IsProse(block) && scores.probabilities[id] >= SureOf(threshold);
    prose[id + 1] = prose[id] + (sure ? block.words : 0);
  }
  if (of_cards > prose.back()) return;  // the page is about them
  bool beside = false;                  // the run stands beside the prose, not within
  for (std::size_t i = 0; i < cards.size(); ++i) {
    const Extent& extent = blocks.extents[cards[i].element];
    if (cards[i].run == i) {
      const std::uint32_t above = prose[extent.first_block], below = prose.back() - above;  // between the cards of a run stands none
      beside = std::min(above, below) * kOneSide <= std::max(above, below) && announced[extent.first_block] == 0;
    }
    for (BlockId id = extent.first_block; beside && id < extent.end_block; ++id) keep[id] = keep[id] && scores.probabilities[id] >= VerySureOf(threshold);
  }
}

}  // namespace pith::select

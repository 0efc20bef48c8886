#include "core/select/select.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "core/for_speed.h"
#include "core/metadata/language_tag.h"
#include "core/metadata/title.h"
#include "core/score/hash.h"
#include "core/score/key_index.h"
#include "core/select/cards.h"
#include "core/select/companions.h"
#include "core/select/cut.h"
#include "core/select/foreign.h"
#include "core/select/headlines.h"
#include "core/select/images.h"
#include "core/select/litter.h"
#include "core/select/promotion.h"
#include "core/select/repair.h"
#include "core/select/stamps.h"
#include "core/select/stories.h"
#include "core/select/teasers.h"
#include "core/select/wishes.h"

namespace pith::select {
namespace {

using annotate::Block;
using annotate::BlockId;
using annotate::Blocks;
using annotate::kNoBlock;
using parse::Document;

Reason ReasonOf(phrases::Class phrase_class) { return static_cast<Reason>(static_cast<unsigned>(Reason::kSignup) + static_cast<unsigned>(phrase_class)); }
static_assert(static_cast<unsigned>(Reason::kNav) - static_cast<unsigned>(Reason::kSignup) + 1 == phrases::kClasses, "a reason for each class, in its order");

/// The decimal numbers in a text, in order.
std::vector<std::uint32_t> DecimalsOf(std::string_view text) {
  std::vector<std::uint32_t> numbers;
  bool inside = false;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (digit && !inside) numbers.push_back(0);
    if (digit && numbers.back() < 100'000'000) numbers.back() = numbers.back() * 10 + static_cast<std::uint32_t>(c - '0');
    inside = digit;
  }
  return numbers;
}

class Selector {
 public:
  Selector(const Document& document, const Blocks& blocks, const score::Scores& scores, const Options& options, const rules::Verdicts& verdicts)
      : document_(document), blocks_(blocks), scores_(scores), options_(options), verdicts_(verdicts) {}

  Selection Run(const Metadata& metadata) {
    Cut cut = BestCut(blocks_, scores_.probabilities);
    cut.threshold += ShiftOf(options_.mode);
    Marks keep = BestPath(document_, blocks_, scores_.probabilities, cut.threshold);
    appeals_ = FindAppeals(blocks_, scores_, cut.threshold, metadata.lang.empty() || metadata::IsEnglish(metadata.lang), keep);
    AddForeign(document_, blocks_, scores_, cut.threshold, metadata.lang, keep, appeals_);
    FillProse(blocks_, scores_, cut.threshold, appeals_, keep);
    DropLabels(scores_, cut.threshold, keep);
    DropAppeals(document_, blocks_, scores_, cut.threshold, appeals_, keep);
    DropBoxes(document_, blocks_, scores_, cut.threshold, keep);
    DropTeasers(document_, blocks_, scores_, cut.threshold, keep);
    DropAged(document_, blocks_, scores_, cut.threshold, keep);
    DropStamps(document_, blocks_, scores_, cut.threshold, keep);
    FillStructure(document_, blocks_, scores_, cut.threshold, keep);
    DropForeign(document_, blocks_, scores_, cut.threshold, appeals_, keep);  // behind what fills in headings
    if (options_.mode != Mode::kRecall) DropDoubtedTail(document_, blocks_, scores_, cut.threshold, keep);
    if (options_.parts.comments) {
      KeepComments(document_, blocks_, scores_, cut.threshold, keep);
    } else {
      DropComments(document_, blocks_, scores_, keep);
    }
    DropCards(document_, blocks_, scores_, cut.threshold, metadata.url, keep);
    DropSignatures(blocks_, keep);
    DropButtons(document_, blocks_, keep);
    if (scores_.page_type.type == PageType::kArticle || scores_.page_type.type == PageType::kDocumentation) DropTrails(document_, blocks_, keep);
    KeepCompanions(document_, blocks_, keep);
    if (scores_.may_be_article) DropDanglingHeads(document_, blocks_, keep);
    for (BlockId id = 0; id < blocks_.blocks.size(); ++id) keep[id] = keep[id] && !blocks_.blocks[id].unrendered;
    selection_.confidence = cut.expected_f1;
    selection_.reasons.resize(blocks_.blocks.size());
    for (BlockId id = 0; id < blocks_.blocks.size(); ++id) selection_.reasons[id] = keep[id] ? Reason::kKept : WhyNot(id);
    LeaveOutStories(document_, blocks_, metadata, selection_.reasons);
    Titles(metadata.title);
    Datelines(DecimalsOf(metadata.published_time));
    ApplyRules(blocks_, verdicts_, selection_.reasons);
    Duplicates();
    PlaceImages(document_, blocks_, scores_, selection_.reasons);
    ApplyRules(blocks_, verdicts_, selection_.reasons);  // images follow the text around them, but not against a rule
    LeaveOut(document_, blocks_, options_.parts, selection_.reasons);
    return std::move(selection_);
  }

 private:
  [[nodiscard]] bool Kept(BlockId id) const { return selection_.reasons[id] == Reason::kKept; }

  /// What a reader is told of a block that scored low: the promotion it is worded as, or that it is hidden, or just that.
  PITH_APART [[nodiscard]] Reason WhyNot(BlockId id) const {
    constexpr std::uint32_t kSpeaks = 5;  // words; what appeals in fewer is a button's or a menu's
    if (blocks_.blocks[id].unrendered) return Reason::kHidden;
    const phrases::Hits& hits = scores_.hits[id];
    // A phrase explains a block when it makes up a fair part of it.
    if (hits.longest > 0 && (hits.whole || hits.longest * 4u >= blocks_.blocks[id].words)) return ReasonOf(hits.best);
    if (blocks_.blocks[id].hidden) return Reason::kHidden;
    if (appeals_[id] && (appeals_[id] == kForeign || blocks_.blocks[id].words >= kSpeaks)) return Reason::kAppeal;
    return scores_.probabilities[id] >= 32768 ? Reason::kOutside : Reason::kLowScore;
  }

  /// The tag of the heading that a block is all of, or else of the element that it stands in: `<h1><div>…</div></h1>` is a heading, too.
  [[nodiscard]] html::Tag TagOf(BlockId id) const {
    const annotate::NodeId container = blocks_.blocks[id].container, parent = document_.nodes[container].parent;
    const bool alone = parent != parse::kNoNode && blocks_.extents[parent].first_block == id && blocks_.extents[parent].end_block == id + 1;
    return document_.nodes[alone && html::IsHeading(document_.nodes[parent].tag) ? parent : container].tag;
  }

  /// The headline stands in the article's header already, of an `<h1>` with a kicker before it, too. What stands above it on what may be an article is the
  /// site's: slogans, sections.
  PITH_APART void Titles(std::string_view title) {
    constexpr std::uint32_t kParagraph = 25;  // words: more than a slogan has, where each character is a word, too
    const std::string essence = metadata::Essence(title);
    if (essence.empty()) return;
    BlockId headline = kNoBlock;  // the first line that says the title: a heading, or any where no heading does before the prose
    bool of_heading = false, first = true, prose_above = false;
    for (BlockId id = 0; id < blocks_.blocks.size(); ++id) {
      const Block& block = blocks_.blocks[id];
      const html::Tag tag = TagOf(id);
      const bool leads = !prose_above && !of_heading && (headline == kNoBlock || html::IsHeading(tag));
      const bool may_be_title = tag == html::Tag::kH1 || (Kept(id) && (tag == html::Tag::kH2 || first)) || leads;
      // Pages without a headline give what the first paragraph says as their title.
      const bool is_paragraph = block.words >= kParagraph && annotate::IsProse(block);
      bool is_title = may_be_title && (html::IsHeading(tag) || !is_paragraph) && block.text.size <= title.size() * 2 + 16;
      if (is_title) {
        const std::string heading = metadata::Essence(blocks_.TextOf(block));
        const std::size_t kicker = heading.size() - std::min(heading.size(), essence.size());
        is_title = (kicker == 0 || tag == html::Tag::kH1) && heading.compare(kicker, std::string::npos, essence) == 0;
      }
      if (is_title && (Kept(id) || tag == html::Tag::kH1)) selection_.reasons[id] = Reason::kTitle;
      if (is_title && leads) {
        headline = id;
        of_heading = html::IsHeading(tag);
      }
      first = first && (is_title || !Kept(id) || block.words == 0);
      prose_above = prose_above || (Kept(id) && is_paragraph);
    }
    if (headline != kNoBlock && scores_.may_be_article) DropAbove(headline);
  }

  /// Drops what stands above a block, but for captions, unless the model is sure of much of it.
  PITH_APART void DropAbove(BlockId end) {
    constexpr std::uint32_t kMost = 100;    // words
    constexpr std::uint16_t kSure = 49152;  // of 65535: menus of teasers may be kept above an article, and be long
    std::uint32_t words = 0;
    for (BlockId id = 0; id < end; ++id) words += Kept(id) && scores_.probabilities[id] >= kSure ? blocks_.blocks[id].words : 0;
    if (words > kMost) return;
    for (BlockId id = 0; id < end; ++id) {
      if (Kept(id) && blocks_.blocks[id].words > 0 && !blocks_.blocks[id].caption) selection_.reasons[id] = WhyNot(id);
    }
  }

  /// A line above the first paragraph that is nothing but a `<time>`, or gives the publishing date, is the dateline, which the
  /// metadata have.
  PITH_APART void Datelines(const std::vector<std::uint32_t>& published) {
    constexpr std::uint32_t kLongest = 8;  // words
    for (BlockId id = 0; id < blocks_.blocks.size(); ++id) {
      const Block& block = blocks_.blocks[id];
      if (!Kept(id) || block.words == 0) continue;
      if (block.words > kLongest) return;
      const std::vector<std::uint32_t> numbers = DecimalsOf(blocks_.TextOf(block));
      const auto says = [&](std::size_t part) { return published.size() > 2 && std::find(numbers.begin(), numbers.end(), published[part]) != numbers.end(); };
      if (says(0) && says(2)) selection_.reasons[id] = Reason::kByline;  // the year and the day
      for (annotate::NodeId node = document_.nodes[block.first].parent; node != parse::kNoNode && document_.nodes[node].end > block.last; node = document_.nodes[node].parent) {
        if (document_.nodes[node].tag == html::Tag::kTime) selection_.reasons[id] = Reason::kByline;
        if (html::IsBlock(document_.nodes[node].tag)) break;
      }
    }
  }

  /// Pages carry a paragraph twice for two screen sizes, or once more for a script to show. What stands apart in the element that the
  /// first stands in, or in a table, is said again: a refrain, a step of a pattern.
  PITH_APART void Duplicates() {
    constexpr std::uint32_t kShortest = 8;  // words; shorter lines may well be said twice
    score::KeyIndex texts(blocks_.blocks.size());
    std::vector<BlockId> shown, last;  // by text
    for (BlockId id = 0; id < blocks_.blocks.size(); ++id) {
      const Block& block = blocks_.blocks[id];
      if (!Kept(id) || block.words < kShortest) continue;
      const std::uint32_t text = texts.Of(score::HashOf(blocks_.TextOf(block)));
      if (text == shown.size()) {
        shown.push_back(id);
        last.push_back(id);
        continue;
      }
      const bool apart = id > std::exchange(last[text], id) + 1 && blocks_.blocks[shown[text]].hidden == block.hidden;
      if ((apart && ParentOf(shown[text]) == ParentOf(id)) || document_.nodes[block.container].tag == html::Tag::kTd) continue;
      // The shown one stays, or else the first.
      const bool swap = blocks_.blocks[shown[text]].hidden && !block.hidden;
      selection_.reasons[swap ? shown[text] : id] = Reason::kDuplicate;
      if (swap) shown[text] = id;
    }
  }

  /// The element around a block's own.
  [[nodiscard]] annotate::NodeId ParentOf(BlockId id) const { return document_.nodes[blocks_.blocks[id].container].parent; }

  const Document& document_;
  const Blocks& blocks_;
  const score::Scores& scores_;
  const Options& options_;
  const rules::Verdicts& verdicts_;
  Marks appeals_;
  Selection selection_;
};

}  // namespace

Selection Select(const Document& document, const Blocks& blocks, const score::Scores& scores, const Metadata& metadata, const Options& options,
                 const rules::Verdicts& verdicts) {
  return Selector(document, blocks, scores, options, verdicts).Run(metadata);
}

}  // namespace pith::select

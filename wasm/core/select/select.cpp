#include "core/select/select.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "core/metadata/language_tag.h"
#include "core/metadata/title.h"
#include "core/score/hash.h"
#include "core/score/key_index.h"
#include "core/select/companions.h"
#include "core/select/cut.h"
#include "core/select/litter.h"
#include "core/select/promotion.h"
#include "core/select/repair.h"
#include "core/select/stories.h"
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
std::vector<std::uint32_t> NumbersOf(std::string_view text) {
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
    FillProse(blocks_, scores_, cut.threshold, appeals_, keep);
    DropLabels(scores_, cut.threshold, keep);
    DropAppeals(document_, blocks_, scores_, cut.threshold, appeals_, keep);
    DropBoxes(document_, blocks_, scores_, cut.threshold, keep);
    DropAnnounced(document_, blocks_, scores_, keep);
    FillStructure(document_, blocks_, scores_, cut.threshold, keep);
    if (options_.mode != Mode::kRecall) DropDoubtedTail(document_, blocks_, scores_, cut.threshold, keep);
    if (options_.parts.comments) {
      KeepComments(document_, blocks_, scores_, cut.threshold, keep);
    } else {
      DropComments(document_, blocks_, scores_, keep);
    }
    DropSignatures(blocks_, keep);
    DropButtons(document_, blocks_, keep);
    if (scores_.page_type.type == PageType::kArticle || scores_.page_type.type == PageType::kDocumentation) DropTrails(document_, blocks_, keep);
    KeepCompanions(document_, blocks_, keep);
    if (scores_.page_type.type == PageType::kArticle) DropDanglingHeads(document_, blocks_, keep);
    for (BlockId id = 0; id < blocks_.blocks.size(); ++id) keep[id] = keep[id] && !blocks_.blocks[id].unrendered;
    selection_.confidence = cut.expected_f1;
    selection_.reasons.resize(blocks_.blocks.size());
    for (BlockId id = 0; id < blocks_.blocks.size(); ++id) selection_.reasons[id] = keep[id] ? Reason::kKept : WhyNot(id);
    LeaveOutStories(document_, blocks_, scores_, metadata, selection_.reasons);
    Titles(metadata.title);
    Datelines(NumbersOf(metadata.published_time));
    ApplyRules(blocks_, verdicts_, selection_.reasons);
    Duplicates();
    Images();
    ApplyRules(blocks_, verdicts_, selection_.reasons);  // images follow the text around them, but not against a rule
    LeaveOut(document_, blocks_, options_.parts, selection_.reasons);
    return std::move(selection_);
  }

 private:
  [[nodiscard]] bool Kept(BlockId id) const { return selection_.reasons[id] == Reason::kKept; }

  /// What a reader is told of a block that scored low: the promotion it is worded as, or that it is hidden, or just that.
  [[nodiscard]] Reason WhyNot(BlockId id) const {
    constexpr std::uint32_t kSpeaks = 5;  // words; what appeals in fewer is a button's or a menu's
    if (blocks_.blocks[id].unrendered) return Reason::kHidden;
    const phrases::Hits& hits = scores_.hits[id];
    // A phrase explains a block when it makes up a fair part of it.
    if (hits.longest > 0 && (hits.whole || hits.longest * 4u >= blocks_.blocks[id].words)) return ReasonOf(hits.best);
    if (blocks_.blocks[id].hidden) return Reason::kHidden;
    if (appeals_[id] && blocks_.blocks[id].words >= kSpeaks) return Reason::kAppeal;
    return scores_.probabilities[id] >= 32768 ? Reason::kOutside : Reason::kLowScore;
  }

  /// The headline stands in the article's header already.
  void Titles(std::string_view title) {
    const std::string essence = metadata::Essence(title);
    if (essence.empty()) return;
    bool first = true;
    for (BlockId id = 0; id < blocks_.blocks.size(); ++id) {
      const Block& block = blocks_.blocks[id];
      const html::Tag tag = document_.nodes[block.container].tag;
      const bool may_be_title = tag == html::Tag::kH1 || (Kept(id) && (tag == html::Tag::kH2 || first));
      const bool is_title = may_be_title && block.text.size <= title.size() * 2 + 16 && metadata::Essence(blocks_.TextOf(block)) == essence;
      if (is_title) selection_.reasons[id] = Reason::kTitle;
      first = first && (is_title || !Kept(id) || block.words == 0);
    }
  }

  /// A line above the first paragraph that is nothing but a `<time>`, or gives the publishing date, is the dateline, which the
  /// metadata have.
  void Datelines(const std::vector<std::uint32_t>& published) {
    constexpr std::uint32_t kLongest = 8;  // words
    for (BlockId id = 0; id < blocks_.blocks.size(); ++id) {
      const Block& block = blocks_.blocks[id];
      if (!Kept(id) || block.words == 0) continue;
      if (block.words > kLongest) return;
      const std::vector<std::uint32_t> numbers = NumbersOf(blocks_.TextOf(block));
      const auto says = [&](std::size_t part) { return published.size() > 2 && std::find(numbers.begin(), numbers.end(), published[part]) != numbers.end(); };
      if (says(0) && says(2)) selection_.reasons[id] = Reason::kByline;  // the year and the day
      for (annotate::NodeId node = document_.nodes[block.first].parent; node != parse::kNoNode && document_.nodes[node].end > block.last; node = document_.nodes[node].parent) {
        if (document_.nodes[node].tag == html::Tag::kTime) selection_.reasons[id] = Reason::kByline;
        if (html::IsBlock(document_.nodes[node].tag)) break;
      }
    }
  }

  /// Pages carry a paragraph twice for two screen sizes, or once more for a script to show.
  void Duplicates() {
    constexpr std::uint32_t kShortest = 8;  // words; shorter lines may well be said twice
    score::KeyIndex texts(blocks_.blocks.size());
    std::vector<BlockId> shown;  // by text
    for (BlockId id = 0; id < blocks_.blocks.size(); ++id) {
      const Block& block = blocks_.blocks[id];
      if (!Kept(id) || block.words < kShortest) continue;
      const std::uint32_t text = texts.Of(score::HashOf(blocks_.TextOf(block)));
      if (text == shown.size()) {
        shown.push_back(id);
        continue;
      }
      // The shown one stays, or else the first.
      const bool swap = blocks_.blocks[shown[text]].hidden && !block.hidden;
      selection_.reasons[swap ? shown[text] : id] = Reason::kDuplicate;
      if (swap) shown[text] = id;
    }
  }

  /// An image, or a caption, stays where the text before it stays and the text after it does, or the part of the page that it stands
  /// in mostly does (the box behind it may be an advert). Between the headline and the first paragraph, lines
  /// that went (author, date, share buttons) do not part it from them: that is where lead images stand.
  void Images() {
    const auto count = static_cast<BlockId>(blocks_.blocks.size());
    BlockId first_kept = 0;
    while (first_kept < count && (!Kept(first_kept) || FollowsText(first_kept))) ++first_kept;
    words_upto_.assign(count + 1, 0);
    kept_upto_.assign(count + 1, 0);
    for (BlockId id = 0; id < count; ++id) {
      const std::uint32_t words = FollowsText(id) ? 0 : blocks_.blocks[id].words;
      words_upto_[id + 1] = words_upto_[id] + words;
      kept_upto_[id + 1] = kept_upto_[id] + (Kept(id) ? words : 0);
    }
    Marks with_text(count);
    bool before = false;
    for (BlockId id = 0; id < count; ++id) {
      with_text[id] = before;
      if (FollowsText(id)) continue;
      if (Kept(id) || selection_.reasons[id] == Reason::kTitle) {
        before = true;
      } else if (id > first_kept) {
        before = false;
      }
    }
    bool after = false;
    for (BlockId id = count; id-- > 0;) {
      if (FollowsText(id)) {
        selection_.reasons[id] = with_text[id] && (after || Belongs(id)) ? Reason::kKept : Reason::kOutside;
      } else if (Kept(id) || id > first_kept) {
        after = Kept(id);
      }
    }
  }

  /// Whether the smallest element around an image that holds text of its own is mostly kept, and the article goes on behind it.
  [[nodiscard]] bool Belongs(BlockId id) const {
    if (kept_upto_.back() == kept_upto_[id]) return false;
    for (annotate::NodeId node = blocks_.blocks[id].container; node != parse::kNoNode; node = document_.nodes[node].parent) {
      const annotate::Extent& extent = blocks_.extents[node];
      const std::uint32_t words = words_upto_[extent.end_block] - words_upto_[extent.first_block];
      if (words > 0) return (kept_upto_[extent.end_block] - kept_upto_[extent.first_block]) * 2 >= words;
    }
    return false;
  }

  [[nodiscard]] bool FollowsText(BlockId id) const { return blocks_.blocks[id].words == 0 || blocks_.blocks[id].caption; }

  const Document& document_;
  const Blocks& blocks_;
  const score::Scores& scores_;
  const Options& options_;
  const rules::Verdicts& verdicts_;
  Marks appeals_;
  Selection selection_;
  std::vector<std::uint32_t> words_upto_, kept_upto_;  ///< by BlockId, prefix sums, one longer
};

}  // namespace

Selection Select(const Document& document, const Blocks& blocks, const score::Scores& scores, const Metadata& metadata, const Options& options,
                 const rules::Verdicts& verdicts) {
  return Selector(document, blocks, scores, options, verdicts).Run(metadata);
}

}  // namespace pith::select

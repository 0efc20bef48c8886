#include "core/select/repair.h"

#include <algorithm>
#include <cstdint>

#include "core/hints/hints.h"
#include "core/select/line.h"
#include "core/unicode/unicode.h"

namespace pith::select {
namespace {

using annotate::Block;
using annotate::BlockId;
using annotate::Blocks;

/// A sentence too short to be prose by its length: no links, and it ends as sentences do.
bool IsShortSentence(const Blocks& blocks, const Block& block) {
  constexpr std::uint32_t kFewest = 4;  // words
  if (block.words < kFewest || block.link_words > 0) return false;
  const std::string_view text = blocks.TextOf(block);
  const char32_t end = LastOf(text);
  return unicode::EndsSentence(end) || unicode::IsUnspacedAlphabet(end);
}

/// Whether the page is a thread: by the caller's word, else by its own or by its looks.
bool IsForum(const score::Scores& scores) {
  constexpr float kSure = 0.5F;
  const PageTypeGuess& guess = scores.page_type;
  if (guess.probability < 1) {
    const hints::HintSet says = scores.kind.host | scores.kind.address | scores.kind.page_class | scores.kind.schema;
    if ((says & hints::Bit(hints::Hint::kForum)) != 0) return true;
  }
  return guess.type == PageType::kForum && guess.probability >= kSure;
}

}  // namespace

bool IsHeading(const parse::Document& document, const Block& block) {
  return html::IsHeading(document.nodes[block.container].tag) || document.AttributeOf(block.container, "role") == "heading";
}

void FillProse(const Blocks& blocks, const score::Scores& scores, float threshold, const Marks& appeals, Marks& keep) {
  constexpr float kDoubt = 0.4F, kShortDoubt = 0.6F;     // of the threshold; kDenied where a line does not appeal: on bare pages little else tells
  constexpr std::uint8_t kPlain = 135, kPlainest = 127;  // appeals up to that; the latter read like an author's
  constexpr BlockId kReach = 6, kFar = 8;                // blocks; promotions between two paragraphs come in small heaps
  const auto count = static_cast<BlockId>(keep.size());
  const Marks found = keep;
  for (BlockId id = 0; id < count; ++id) {
    const Block& block = blocks.blocks[id];
    if (keep[id] || block.hidden || scores.hits[id].longest > 0 || appeals[id]) continue;
    const bool prose = annotate::IsProse(block), plainest = scores.appeals[id] <= kPlainest;
    if (!prose && !IsShortSentence(blocks, block)) continue;
    if (static_cast<float>(scores.probabilities[id]) < threshold * (scores.appeals[id] <= kPlain ? kDenied : prose ? kDoubt : kShortDoubt) * 65535.0F) continue;
    // What reads like an author's may stand further off, and next to what was filled in.
    const Marks& kept = plainest ? keep : found;
    const BlockId reach = plainest ? kFar : kReach;
    for (BlockId other = id < reach ? 0 : id - reach; other < count && other <= id + reach && !keep[id]; ++other) {
      keep[id] = kept[other] && scores.groups[other] == scores.groups[id] && annotate::IsProse(blocks.blocks[other]);
    }
  }
}

void FillStructure(const parse::Document& document, const Blocks& blocks, const score::Scores& scores, float threshold, Marks& keep) {
  constexpr float kDoubt = 0.3F;             // of the threshold
  constexpr std::uint32_t kWordsOfCell = 6;  // on average, in tables of data
  constexpr BlockId kReach = 4;              // blocks; a signature may part a heading from the text before it
  const auto count = static_cast<BlockId>(keep.size());
  const auto may_stay = [&](BlockId id) { return !blocks.blocks[id].hidden && !scores.hits[id].whole; };
  const auto keep_all = [&](const annotate::Extent& extent) {
    for (BlockId id = extent.first_block; id < extent.end_block; ++id) keep[id] = keep[id] || may_stay(id);
  };
  // Whether a third of an element's blocks is kept or likely.
  const auto third_believed = [&](const annotate::Extent& extent) {
    std::uint32_t believed = 0;
    for (BlockId id = extent.first_block; id < extent.end_block; ++id)
      believed += keep[id] || static_cast<float>(scores.probabilities[id]) >= threshold * 65535.0F ? 1 : 0;
    return believed * 3 >= extent.end_block - extent.first_block;
  };
  // Whether an element without links, right behind kept text, is likely by half on the mean of its blocks.
  const auto half_likely = [&](const annotate::Extent& extent) {
    if (extent.link_words > 0 || extent.first_block == 0 || !keep[extent.first_block - 1]) return false;
    std::uint64_t likely = 0;
    for (BlockId id = extent.first_block; id < extent.end_block; ++id) likely += scores.probabilities[id];
    return static_cast<float>(likely) >= static_cast<float>(extent.end_block - extent.first_block) * threshold * 65535.0F / 2;
  };
  auto inner_table = static_cast<annotate::NodeId>(document.nodes.size());  // the first one behind `node`
  for (auto node = inner_table; node-- > 0;) {
    const html::Tag tag = document.IsText(node) ? html::Tag::kUnknown : document.nodes[node].tag;
    const annotate::Extent& extent = blocks.extents[node];
    bool holds_data = tag == html::Tag::kDl;
    if (tag == html::Tag::kTable) {
      const bool lays_out = inner_table < document.nodes[node].end;
      inner_table = node;
      holds_data = !lays_out && extent.words <= (extent.end_block - extent.first_block) * kWordsOfCell;
    }
    if (holds_data && (third_believed(extent) || half_likely(extent))) keep_all(extent);
  }
  for (BlockId id = 1; id + 1 < count; ++id) {
    if (keep[id] || !keep[id + 1] || !may_stay(id) ||
        !(IsHeading(document, blocks.blocks[id]) || document.nodes[blocks.blocks[id].container].tag == html::Tag::kPre))
      continue;
    bool follows = false;
    for (BlockId step = 1; step <= kReach && step <= id; ++step) follows = follows || keep[id - step];
    keep[id] = follows && static_cast<float>(scores.probabilities[id]) >= threshold * kDoubt * 65535.0F;
  }
}

void DropComments(const parse::Document& document, const Blocks& blocks, const score::Scores& scores, Marks& keep) {
  using hints::Bit, hints::Hint;
  if (IsForum(scores)) return;
  constexpr std::uint64_t kArticle = 300;  // kept words before the comments: an article, and not a thread's first post
  constexpr std::uint64_t kLess = 85;      // per cent of the belief in the article
  const auto count = static_cast<BlockId>(keep.size());
  std::vector<std::uint64_t> words(count + 1), believed(count + 1);  // kept, up to each block
  for (BlockId id = 0; id < count; ++id) {
    const std::uint64_t kept = keep[id] ? blocks.blocks[id].words : 0;
    words[id + 1] = words[id] + kept;
    believed[id + 1] = believed[id] + kept * scores.probabilities[id];
  }
  for (annotate::NodeId node = 0; node < document.nodes.size();) {
    const annotate::Extent& extent = blocks.extents[node];
    const std::uint64_t before = words[extent.first_block], inside = words[extent.end_block] - before;
    if (document.IsText(node) || inside == 0 || before < kArticle || (blocks.hints[node] & Bit(Hint::kComment)) == 0) {
      ++node;
      continue;
    }
    const std::uint64_t belief = (believed[extent.end_block] - believed[extent.first_block]) / inside;
    if (belief * 100 < believed[extent.first_block] / before * kLess) {
      for (BlockId id = extent.first_block; id < extent.end_block; ++id) keep[id] = false;
    }
    node = document.nodes[node].end;
  }
}

void DropDoubtedTail(const parse::Document& document, const Blocks& blocks, const score::Scores& scores, float threshold, Marks& keep) {
  constexpr float kSurer = 0.4F;          // than the threshold; docs/scoring.md says what others cost
  constexpr std::uint32_t kFewest = 100;  // words that make an article
  constexpr std::uint32_t kLongest = 3;   // times the article; more than that is what the page is about, and the rest its head
  if (scores.page_type.type != PageType::kArticle) return;
  const Block* first = nullptr;
  const Block* last = nullptr;
  std::uint32_t words = 0;
  for (BlockId id = 0; id < keep.size(); ++id) {
    const Block& block = blocks.blocks[id];
    if (!keep[id] || !annotate::IsProse(block) || static_cast<float>(scores.probabilities[id]) < (threshold + kSurer) * 65535.0F) continue;
    words += block.words;
    if (first == nullptr) first = &block;
    last = &block;
  }
  if (words < kFewest) return;
  annotate::NodeId element = first->container;
  while (document.nodes[element].end <= last->last) element = document.nodes[element].parent;
  const auto is_behind = [&](BlockId id) { return blocks.blocks[id].first >= document.nodes[element].end; };
  std::uint32_t article = 0, tail = 0;  // kept words
  for (BlockId id = 0; id < keep.size(); ++id) {
    if (keep[id]) (is_behind(id) ? tail : article) += blocks.blocks[id].words;
  }
  if (tail > article * kLongest) return;
  for (BlockId id = 0; id < keep.size(); ++id) {
    if (is_behind(id)) keep[id] = false;
  }
}

}  // namespace pith::select

#include "core/receipts/receipts.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "core/unicode/eight_bytes.h"
#include "core/unicode/unicode.h"

namespace pith::receipts {
namespace {

using annotate::Block;
using annotate::BlockId;
using annotate::Blocks;
using annotate::kNoBlock;
using select::Reason;

Words CountedIn(const Blocks& blocks, const Block& block) {
  Words words{block.words, 0};
  const std::string_view text = blocks.TextOf(block);
  for (std::size_t at = 0; (at = unicode::FindBeyondAscii(text, at)) < text.size();) {
    const unicode::Decoded next = unicode::Decode(text, at);
    if (unicode::IsWordByItself(next.code_point)) ++words.unspaced;
    at += next.size;
  }
  words.unspaced = std::min(words.unspaced, words.all);
  return words;
}

}  // namespace

Numbers NumbersOf(const clean::ArticleTree& tree) {
  Numbers numbers(tree.holders.size(), kNoBlock);
  for (const clean::Item& item : tree.items) {
    if (item.block != kNoBlock) numbers[item.block] = item.block;
  }
  for (BlockId id = 0; id < numbers.size(); ++id) {
    const BlockId holder = tree.holders[id];
    const bool stayed = holder != kNoBlock && numbers[holder] == holder;  // what is empty in the end is taken back
    if (numbers[id] == kNoBlock && stayed) numbers[id] = holder;
  }
  return numbers;
}

std::vector<Range> RangesOf(const Numbers& numbers, std::vector<Range> ranges) {
  for (BlockId id = 0; id < ranges.size(); ++id) {
    if (numbers[id] < id) ranges[numbers[id]].end = std::max(ranges[numbers[id]].end, ranges[id].end);
  }
  return ranges;
}

std::vector<Words> WordsOf(const Blocks& blocks, const Numbers& numbers) {
  std::vector<Words> words(numbers.size());
  for (BlockId id = 0; id < numbers.size(); ++id) {
    const Block& block = blocks.blocks[id];
    if (numbers[id] == kNoBlock || block.caption) continue;
    const Words own = CountedIn(blocks, block);
    words[numbers[id]].all += own.all;
    words[numbers[id]].unspaced += own.unspaced;
  }
  return words;
}

Words WordsIn(const clean::ArticleTree& tree, std::size_t items, std::vector<Words> words) {
  Words sum;
  for (std::size_t id = 0; id < items; ++id) {
    const BlockId block = tree.items[id].block;
    if (block == kNoBlock) continue;
    sum.all += words[block].all;
    sum.unspaced += words[block].unspaced;
    words[block] = {};  // several items may have one number
  }
  return sum;
}

std::vector<Removal> Receipts(const parse::Document& document, const Blocks& blocks, const score::Scores& scores, const select::Selection& selection,
                              const Numbers& numbers, const std::vector<Range>& ranges) {
  const std::vector<std::uint32_t> elements_before = document.ElementsBefore();
  std::vector<Removal> removed;
  std::uint32_t before = 0;
  for (BlockId id = 0; id < blocks.blocks.size(); ++id) {
    if (!numbers.empty() && numbers[id] == id) ++before;
    const Block& block = blocks.blocks[id];
    Reason reason = selection.reasons[id];
    if (reason == Reason::kKept && numbers.empty()) reason = Reason::kDuplicate;
    if (reason == Reason::kKept || block.text.size == 0) continue;
    removed.push_back({std::string(NameOf(reason)), std::string(blocks.TextOf(block)), before, elements_before[block.container],
                       static_cast<float>(scores.probabilities[id]) / 65535.0F, ranges.empty() ? Range{} : ranges[id]});
  }
  return removed;
}

}  // namespace pith::receipts

#include "core/select/headlines.h"

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/unicode/unicode.h"

namespace pith::select {

using annotate::Block;
using annotate::BlockId;
using annotate::Blocks;

namespace {

/// Whether a text ends as statements do, in whatever script; headlines ask and cry at most.
bool EndsStatement(std::string_view text) {
  std::size_t last = text.size() - 1;
  while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80) --last;
  const char32_t c = unicode::Decode(text, last).code_point;
  return unicode::EndsSentence(c) && c != '?' && c != '!' && c != 0xFF1F && c != 0xFF01 && c != 0x061F;
}

bool HasFigure(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const unicode::Decoded next = unicode::Decode(text, at);
    if (unicode::IsDigit(next.code_point)) return true;
    at += next.size;
  }
  return false;
}

}  // namespace

void DropAged(const Blocks& blocks, const score::Scores& scores, float threshold, Marks& keep) {
  constexpr std::uint32_t kPairs = 3;                                         // that make a list
  constexpr std::uint32_t kAge = 5, kShortest = 3, kMean = 5, kLongest = 40;  // words of an age at most, and of a headline
  if (scores.page_type.type != PageType::kArticle) return;
  const std::uint32_t lowest = SureOf(threshold);
  auto first = static_cast<BlockId>(keep.size());  // behind the last prose
  while (first > 0 && !(keep[first - 1] && annotate::IsProse(blocks.blocks[first - 1]) && scores.probabilities[first - 1] >= lowest)) --first;
  if (first == 0) return;     // no prose that is sure
  std::vector<BlockId> list;  // headlines and ages in turns
  std::uint32_t aged = 0, words = 0;
  std::uint64_t sum = 0;
  const auto end = [&] {
    const auto pairs = static_cast<std::uint32_t>(list.size() / 2);
    if (pairs >= kPairs && aged * 2 >= pairs && words >= pairs * kMean && sum < std::uint64_t{pairs} * lowest) {
      for (const BlockId id : list) keep[id] = false;
    }
    list.clear();
    aged = words = 0;
    sum = 0;
  };
  BlockId headline = annotate::kNoBlock;
  for (BlockId id = first; id < keep.size(); ++id) {
    const Block& block = blocks.blocks[id];
    if (block.words == 0) continue;
    const std::string_view text = blocks.TextOf(block);
    if (headline != annotate::kNoBlock && block.words <= kAge && block.words < blocks.blocks[headline].words) {
      aged += scores.hits[id].best == phrases::Class::kAge || HasFigure(text) ? 1 : 0;
      sum += scores.probabilities[headline];
      words += blocks.blocks[headline].words;
      list.insert(list.end(), {headline, id});
      headline = annotate::kNoBlock;
      continue;
    }
    if (headline != annotate::kNoBlock) end();
    headline = block.words >= kShortest && block.words <= kLongest && !EndsStatement(text) ? id : annotate::kNoBlock;
    if (headline == annotate::kNoBlock) end();
  }
  end();
}

}  // namespace pith::select

#include "core/select/headlines.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/select/age.h"
#include "core/select/line.h"
#include "core/unicode/unicode.h"

namespace pith::select {

using annotate::Block;
using annotate::BlockId;
using annotate::Blocks;

namespace {

/// Behind the last bar or dot, which parts who wrote something from when; 0 where there is none.
std::size_t StartOfWhen(std::string_view text) {
  std::size_t start = 0;
  for (const std::string_view bar : {" | ", " \xC2\xB7 ", " \xE2\x80\xA2 "}) {
    const std::size_t at = text.rfind(bar);
    if (at != std::string_view::npos) start = std::max(start, at + bar.size());
  }
  return start;
}

/// Lines that follow each other and may be headlines of other stories with their ages: on the line below or above, or at the edge of the same.
class AgedList {
 public:
  AgedList(const score::Scores& scores, std::uint32_t lowest, Marks& keep) : scores_(scores), lowest_(lowest), keep_(keep) {}

  /// @param item whether it is an entry of a list without a link: an author's
  void Add(BlockId id, std::uint32_t words, std::string_view text, bool item) {
    constexpr std::uint32_t kLongest = 40, kShort = 5;  // words of a headline, and of an age that is not listed
    constexpr std::uint32_t kSource = 8;  // words of "Harbour Post · 24 Apr"; what is longer and ends as a statement may be a reference with its year
    constexpr std::size_t kBetween = 2;   // lines between two ages: a headline, and who wrote it
    Age age = words > kLongest ? Age::kNone : AgeOf(text);
    if (item && age < Age::kEnd) age = Age::kNone;
    if (words > kLongest || (age < (words > kSource ? Age::kEnd : Age::kDate) && EndsStatement(LastOf(text)))) {
      End();
      lines_.clear();
      return;
    }
    const std::string_view when = text.substr(StartOfWhen(text));
    const std::uint32_t most = when.size() < text.size() ? kSource : kShort;
    const bool below = !item && age == Age::kNone && !lines_.empty() && !lines_.back().IsDated() && words < lines_.back().words && words <= most;
    lines_.push_back({id, words, age, below, HasFigure(when)});
    if (lines_.size() - EndOfDated() <= kBetween) return;
    End();
    if (lines_.size() > kBetween) lines_.erase(lines_.begin(), lines_.end() - kBetween);
  }

  /// Drops what was added, if it is such a list.
  void End() {
    constexpr std::uint32_t kFewest = 3;    // ages that make a list
    constexpr std::uint32_t kMean = 5;      // words an age has beside it
    const auto [begin, regular] = Shape();
    const std::size_t end = EndOfDated();
    std::uint32_t ages = 0, without_figure = 0, certain = 0, kept = 0, words = 0;
    std::uint64_t sum = 0;
    for (std::size_t i = begin; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      if (i >= end) {  // the last headline, where ages stand above, or what is no part of the list
        words += line.words;
        continue;
      }
      if (line.IsDated()) ++(line.age != Age::kNone || line.figure ? ages : without_figure);
      if (line.age >= Age::kStart || (regular && line.below && line.figure)) ++certain;
      if (line.IsBare()) continue;
      words += line.words;
      if (!keep_[line.id]) continue;
      ++kept;
      sum += scores_.probabilities[line.id];
    }
    if (ages + std::min(ages, without_figure) < kFewest || words < ages * kMean) return;
    const bool doubtful = certain * 2 < ages;  // programmes, results and an author's sources have dates and times, too
    if (sum > std::uint64_t{kept} * (doubtful ? lowest_ - kMuch : lowest_)) return;
    for (std::size_t i = begin; i < lines_.size(); ++i) {
      if (GoesAlong(lines_[i])) keep_[lines_[i].id] = false;
    }
    lines_.clear();
  }

 private:
  struct Line {
    BlockId id;
    std::uint32_t words;
    Age age;
    bool below;   ///< it stands where an age would, below a headline, and is as short
    bool figure;  ///< it has one where an age would stand

    [[nodiscard]] bool IsDated() const { return below || age != Age::kNone; }
    /// Whether it is nothing but an age.
    [[nodiscard]] bool IsBare() const { return below || age == Age::kWhole; }
  };

  struct ListShape {
    std::size_t begin;  ///< above its first age stands no more than above the others
    bool regular;       ///< all ages have as many lines between them
  };

  /// Whether a line goes with its list: what has no age itself stays where the model is sure of it.
  [[nodiscard]] bool GoesAlong(const Line& line) const { return line.IsDated() || scores_.probabilities[line.id] < lowest_; }

  [[nodiscard]] ListShape Shape() const {
    std::size_t first = 0;
    while (first < lines_.size() && !lines_[first].IsDated()) ++first;
    std::size_t least = lines_.size(), most = 0;
    for (std::size_t age = first, i = first + 1; i < lines_.size(); ++i) {
      if (!lines_[i].IsDated()) continue;
      least = std::min(least, i - age - 1);
      most = std::max(most, i - age - 1);
      age = i;
    }
    return {first - std::min(first, most), least == most};
  }

  /// One past the last line with an age.
  [[nodiscard]] std::size_t EndOfDated() const {
    std::size_t end = lines_.size();
    while (end > 0 && !lines_[end - 1].IsDated()) --end;
    return end;
  }

  const score::Scores& scores_;
  std::uint32_t lowest_;
  Marks& keep_;
  std::vector<Line> lines_;
};

}  // namespace

void DropAged(const parse::Document& document, const Blocks& blocks, const score::Scores& scores, float threshold, Marks& keep) {
  if (!scores.may_be_article) return;
  const std::uint32_t lowest = SureOf(threshold);
  auto first = static_cast<BlockId>(keep.size());  // behind the last prose
  while (first > 0 && !(keep[first - 1] && annotate::IsProse(blocks.blocks[first - 1]) && scores.probabilities[first - 1] >= lowest)) --first;
  if (first == 0) return;              // no prose that is sure
  constexpr std::size_t kAround = 12;  // lines behind the last one that is kept tell, too, what it is part of
  const auto last = static_cast<std::size_t>(std::find(keep.rbegin(), keep.rend(), std::uint8_t{1}).base() - keep.begin());
  if (last <= first) return;
  std::uint32_t above = 0, below = 0;  // words kept
  for (BlockId id = 0; id < last; ++id) {
    if (keep[id]) (id < first ? above : below) += blocks.blocks[id].words;
  }
  if (below > above * 2) return;  // the page is the list
  const std::size_t end = std::min(last + kAround, keep.size());
  AgedList list(scores, lowest, keep);
  for (BlockId id = first; id < end; ++id) {
    const Block& block = blocks.blocks[id];
    if (block.words > 0) list.Add(id, block.words, blocks.TextOf(id), block.link_words == 0 && IsInList(document, blocks, block));
  }
  list.End();
}

}  // namespace pith::select

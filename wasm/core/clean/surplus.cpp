#include "core/clean/surplus.h"

#include <algorithm>
#include <iterator>

#include "core/clean/code.h"
#include "core/unicode/unicode.h"

namespace pith::clean {

using annotate::Block;
using annotate::BlockId;
using html::Tag;
using parse::kNoNode;
using parse::NodeId;

namespace {

constexpr std::string_view kLoneMarks[] = {",", "|", "/", "×", "✕", "✖", "⨯"};

}  // namespace

bool Surplus::Has(BlockId id) const { return NumbersLines(id) || LabelsCode(id) || IsLeftOver(id); }

/// Whether a block is the column of numbers beside a block of code.
bool Surplus::NumbersLines(BlockId id) const {
  const Block& block = blocks_.blocks[id];
  const NodeId pre = skeleton_.PreAbove(block.first);
  constexpr int kWrappers = 5;
  NodeId around = pre == kNoNode ? block.container : pre;
  const bool counts = pre != kNoNode && CountsLines(blocks_.TextOf(block));
  const BlockId next = id + 1;
  for (int i = 0; i < kWrappers && around != kNoNode; ++i, around = document_.nodes[around].parent) {
    if (blocks_.extents[around].words > block.words) {  // the row that has the code as well
      return counts && document_.nodes[around].tag == Tag::kTr && next < blocks_.blocks.size() && blocks_.blocks[next].first < document_.nodes[around].end &&
             skeleton_.PreAbove(blocks_.blocks[next].first) != kNoNode;
    }
    if (IsGutter(document_, around)) return true;
  }
  return false;
}

bool Surplus::InButton(const Block& block) const {
  constexpr int kWrappers = 5;
  NodeId around = block.container;
  for (int i = 0; i < kWrappers && around != kNoNode; ++i, around = document_.nodes[around].parent) {
    if (document_.nodes[around].tag == Tag::kButton) return true;
  }
  return false;
}

/// Whether a block stands above a block of code for the page's readers only: the name of its language, or a button that copies it.
bool Surplus::LabelsCode(BlockId id) const {
  constexpr std::uint32_t kLongest = 4;  // words
  constexpr BlockId kMost = 3;           // labels
  const Block& block = blocks_.blocks[id];
  if (block.images > 0) return false;
  NodeId pre = kNoNode;
  for (BlockId next = id; pre == kNoNode; ++next) {
    if (next == blocks_.blocks.size() || next > id + kMost) return false;
    pre = skeleton_.PreAbove(blocks_.blocks[next].first);
    if (pre == kNoNode ? blocks_.blocks[next].words > kLongest : next == id) return false;
  }
  NodeId wrapper = block.container;
  while (document_.nodes[wrapper].end <= pre) wrapper = document_.nodes[wrapper].parent;
  if (blocks_.extents[wrapper].words > blocks_.extents[pre].words + kMost * kLongest) return false;
  const NodeId structure = skeleton_.StructureAbove(block.first);
  if (structure != kNoNode && html::IsHeading(skeleton_.FormAt(structure).tag)) return false;
  return InButton(block) || unicode::EqualsIgnoringAsciiCase(blocks_.TextOf(block), LanguageOf(document_, pre));
}

/// Whether a block is a mark that is left over of what stood beside it ("|"), or all that a button shows ("×").
bool Surplus::IsLeftOver(BlockId id) const {
  const Block& block = blocks_.blocks[id];
  if (block.words > 0 || block.images > 0) return false;
  const auto goes = [&](BlockId other) { return other < blocks_.blocks.size() && selection_.reasons[other] != select::Reason::kKept; };
  const std::string_view text = blocks_.TextOf(block);
  const bool mark = std::find(std::begin(kLoneMarks), std::end(kLoneMarks), text) != std::end(kLoneMarks);
  if (!InButton(block) && !(mark && (goes(id - 1) || goes(id + 1)))) return false;
  NodeId structure = skeleton_.StructureAbove(block.first);
  if (structure != kNoNode && skeleton_.FormAt(structure).tag == Tag::kP) structure = skeleton_.StructureAbove(structure);
  const Tag tag = structure == kNoNode ? Tag::kUnknown : skeleton_.FormAt(structure).tag;
  return tag == Tag::kUnknown || tag == Tag::kLi || html::IsHeading(tag);
}

}  // namespace pith::clean

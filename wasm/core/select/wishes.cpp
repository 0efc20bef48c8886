#include "core/select/wishes.h"

#include "core/clean/structure.h"

namespace pith::select {

using annotate::BlockId;
using annotate::Blocks;
using annotate::NodeId;
using parse::Document;

void KeepComments(const Document& document, const Blocks& blocks, const score::Scores& scores, float threshold, Marks& keep) {
  constexpr float kDoubt = 0.1F;  // of the threshold; a comment is rarely worth more to the model
  const auto lowest = static_cast<std::uint16_t>(threshold * kDoubt * 65535.0F);
  BlockId first_kept = 0;
  while (first_kept < keep.size() && !keep[first_kept]) ++first_kept;
  for (NodeId node = 0; node < document.nodes.size();) {
    const annotate::Extent& extent = blocks.extents[node];
    if (document.IsText(node) || extent.first_block <= first_kept || (blocks.hints[node] & hints::Bit(hints::Hint::kComment)) == 0) {
      ++node;
      continue;
    }
    for (BlockId id = extent.first_block; id < extent.end_block; ++id) {
      const annotate::Block& block = blocks.blocks[id];
      if (block.words == 0 || block.hidden || scores.hits[id].whole || block.link_words == block.words) continue;
      keep[id] = keep[id] || annotate::IsProse(block) || scores.probabilities[id] >= lowest;
    }
    node = document.nodes[node].end;
  }
}

void ApplyRules(const Blocks& blocks, const rules::Verdicts& verdicts, std::vector<Reason>& reasons) {
  if (verdicts.nodes.empty()) return;
  for (BlockId id = 0; id < reasons.size(); ++id) {
    const rules::Verdict verdict = rules::Of(verdicts, blocks.blocks[id]);
    if (verdict == rules::Verdict::kRemove) reasons[id] = Reason::kRule;
    if (verdict == rules::Verdict::kKeep && reasons[id] != Reason::kTitle && reasons[id] != Reason::kDuplicate) reasons[id] = Reason::kKept;
  }
}

void LeaveOut(const Document& document, const Blocks& blocks, const Parts& parts, std::vector<Reason>& reasons) {
  const auto leave_out = [&](BlockId id) {
    if (reasons[id] == Reason::kKept) reasons[id] = Reason::kOption;
  };
  for (BlockId id = 0; id < reasons.size() && !parts.images; ++id) {
    if (blocks.blocks[id].caption) leave_out(id);
  }
  for (NodeId node = 0; node < document.nodes.size() && !parts.tables;) {
    const bool is_table = !document.IsText(node) && document.nodes[node].tag == html::Tag::kTable && clean::IsDataTable(document, blocks, node);
    for (BlockId id = blocks.extents[node].first_block; id < blocks.extents[node].end_block && is_table; ++id) leave_out(id);
    node = is_table ? document.nodes[node].end : node + 1;
  }
}

}  // namespace pith::select

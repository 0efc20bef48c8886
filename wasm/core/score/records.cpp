#include "core/score/records.h"

#include "core/score/hash.h"
#include "core/score/key_index.h"

namespace pith::score {

using annotate::Extent;
using parse::Document;
using parse::NodeId;

Records FindRecords(const Document& document, const annotate::Blocks& blocks, const RecordCounts& counts) {
  constexpr std::uint32_t kFewest = 3;  // two may be alike by chance
  const std::size_t size = document.nodes.size();
  Records found;
  found.run_of.assign(size, Records::kNone);
  KeyIndex by_kind(size);  // parent, tag and class → run
  for (NodeId id = 1; id < size; ++id) {
    const parse::Node& node = document.nodes[id];
    const Extent& extent = blocks.extents[id];
    if (document.IsText(id) || !html::IsBlock(node.tag) || extent.words == 0) continue;
    const std::uint64_t key = HashOf(document.AttributeOf(id, "class"), (std::uint64_t{node.parent} << 8 | static_cast<std::uint64_t>(node.tag)) * kHashPrime);
    const std::uint32_t number = by_kind.Of(key);
    if (number == found.runs.size()) found.runs.emplace_back();
    RecordRun& run = found.runs[number];
    found.run_of[id] = number;
    ++run.records;
    const auto sum = [&](const std::vector<std::uint32_t>& upto) { return upto[extent.end_block] - upto[extent.first_block]; };
    run.words += extent.words;
    run.link_words += extent.link_words;
    run.prose_words += sum(counts.prose);
    run.with_image += sum(counts.images) > 0 ? 1 : 0;
    run.with_price += sum(counts.prices) > 0 ? 1 : 0;
    run.with_age += sum(counts.ages) > 0 ? 1 : 0;
  }
  for (std::uint32_t& run : found.run_of) {
    if (run != Records::kNone && found.runs[run].records < kFewest) run = Records::kNone;
  }
  for (std::uint32_t run = 0; run < found.runs.size(); ++run) {
    if (found.runs[run].records >= kFewest && (found.largest == Records::kNone || found.runs[run].words > found.runs[found.largest].words)) found.largest = run;
  }
  return found;
}

}  // namespace pith::score

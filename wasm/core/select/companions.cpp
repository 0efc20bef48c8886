#include "core/select/companions.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "core/unicode/unicode.h"
#include "core/url/url.h"

namespace pith::select {
namespace {

using annotate::Block;
using annotate::BlockId;
using annotate::Blocks;
using annotate::Extent;
using annotate::NodeId;
using html::Tag;
using parse::Document;
using parse::kNoNode;

/// The `x` of a link `#x` in the page; empty for other links.
std::string_view FragmentOf(const Document& document, NodeId link) {
  const std::string_view fragment = url::FragmentOf(unicode::Trimmed(document.AttributeOf(link, "href")));
  return fragment.empty() ? fragment : fragment.substr(1);
}

class Notes {
 public:
  Notes(const Document& document, const Blocks& blocks) : document_(document), blocks_(blocks) {}

  void Keep(Marks& keep) {
    for (NodeId id = 0; id < document_.nodes.size(); ++id) {
      if (document_.IsText(id)) continue;
      if (document_.nodes[id].tag == Tag::kA && !FragmentOf(document_, id).empty()) links_.push_back(id);
    }
    if (links_.empty()) return;
    for (NodeId id = 0; id < document_.nodes.size(); ++id) {
      if (document_.IsText(id)) continue;
      const std::string_view name = document_.AttributeOf(id, "id");
      if (!name.empty()) places_.emplace(name, id);
    }
    std::vector<NodeId> notes;
    for (const NodeId link : links_) {
      const BlockId block = BlockOf(link);
      if (blocks_.extents[link].words > kLongestMark || block >= keep.size() || !keep[block]) continue;
      const auto place = places_.find(FragmentOf(document_, link));
      if (place == places_.end() || place->second <= link || !LinksBack(place->second, link)) continue;
      if (notes.empty() || notes.back() != place->second) notes.push_back(place->second);
    }
    if (notes.size() > kMostNotes) return;
    for (const NodeId note : notes) {
      const Extent& extent = blocks_.extents[note];
      std::fill(keep.begin() + static_cast<std::ptrdiff_t>(extent.first_block), keep.begin() + static_cast<std::ptrdiff_t>(extent.end_block), true);
    }
  }

 private:
  static constexpr std::size_t kMostNotes = 12;       // more are a list of sources, which is judged as any list is
  static constexpr std::uint32_t kLongestMark = 2;    // words
  static constexpr std::uint32_t kLongestNote = 400;  // words
  static constexpr NodeId kMostNodes = 400;           // of a note; each of its marks looks through it

  /// The block that a link stands in.
  [[nodiscard]] BlockId BlockOf(NodeId link) const {
    const auto after = std::upper_bound(blocks_.blocks.begin(), blocks_.blocks.end(), link, [](NodeId at, const Block& block) { return at < block.first; });
    const auto next = static_cast<BlockId>(after - blocks_.blocks.begin());
    if (next > 0 && blocks_.blocks[next - 1].last >= link) return next - 1;
    return next < blocks_.blocks.size() && blocks_.blocks[next].first < document_.nodes[link].end ? next : annotate::kNoBlock;
  }

  /// Whether something in a note links to its mark, or to an element close around the mark.
  [[nodiscard]] bool LinksBack(NodeId note, NodeId link) const {
    if (document_.nodes[note].end - note > kMostNodes || blocks_.extents[note].words > kLongestNote) return false;
    for (auto back = std::lower_bound(links_.begin(), links_.end(), note); back != links_.end() && *back < document_.nodes[note].end; ++back) {
      const auto to = places_.find(FragmentOf(document_, *back));
      if (to == places_.end()) continue;
      const bool at_mark = to->second <= link ? document_.nodes[to->second].end > link : to->second < document_.nodes[link].end;
      if (at_mark && !html::IsBlock(document_.nodes[to->second].tag)) return true;
    }
    return false;
  }

  const Document& document_;
  const Blocks& blocks_;
  std::vector<NodeId> links_;
  std::unordered_map<std::string_view, NodeId> places_;
};

/// Whether a block is a formula and nothing else.
bool IsFormula(const Document& document, const Blocks& blocks, const Block& block) {
  const std::string_view text = blocks.TextOf(block);
  const auto wrapped = [&](std::string_view open, std::string_view close) {
    return text.size() > 4 && text.substr(0, 2) == open && text.substr(text.size() - 2) == close;
  };
  if (wrapped("\\[", "\\]") || wrapped("$$", "$$")) return true;
  for (NodeId id = document.nodes[block.first].parent; id != kNoNode && !html::IsBlock(document.nodes[id].tag); id = document.nodes[id].parent) {
    if (document.nodes[id].tag == Tag::kMath) return document.nodes[id].end > block.last;
  }
  return false;
}

}  // namespace

void KeepCompanions(const Document& document, const Blocks& blocks, Marks& keep) {
  for (BlockId id = 1; id + 1 < keep.size(); ++id) {
    if (!keep[id] && keep[id - 1] && keep[id + 1] && IsFormula(document, blocks, blocks.blocks[id])) keep[id] = true;
  }
  Notes(document, blocks).Keep(keep);
}

}  // namespace pith::select

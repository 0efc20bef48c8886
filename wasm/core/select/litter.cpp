#include "core/select/litter.h"

#include <string_view>

#include "core/unicode/unicode.h"

namespace pith::select {

void DropSignatures(const annotate::Blocks& blocks, Marks& keep) {
  for (std::size_t id = 0; id < keep.size(); ++id) {
    if (blocks.TextOf(blocks.blocks[id]) != "--") continue;
    keep[id] = false;
    while (id + 1 < keep.size() && blocks.blocks[id + 1].breaks > 0 && blocks.blocks[id + 1].container == blocks.blocks[id].container) keep[++id] = false;
  }
}

void DropButtons(const parse::Document& document, const annotate::Blocks& blocks, Marks& keep) {
  for (std::size_t id = 0; id < keep.size(); ++id) {
    const annotate::Block& block = blocks.blocks[id];
    if (!keep[id] || block.words == 0 || block.link_words < block.words) continue;
    bool leads = false;
    for (annotate::NodeId leaf = block.first; leaf <= block.last && !leads; ++leaf) {
      if (!document.IsText(leaf)) continue;
      annotate::NodeId link = document.nodes[leaf].parent;
      while (link != parse::kNoNode && document.nodes[link].tag != html::Tag::kA) link = document.nodes[link].parent;  // `<a><div>…` too
      if (link == parse::kNoNode) continue;
      const std::string_view href = unicode::Trimmed(document.AttributeOf(link, "href"));
      leads = href != "#" && !unicode::EqualsIgnoringAsciiCase(href.substr(0, 11), "javascript:");
    }
    keep[id] = leads;
  }
}

}  // namespace pith::select

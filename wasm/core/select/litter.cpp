#include "core/select/litter.h"

#include <cstdint>
#include <string_view>

#include "core/select/repair.h"
#include "core/unicode/unicode.h"

namespace pith::select {

void DropSignatures(const annotate::Blocks& blocks, Marks& keep) {
  for (std::size_t id = 0; id < keep.size(); ++id) {
    if (blocks.TextOf(blocks.blocks[id]) != "--") continue;
    keep[id] = false;
    while (id + 1 < keep.size() && blocks.blocks[id + 1].breaks > 0 && blocks.blocks[id + 1].container == blocks.blocks[id].container) keep[++id] = false;
  }
}

namespace {

/// The link around a text; kNoNode where there is none.
annotate::NodeId LinkAround(const parse::Document& document, annotate::NodeId leaf) {
  annotate::NodeId link = document.nodes[leaf].parent;
  while (link != parse::kNoNode && document.nodes[link].tag != html::Tag::kA) link = document.nodes[link].parent;  // `<a><div>…` too
  return link;
}

}  // namespace

void DropTrails(const parse::Document& document, const annotate::Blocks& blocks, Marks& keep) {
  for (std::size_t id = 0; id < keep.size(); ++id) {
    const annotate::Block& block = blocks.blocks[id];
    if (!keep[id]) continue;
    if (annotate::IsProse(block)) return;
    const html::Tag tag = document.nodes[block.container].tag;
    if (block.words == 0 || block.link_words < block.words || (tag != html::Tag::kP && tag != html::Tag::kDiv && tag != html::Tag::kNav)) continue;
    annotate::NodeId first = parse::kNoNode;
    for (annotate::NodeId leaf = block.first; leaf <= block.last; ++leaf) {
      const annotate::NodeId link = document.IsText(leaf) ? LinkAround(document, leaf) : parse::kNoNode;
      if (first == parse::kNoNode) first = link;
      if (link != parse::kNoNode && link != first) {
        keep[id] = false;
        break;
      }
    }
  }
}

void DropButtons(const parse::Document& document, const annotate::Blocks& blocks, Marks& keep) {
  for (std::size_t id = 0; id < keep.size(); ++id) {
    const annotate::Block& block = blocks.blocks[id];
    if (!keep[id] || block.words == 0 || block.link_words < block.words || IsHeading(document, block)) continue;
    bool leads = false;
    for (annotate::NodeId leaf = block.first; leaf <= block.last && !leads; ++leaf) {
      if (!document.IsText(leaf)) continue;
      const annotate::NodeId link = LinkAround(document, leaf);
      if (link == parse::kNoNode) continue;
      const std::string_view href = unicode::Trimmed(document.AttributeOf(link, "href"));
      leads = href != "#" && !unicode::EqualsIgnoringAsciiCase(href.substr(0, 11), "javascript:");
    }
    keep[id] = leads;
  }
}

void DropDanglingHeads(const parse::Document& document, const annotate::Blocks& blocks, Marks& keep) {
  constexpr int kMost = 2;
  constexpr std::uint32_t kLongest = 10, kFewest = 60;  // words of a label, and of prose that makes an article
  std::uint32_t prose = 0;
  for (std::size_t id = 0; id < keep.size(); ++id) prose += keep[id] && annotate::IsProse(blocks.blocks[id]) ? blocks.blocks[id].words : 0;
  if (prose < kFewest) return;
  int dropped = 0;
  for (std::size_t id = keep.size(); id-- > 0 && dropped < kMost;) {
    const annotate::Block& block = blocks.blocks[id];
    if (!keep[id]) continue;
    if (block.words == 0) return;  // it heads a picture
    const bool label = block.words <= kLongest && blocks.TextOf(block).back() == ':';
    if (!label && !IsHeading(document, block)) return;
    keep[id] = false;
    ++dropped;
  }
}

}  // namespace pith::select

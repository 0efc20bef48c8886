#include "core/clean/images.h"

#include "core/clean/image.h"

namespace pith::clean {
namespace {

using annotate::Block;
using annotate::BlockId;
using html::Tag;
using parse::Document;
using parse::NodeId;

/// Pages stamp the same sign into many cells of a table or items of a list: there it is a word, not a picture shown again.
bool IsSign(const Document& document, const Block& block) {
  const Tag container = document.nodes[block.container].tag;
  return container == Tag::kTd || container == Tag::kTh || container == Tag::kLi || container == Tag::kDt || container == Tag::kDd;
}

}  // namespace

Images::Images(const Document& document, const annotate::Blocks& blocks, const std::vector<BlockId>& kept, const Formulas& formulas, std::string_view base) {
  std::unordered_map<std::string, BlockId> shown;  // where each resource was shown first
  for (const BlockId id : kept) {
    const Block& block = blocks.blocks[id];
    if (block.images == 0) continue;
    for (NodeId node = block.first; node <= block.last; ++node) {
      if (document.IsText(node) || !IsImage(document, node) || formulas.At(node) != nullptr) continue;
      std::string address = AddressOf(document, node, base);
      if (address.empty()) continue;
      // A picture that stands alone is shown once: pages repeat it for lazy loading, for screen sizes and for enlarging. Within a
      // line of text it is a sign, and two in a row are two stars.
      const BlockId first = shown.emplace(ResourceOf(address), id).first->second;
      if (first == id || block.words > 0 || IsSign(document, block)) addresses_.emplace(node, std::move(address));
    }
  }
}

std::string_view Images::AddressAt(NodeId image) const {
  const auto found = addresses_.find(image);
  return found == addresses_.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace pith::clean

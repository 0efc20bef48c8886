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

/// Whether the first number in which two addresses of a picture differ is larger in `a`: "w_1332,h_834" and "w_49,h_31".
bool IsLarger(std::string_view a, std::string_view b) {
  std::size_t at = 0;
  const auto digit = [](std::string_view text, std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  while (at < a.size() && at < b.size() && a[at] == b[at]) ++at;
  while (at > 0 && digit(a, at - 1)) --at;
  std::size_t end_a = at, end_b = at;
  while (digit(a, end_a)) ++end_a;
  while (digit(b, end_b)) ++end_b;
  return end_b > at && (end_a > end_b || (end_a == end_b && a.substr(at, end_a - at) > b.substr(at, end_b - at)));
}

}  // namespace

Images::Images(const Document& document, const annotate::Blocks& blocks, const std::vector<BlockId>& kept, const Formulas& formulas, std::string_view base) {
  struct Place {
    BlockId block;
    NodeId image;
  };
  std::unordered_map<std::string, Place> shown;  // where each resource was shown first
  for (const BlockId id : kept) {
    const Block& block = blocks.blocks[id];
    if (block.images == 0) continue;
    for (NodeId node = block.first; node <= block.last; ++node) {
      if (document.IsText(node) || !IsImage(document, node) || formulas.At(node) != nullptr) continue;
      std::string address = AddressOf(document, node, base);
      if (address.empty()) continue;
      // A picture that stands alone is shown once, the largest where it was first: pages repeat it for lazy loading, for screen sizes
      // and for enlarging. Within a line of text it is a sign, and two in a row are two stars.
      const Place first = shown.emplace(ResourceOf(address), Place{id, node}).first->second;
      if (first.block == id || block.words > 0 || IsSign(document, block)) {
        addresses_.emplace(node, std::move(address));
      } else if (IsLarger(address, addresses_[first.image])) {
        addresses_[first.image] = std::move(address);
      }
    }
  }
}

std::string_view Images::AddressAt(NodeId image) const {
  const auto found = addresses_.find(image);
  return found == addresses_.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace pith::clean

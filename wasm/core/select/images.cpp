#include "core/select/images.h"

#include <cstdint>
#include <string_view>

namespace pith::select {
namespace {

using annotate::Block;
using annotate::BlockId;
using annotate::Blocks;
using annotate::NodeId;
using hints::Bit;
using hints::Hint;
using parse::Document;
using parse::kNoNode;

class Placer {
 public:
  Placer(const Document& document, const Blocks& blocks, const score::Scores& scores, std::vector<Reason>& reasons)
      : document_(document), blocks_(blocks), type_(scores.page_type.type), reasons_(reasons) {}

  void Run() {
    const auto count = static_cast<BlockId>(blocks_.blocks.size());
    BlockId first_kept = 0;
    while (first_kept < count && (!Kept(first_kept) || FollowsText(first_kept))) ++first_kept;
    words_upto_.assign(count + 1, 0);
    kept_upto_.assign(count + 1, 0);
    for (BlockId id = 0; id < count; ++id) {
      const std::uint32_t words = FollowsText(id) ? 0 : blocks_.blocks[id].words;
      words_upto_[id + 1] = words_upto_[id] + words;
      kept_upto_[id + 1] = kept_upto_[id] + (Kept(id) ? words : 0);
    }
    std::vector<bool> with_text(count);
    bool before = false;
    for (BlockId id = 0; id < count; ++id) {
      with_text[id] = before;
      if (FollowsText(id)) continue;
      if (Kept(id) || reasons_[id] == Reason::kTitle) {
        before = true;
      } else if (id > first_kept) {
        before = false;
      }
    }
    const bool may_have_portrait = type_ == PageType::kArticle || type_ == PageType::kForum;
    bool after = false;
    for (BlockId id = count; id-- > 0;) {
      if (FollowsText(id)) {
        const bool belongs = with_text[id] && (after || Belongs(id));
        reasons_[id] = !belongs ? Reason::kOutside : may_have_portrait && id < first_kept && IsPortrait(id) ? Reason::kByline : Reason::kKept;
      } else if (Kept(id) || id > first_kept) {
        after = Kept(id);
      }
    }
  }

 private:
  [[nodiscard]] bool Kept(BlockId id) const { return reasons_[id] == Reason::kKept; }
  [[nodiscard]] bool FollowsText(BlockId id) const { return blocks_.blocks[id].words == 0 || blocks_.blocks[id].caption; }

  /// Whether the smallest element around an image that holds text of its own is mostly kept. Behind the last text only an article's
  /// pictures may stand, and none that lead elsewhere.
  [[nodiscard]] bool Belongs(BlockId id) const {
    constexpr hints::HintSet kElsewhere = Bit(Hint::kAdvert) | Bit(Hint::kAuthor) | Bit(Hint::kRelated) | Bit(Hint::kShare) | Bit(Hint::kTrending) |
                                          Bit(Hint::kNewsletter) | Bit(Hint::kFooter) | Bit(Hint::kSidebar) | Bit(Hint::kForm);
    const Block& block = blocks_.blocks[id];
    const bool last = kept_upto_.back() == kept_upto_[id];
    if (last && (type_ != PageType::kArticle || (block.words == 0 && block.text.size > 0) || IsSmall(id))) return false;
    for (NodeId node = block.first; node != kNoNode; node = document_.nodes[node].parent) {
      const annotate::Extent& extent = blocks_.extents[node];
      const std::uint32_t words = words_upto_[extent.end_block] - words_upto_[extent.first_block];
      if (words > 0) return (kept_upto_[extent.end_block] - kept_upto_[extent.first_block]) * 2 >= words;
      if (last && (document_.nodes[node].tag == html::Tag::kA || (blocks_.hints[node] & kElsewhere) != 0)) return false;
    }
    return false;
  }

  /// Whether an image above the first paragraph shows who wrote it, or is small.
  [[nodiscard]] bool IsPortrait(BlockId id) const {
    constexpr std::uint32_t kLongest = 30;  // words of an author's line
    constexpr std::uint32_t kLarge = 300;   // pixels
    for (NodeId node = blocks_.blocks[id].first; node != kNoNode && blocks_.extents[node].words <= kLongest; node = document_.nodes[node].parent) {
      if ((blocks_.hints[node] & Bit(Hint::kAuthor)) != 0) return WidthOf(id) < kLarge;
    }
    return IsSmall(id);
  }

  [[nodiscard]] bool IsSmall(BlockId id) const {
    constexpr std::uint32_t kSmall = 100;  // pixels
    return WidthOf(id) - 1 < kSmall;       // 0 is no width
  }

  /// The width that a block's first image declares, in pixels; 0 where it declares none, or a part of something.
  [[nodiscard]] std::uint32_t WidthOf(BlockId id) const {
    std::uint32_t width = 0;
    for (const char c : document_.AttributeOf(blocks_.blocks[id].first, "width")) {
      if (c < '0' || c > '9') return 0;
      width = width * 10 + static_cast<std::uint32_t>(c - '0');
    }
    return width;
  }

  const Document& document_;
  const Blocks& blocks_;
  const PageType type_;
  std::vector<Reason>& reasons_;
  std::vector<std::uint32_t> words_upto_, kept_upto_;  ///< by BlockId, prefix sums, one longer; without images and captions
};

}  // namespace

void PlaceImages(const Document& document, const Blocks& blocks, const score::Scores& scores, std::vector<Reason>& reasons) {
  Placer(document, blocks, scores, reasons).Run();
}

}  // namespace pith::select

#include "core/select/stories.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "core/for_speed.h"
#include "core/hints/hints.h"
#include "core/metadata/metadata.h"
#include "core/metadata/title.h"
#include "core/select/line.h"
#include "core/url/url.h"

namespace pith::select {
namespace {

using annotate::Block;
using annotate::BlockId;
using annotate::Blocks;
using annotate::NodeId;
using html::Tag;
using parse::Document;
using parse::kNoNode;

constexpr std::uint32_t kFewestWords = 100;  // of prose; less is a teaser
constexpr std::size_t kMostHeadings = 500;   // more are no stories

struct Heading {
  BlockId block;
  Tag level;
  bool own;  ///< has the page's title or address
};

/// A heading with the smallest element around it that holds a story.
struct Candidate {
  NodeId element;
  BlockId heading;
  BlockId prose;  ///< its first block that reads so
  Tag level;
  bool own;
};

/// The address that a heading leads to, as the page writes it; empty where it is no link.
std::string_view LeadsTo(const Document& document, const Block& heading) {
  if (heading.words == 0 || heading.link_words < heading.words) return {};
  const NodeId link = LinkAround(document, heading);
  return link == kNoNode ? std::string_view() : AddressOf(document, link);
}

/// What that may be resolved against, once for each heading.
std::string_view BaseIn(const Metadata& metadata) {
  return metadata.url.size() <= metadata::kLongestBase ? std::string_view(metadata.url) : std::string_view();
}

class Finder {
 public:
  Finder(const Document& document, const Blocks& blocks, const Metadata& metadata)
      : document_(document), blocks_(blocks), metadata_(metadata), essence_(metadata::Essence(metadata.title)) {}

  std::vector<Story> Run() {
    const std::vector<Heading> headings = Headings();
    const auto has_likes = [&](const Heading& heading) {
      return heading.own && std::any_of(headings.begin(), headings.end(), [&](const Heading& other) { return other.level == heading.level && !other.own; });
    };
    if (std::none_of(headings.begin(), headings.end(), has_likes)) return {};  // most pages: nothing of them is measured
    MeasureProse();
    const std::vector<Candidate> stories = Outermost(headings);
    const auto is_own = [](const Candidate& story) { return story.own; };
    const auto own = std::find_if(stories.begin(), stories.end(), is_own);
    if (own == stories.end() || std::any_of(own + 1, stories.end(), is_own)) return {};
    std::vector<Story> others;
    for (const Candidate& story : stories) {
      if (story.heading != own->heading && IsBuiltLike(story, *own) && IsItsOwn(story)) others.push_back({Whole(story, stories), story.heading});
    }
    return others;
  }

 private:
  PITH_APART [[nodiscard]] std::vector<Heading> Headings() const {
    std::vector<Heading> headings;
    for (BlockId id = 0; id < blocks_.blocks.size() && headings.size() < kMostHeadings; ++id) {
      const Tag level = document_.nodes[blocks_.blocks[id].container].tag;
      if (level == Tag::kH1 || level == Tag::kH2) headings.push_back({id, level, IsThePages(id)});
    }
    return headings;
  }

  PITH_APART void MeasureProse() {
    const std::size_t count = blocks_.blocks.size();
    prose_words_.assign(count + 1, 0);
    next_prose_.assign(count + 1, static_cast<BlockId>(count));
    for (BlockId id = 0; id < count; ++id) prose_words_[id + 1] = prose_words_[id] + (annotate::IsProse(blocks_.blocks[id]) ? blocks_.blocks[id].words : 0);
    for (auto id = static_cast<BlockId>(count); id-- > 0;) next_prose_[id] = annotate::IsProse(blocks_.blocks[id]) ? id : next_prose_[id + 1];
  }

  /// Stories that stand in no other one.
  PITH_APART [[nodiscard]] std::vector<Candidate> Outermost(const std::vector<Heading>& headings) const {
    std::vector<Candidate> found;
    for (const auto& [id, level, own] : headings) {
      for (NodeId node = document_.nodes[blocks_.blocks[id].container].parent; node != kNoNode && document_.nodes[node].tag != Tag::kBody; node = document_.nodes[node].parent) {
        const annotate::Extent& extent = blocks_.extents[node];
        if (next_prose_[extent.first_block] < id) break;  // it does not begin with this heading
        if (prose_words_[extent.end_block] - prose_words_[extent.first_block] < kFewestWords) continue;
        if (found.empty() || document_.nodes[found.back().element].end <= node) found.push_back({node, id, next_prose_[id], level, own});
        break;
      }
    }
    return found;
  }

  PITH_APART [[nodiscard]] bool IsThePages(BlockId heading) const {
    const std::string_view text = blocks_.TextOf(heading);
    const bool may_be = !essence_.empty() && text.size() * 2 >= essence_.size() && text.size() <= metadata_.title.size() * 2 + 16;
    if (may_be && metadata::Essence(text) == essence_) return true;
    const std::string_view address = LeadsTo(document_, blocks_.blocks[heading]);
    return !address.empty() && !BaseIn(metadata_).empty() && url::Resolve(metadata_.url, address) == metadata_.url;
  }

  [[nodiscard]] bool IsBuiltLike(const Candidate& a, const Candidate& b) const {
    return a.level == b.level && document_.nodes[a.element].tag == document_.nodes[b.element].tag;
  }

  /// Whether it is more than a section of an article: its headline leads elsewhere, or it has a time or an author above its first paragraph.
  PITH_APART [[nodiscard]] bool IsItsOwn(const Candidate& story) const {
    const std::string_view address = LeadsTo(document_, blocks_.blocks[story.heading]);
    if (!address.empty() && address.front() != '#') return true;
    const BlockId end = std::min<BlockId>(story.prose, static_cast<BlockId>(blocks_.blocks.size()));
    const NodeId first = story.element, last = end < blocks_.blocks.size() ? blocks_.blocks[end].first : document_.nodes[story.element].end;
    for (NodeId node = first + 1; node < last; ++node) {
      if (document_.IsText(node)) continue;
      if (document_.nodes[node].tag == Tag::kTime || (blocks_.hints[node] & hints::Bit(hints::Hint::kAuthor)) != 0) return true;
    }
    return false;
  }

  /// The largest element around a story that holds nothing of another.
  PITH_APART [[nodiscard]] NodeId Whole(const Candidate& story, const std::vector<Candidate>& stories) const {
    NodeId whole = story.element;
    for (NodeId node = document_.nodes[whole].parent; node != kNoNode; node = document_.nodes[node].parent) {
      const bool shared = std::any_of(stories.begin(), stories.end(), [&](const Candidate& other) {
        return other.heading != story.heading && other.element >= node && other.element < document_.nodes[node].end;
      });
      if (shared) break;
      whole = node;
    }
    return whole;
  }

  const Document& document_;
  const Blocks& blocks_;
  const Metadata& metadata_;
  std::string essence_;
  std::vector<std::uint32_t> prose_words_;  ///< by BlockId, prefix sums, one longer
  std::vector<BlockId> next_prose_;         ///< by BlockId: the first from there on that is prose
};

}  // namespace

std::vector<Story> OtherStories(const Document& document, const Blocks& blocks, const Metadata& metadata) {
  if (blocks.blocks.empty()) return {};
  return Finder(document, blocks, metadata).Run();
}

std::vector<OtherArticle> OthersOf(const Document& document, const Blocks& blocks, const Metadata& metadata, std::string_view base) {
  const std::vector<Story> stories = OtherStories(document, blocks, metadata);
  if (stories.empty()) return {};
  const std::vector<std::uint32_t> elements_before = document.ElementsBefore();
  std::vector<OtherArticle> others;
  for (const Story& story : stories) {
    const std::string_view address = LeadsTo(document, blocks.blocks[story.heading]);
    std::string url = address.empty() || address.front() == '#' ? std::string() : url::Resolve(base.empty() ? BaseIn(metadata) : base, address);
    if (!url::IsWeb(url)) url.clear();
    others.push_back({std::string(blocks.TextOf(story.heading)), std::move(url), elements_before[story.element]});
  }
  return others;
}

void LeaveOutStories(const Document& document, const Blocks& blocks, const Metadata& metadata, std::vector<Reason>& reasons) {
  for (const Story& story : OtherStories(document, blocks, metadata)) {
    const annotate::Extent& extent = blocks.extents[story.element];
    std::fill(reasons.begin() + extent.first_block, reasons.begin() + extent.end_block, Reason::kStory);
  }
}

}  // namespace pith::select

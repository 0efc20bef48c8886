#include "core/score/ancestry.h"

#include <algorithm>

#include "core/score/scale.h"

namespace pith::score {
namespace {

using hints::Bit;
using hints::Hint;
using html::Tag;
using parse::kNoNode;

constexpr hints::HintSet kGood = Bit(Hint::kContent) | Bit(Hint::kArticle) | Bit(Hint::kBody) | Bit(Hint::kMain) | Bit(Hint::kDoc) | Bit(Hint::kForum);
constexpr hints::HintSet kBad = Bit(Hint::kNav) | Bit(Hint::kFooter) | Bit(Hint::kSidebar) | Bit(Hint::kRelated) | Bit(Hint::kTrending) | Bit(Hint::kShare) | Bit(Hint::kComment) |
                               Bit(Hint::kAdvert) | Bit(Hint::kNewsletter) | Bit(Hint::kPaywall) | Bit(Hint::kConsent) | Bit(Hint::kModal) | Bit(Hint::kWidget) | Bit(Hint::kTags);

constexpr std::uint16_t Mask(Inside place) { return static_cast<std::uint16_t>(1U << static_cast<unsigned>(place)); }

std::uint16_t InsideOf(Tag tag) {
  switch (tag) {
    case Tag::kA: return Mask(Inside::kLink);
    case Tag::kNav: return Mask(Inside::kNav);
    case Tag::kHeader: return Mask(Inside::kHeader);
    case Tag::kFooter: return Mask(Inside::kFooter);
    case Tag::kAside: return Mask(Inside::kAside);
    case Tag::kMain: return Mask(Inside::kMain);
    case Tag::kArticle: return Mask(Inside::kArticle);
    case Tag::kForm: return Mask(Inside::kForm);
    case Tag::kUl:
    case Tag::kOl: return Mask(Inside::kList);
    default: return 0;
  }
}

/// Takes the record that an element is into account.
void NoteRecord(Ancestry& own, NodeId id, const Records& records) {
  const std::uint32_t run = records.run_of[id];
  if (run == Records::kNone) return;
  own.near_record = id;
  if (own.record == kNoNode || records.runs[run].words >= records.runs[records.run_of[own.record]].words) own.record = id;
}

/// Takes an element's own tag and hints into account.
void NoteElement(Ancestry& own, NodeId id, Tag tag, hints::HintSet hints, std::uint8_t share) {
  own.hints |= hints;
  if (html::IsBlock(tag)) {
    own.block = id;
    own.line_hints = hints;
    if (own.prose_root_distance < 255) ++own.prose_root_distance;
  } else {
    own.line_hints |= hints;
  }
  own.inside |= InsideOf(tag);
  if ((hints & kGood) != 0) own.good_share = std::max<std::uint8_t>(share, 1);
  if ((hints & kBad) != 0) own.bad_share = std::max<std::uint8_t>(share, 1);
  if (tag == Tag::kArticle) own.article_share = share;
  if (tag == Tag::kMain && own.main_share == 0) own.main_share = share;
}

}  // namespace

std::vector<Ancestry> ReadAncestry(const parse::Document& document, const annotate::Blocks& blocks, const PageContext& page) {
  std::vector<Ancestry> found(document.nodes.size());
  for (NodeId id = 0; id < found.size(); ++id) {
    if (document.IsText(id)) continue;
    const parse::Node& node = document.nodes[id];
    Ancestry& own = found[id];
    if (node.parent != kNoNode) own = found[node.parent];
    NoteRecord(own, id, page.records);
    if (node.tag == Tag::kBody) {
      const Ancestry above = own;
      own = {};
      own.record = above.record;
      own.near_record = above.near_record;
      continue;
    }
    NoteElement(own, id, node.tag, blocks.hints[id], ShareByte(blocks.extents[id].words, page.words_upto.back()));
    if (id == page.prose_root) own.prose_root_distance = 0;
  }
  return found;
}

}  // namespace pith::score

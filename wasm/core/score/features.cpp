#include "core/score/features.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/for_speed.h"
#include "core/score/ancestry.h"
#include "core/score/page_context.h"
#include "core/score/scale.h"

namespace pith::score {
namespace {

using annotate::Block;
using annotate::BlockId;
using annotate::Blocks;
using annotate::Extent;
using annotate::kNoBlock;
using annotate::NodeId;
using html::Tag;
using parse::Document;
using parse::kNoNode;

using hints::Bit;
using hints::Hint;

/// Tags in an order in which neighbours mean alike, so that thresholds part them well.
std::uint8_t TagRank(Tag tag) {
  switch (tag) {
    case Tag::kP: return 1;
    case Tag::kBlockquote: return 2;
    case Tag::kPre: return 3;
    case Tag::kDd: return 4;
    case Tag::kDt: return 5;
    case Tag::kLi: return 6;
    case Tag::kUl: return 7;
    case Tag::kOl: return 8;
    case Tag::kTd: return 9;
    case Tag::kTh: return 10;
    case Tag::kTr:
    case Tag::kTbody:
    case Tag::kTable: return 11;
    case Tag::kH1: return 12;
    case Tag::kH2: return 13;
    case Tag::kH3: return 14;
    case Tag::kH4: return 15;
    case Tag::kH5:
    case Tag::kH6: return 16;
    case Tag::kArticle: return 17;
    case Tag::kMain: return 18;
    case Tag::kSection: return 19;
    case Tag::kDiv: return 20;
    case Tag::kBody: return 21;
    case Tag::kFigure: return 22;
    case Tag::kFigcaption:
    case Tag::kCaption: return 23;
    case Tag::kDetails: return 24;
    case Tag::kSummary: return 25;
    case Tag::kHeader: return 26;
    case Tag::kFooter: return 27;
    case Tag::kAside: return 28;
    case Tag::kNav: return 29;
    case Tag::kForm:
    case Tag::kFieldset:
    case Tag::kLegend: return 30;
    case Tag::kButton: return 31;
    case Tag::kAddress: return 32;
    default: return 33;
  }
}

/// Writes one row.
class Row {
 public:
  explicit Row(std::uint8_t* values) : values_(values) {}
  [[gnu::always_inline]] void Set(Feature feature, std::uint8_t value) {
    if (Uses(feature)) values_[static_cast<std::size_t>(feature)] = value;
  }
  void SetHint(std::size_t hint, std::uint8_t value) { values_[static_cast<std::size_t>(Feature::kFirstHint) + hint] = value; }

 private:
  std::uint8_t* values_;
};

constexpr std::size_t kLevels = 3, kLevelColumns = 6;  // Feature::kWords0 and those after it

/// An element's size.
struct Level {
  std::array<std::uint8_t, kLevelColumns> columns;
  bool known = false;
  NodeId around = kNoNode;  ///< the next element that holds more
};

class FeatureComputer {
 public:
  FeatureComputer(const Document& document, const Blocks& blocks, const PageContext& page)
      : document_(document), blocks_(blocks), page_(page), ancestry_(ReadAncestry(document, blocks, page)), levels_(document.nodes.size()) {}

  void Compute(FeatureTable& table) {
    const auto count = static_cast<BlockId>(blocks_.blocks.size());
    table.values.resize(std::size_t{count} * kFeatures);
    std::array<std::uint8_t, kFeatures> same{};  // in all rows
    Row all(same.data());
    Page(all);
    BlockId heading = kNoBlock;
    for (BlockId id = 0; id < count; ++id) {
      std::uint8_t* const values = table.values.data() + std::size_t{id} * kFeatures;
      std::copy(same.begin(), same.end(), values);
      Row row(values);
      Text(row, id);
      Says(row, id);
      Place(row, id);
      Headings(row, id, heading);
      Alike(row, id);
      InRecords(row, id);
      Levels(row, id);
      Neighbours(row, id);
      if (html::IsHeading(document_.nodes[blocks_.blocks[id].container].tag)) heading = id;
    }
  }

 private:
  PITH_APART void Text(Row& row, BlockId id) const {
    const Block& block = blocks_.blocks[id];
    const BlockFacts& facts = page_.facts[id];
    const TextStats& stats = facts.stats;
    row.Set(Feature::kWords, LogByte(block.words));
    row.Set(Feature::kChars, LogByte(stats.chars));
    row.Set(Feature::kLinkShare, ShareByte(block.link_words, block.words));
    row.Set(Feature::kSentenceEnds, LogByte(stats.sentence_ends));
    row.Set(Feature::kLastChar, stats.last);
    row.Set(Feature::kSymbols, LogByte(stats.symbols));
    row.Set(Feature::kNonAsciiShare, ShareByte(stats.non_ascii, stats.chars));
    row.Set(Feature::kRepeats, LogByte(facts.repeats));
    std::uint32_t marks = 0;
    for (NodeId node = block.first; node <= block.last; ++node) {
      if (!document_.IsText(node)) ++marks;
    }
    row.Set(Feature::kInlineMarks, LogByte(marks));
  }

  PITH_APART void Says(Row& row, BlockId id) const {
    const BlockFacts& facts = page_.facts[id];
    row.Set(Feature::kTitleShare, ShareByte(facts.title_tokens, facts.tokens));
    row.Set(Feature::kTitleCover, CappedByte(facts.title_tokens));
    row.Set(Feature::kExcerptShare, ShareByte(facts.excerpt_tokens, facts.tokens));
    if (page_.title_block != kNoBlock) {
      const bool after = id > page_.title_block;
      const std::uint32_t distance = after ? page_.Words(page_.title_block, id) : page_.Words(id, page_.title_block);
      const int scaled = LogByte(distance) / 2;
      row.Set(Feature::kAfterTitle, static_cast<std::uint8_t>(id == page_.title_block ? 128 : after ? 129 + scaled : std::max(1, 127 - scaled)));
    }
    row.Set(Feature::kPhraseClass, PhraseClass(facts));
    row.Set(Feature::kPhraseCover, ShareByte(facts.hits.longest, facts.tokens));
    row.Set(Feature::kPhraseWhole, facts.hits.whole ? 1 : 0);
    row.Set(Feature::kPhraseTokens, facts.hits.longest);
    row.Set(Feature::kAppeal, facts.appeal);
  }

  static std::uint8_t PhraseClass(const BlockFacts& facts) { return facts.hits.longest == 0 ? 0 : static_cast<std::uint8_t>(static_cast<unsigned>(facts.hits.best) + 1); }

  PITH_APART void Place(Row& row, BlockId id) const {
    const Block& block = blocks_.blocks[id];
    const auto count = static_cast<BlockId>(blocks_.blocks.size());
    row.Set(Feature::kTag, TagRank(document_.nodes[block.container].tag));
    const NodeId parent = document_.nodes[block.container].parent;
    if (parent != kNoNode) {
      row.Set(Feature::kParentTag, TagRank(document_.nodes[parent].tag));
      const NodeId grandparent = document_.nodes[parent].parent;
      if (grandparent != kNoNode) row.Set(Feature::kGrandparentTag, TagRank(document_.nodes[grandparent].tag));
    }
    row.Set(Feature::kDepth, CappedByte(document_.nodes[block.container].depth));
    Ancestors(row, block);
    row.Set(Feature::kBlockIndex, LogByte(id));
    row.Set(Feature::kBlockPosition, ShareByte(id, count));
    row.Set(Feature::kWordPosition, ShareByte(page_.Words(0, id), page_.words_upto.back()));
    row.Set(Feature::kWordsAfter, LogByte(page_.Words(id + 1, count)));
    row.Set(Feature::kProseBefore, ShareByte(page_.Prose(0, id), page_.prose_upto.back()));
    row.Set(Feature::kProseAfter, ShareByte(page_.Prose(id + 1, count), page_.prose_upto.back()));
  }

  /// The semantic elements that the block stands in, and the hints of all of them.
  PITH_APART void Ancestors(Row& row, const Block& block) const {
    NodeId node = document_.nodes[block.first].parent;
    const Ancestry& ancestry = ancestry_[node];
    row.Set(Feature::kGoodShare, ancestry.good_share);
    row.Set(Feature::kBadShare, ancestry.bad_share);
    row.Set(Feature::kArticleShare, ancestry.article_share);
    row.Set(Feature::kMainShare, ancestry.main_share);
    row.Set(Feature::kProseRootDistance, ancestry.prose_root_distance);
    constexpr std::size_t kPlaces = static_cast<std::size_t>(Inside::kList) + 1;
    static_assert(static_cast<std::size_t>(Feature::kInList) - static_cast<std::size_t>(Feature::kInLink) + 1 == kPlaces);
    for (std::size_t place = 0; place < kPlaces; ++place) row.Set(static_cast<Feature>(static_cast<std::size_t>(Feature::kInLink) + place), ancestry.inside >> place & 1);

    constexpr int kNear = 2, kMiddle = 5;  // block elements from the innermost
    hints::HintSet near = 0, middle = 0;
    for (int distance = 0; distance < kMiddle && node != kNoNode; ++distance) {
      (distance < kNear ? near : middle) |= ancestry_[node].line_hints;
      node = ancestry_[node].block;
      if (node != kNoNode) node = document_.nodes[node].parent;
    }
    const hints::HintSet far = node == kNoNode ? 0 : ancestry_[node].hints;
    for (std::size_t hint = 0; hint < hints::kHints; ++hint) {
      row.SetHint(hint, static_cast<std::uint8_t>((near >> hint & 1) != 0 ? 3 : (middle >> hint & 1) != 0 ? 2 : far >> hint & 1));
    }
  }

  /// The heading above the block: how far, of what level, and whether it announces promotion.
  void Headings(Row& row, BlockId id, BlockId heading) const {
    if (heading == kNoBlock) {
      row.Set(Feature::kHeadingDistance, 255);
      row.Set(Feature::kHeadingAppeal, Appeal::kNeutral);
      return;
    }
    const BlockFacts& facts = page_.facts[heading];
    row.Set(Feature::kHeadingDistance, LogByte(id - heading));
    row.Set(Feature::kHeadingLevel, static_cast<std::uint8_t>(static_cast<unsigned>(document_.nodes[blocks_.blocks[heading].container].tag) - static_cast<unsigned>(Tag::kH1) + 1));
    row.Set(Feature::kHeadingPhrase, facts.hits.longest * 2 >= facts.tokens ? PhraseClass(facts) : 0);
    row.Set(Feature::kHeadingTitle, ShareByte(facts.title_tokens, facts.tokens));
    row.Set(Feature::kHeadingAppeal, facts.appeal);
  }

  void Alike(Row& row, BlockId id) const {
    const Group& group = page_.groups[page_.facts[id].alike];
    row.Set(Feature::kAlikeBlocks, LogByte(group.blocks));
    row.Set(Feature::kAlikeWords, ShareByte(group.words, page_.words_upto.back()));
    row.Set(Feature::kAlikeMean, LogByte(group.words / std::max(group.blocks, 1U)));
    row.Set(Feature::kAlikeLinks, ShareByte(group.link_words, group.words));
    row.Set(Feature::kAlikeProse, ShareByte(group.prose_words, group.words));
  }

  PITH_APART void InRecords(Row& row, BlockId id) const {
    const Records& records = page_.records;
    const Ancestry& ancestry = ancestry_[blocks_.blocks[id].container];
    if (ancestry.record == kNoNode) return;
    const RecordRun& run = records.runs[records.run_of[ancestry.record]];
    row.Set(Feature::kRecordCount, LogByte(run.records));
    row.Set(Feature::kRecordMean, LogByte(run.words / run.records));
    row.Set(Feature::kRecordShare, ShareByte(run.words, page_.words_upto.back()));
    row.Set(Feature::kRecordLinks, ShareByte(run.link_words, run.words));
    row.Set(Feature::kRecordProse, ShareByte(run.prose_words, run.words));
    row.Set(Feature::kRecordImages, ShareByte(run.with_image, run.records));
    row.Set(Feature::kRecordPrices, ShareByte(run.with_price, run.records));
    row.Set(Feature::kRecordAges, ShareByte(run.with_age, run.records));
    const RecordRun& nearest = records.runs[records.run_of[ancestry.near_record]];
    row.Set(Feature::kNearCount, LogByte(nearest.records));
    row.Set(Feature::kNearMean, LogByte(nearest.words / nearest.records));
  }

  /// The sizes of the block's container and of the next two elements around it that hold more than what is below them.
  void Levels(Row& row, BlockId id) {
    NodeId node = blocks_.blocks[id].container;
    for (std::size_t level = 0; level < kLevels && node != kNoNode; ++level) {
      const Level& found = LevelOf(node);
      for (std::size_t column = 0; column < kLevelColumns; ++column) row.Set(static_cast<Feature>(static_cast<std::size_t>(Feature::kWords0) + level * kLevelColumns + column), found.columns[column]);
      node = found.around;
    }
  }

  /// Blocks share the elements around them: each is measured once.
  PITH_APART const Level& LevelOf(NodeId node) {
    Level& level = levels_[node];
    if (level.known) return level;
    const Extent& extent = blocks_.extents[node];
    const std::uint32_t count = extent.end_block - extent.first_block;
    const std::uint32_t prose = page_.Prose(extent.first_block, extent.end_block);
    level.columns = {LogByte(extent.words), ShareByte(extent.words, page_.words_upto.back()), ShareByte(extent.link_words, extent.words), LogByte(count),
                     LogByte(extent.words / std::max(count, 1U)), ShareByte(prose, extent.words)};
    level.around = document_.nodes[node].parent;
    while (level.around != kNoNode && blocks_.extents[level.around].words <= extent.words + extent.words / 16) level.around = document_.nodes[level.around].parent;
    level.known = true;
    return level;
  }

  PITH_APART void Neighbours(Row& row, BlockId id) const {
    const auto count = static_cast<BlockId>(blocks_.blocks.size());
    row.Set(Feature::kPrevAppeal, id >= 1 ? page_.facts[id - 1].appeal : Appeal::kNeutral);
    row.Set(Feature::kNextAppeal, id + 1 < count ? page_.facts[id + 1].appeal : Appeal::kNeutral);
    if (id >= 1) {
      row.Set(Feature::kPrevWords, LogByte(blocks_.blocks[id - 1].words));
      row.Set(Feature::kPrevTag, TagRank(document_.nodes[blocks_.blocks[id - 1].container].tag));
    }
    if (id + 1 < count) {
      row.Set(Feature::kNextWords, LogByte(blocks_.blocks[id + 1].words));
      row.Set(Feature::kNextTag, TagRank(document_.nodes[blocks_.blocks[id + 1].container].tag));
    }
    const BlockId before5 = id >= 5 ? id - 5 : 0, after5 = std::min(id + 6, count);
    row.Set(Feature::kBefore5Phrases, CappedByte(page_.Phrases(before5, id)));
    row.Set(Feature::kAfter5Words, LogByte(page_.Words(id + 1, after5)));
    row.Set(Feature::kAfter5Links, ShareByte(page_.Links(id + 1, after5), page_.Words(id + 1, after5)));
    row.Set(Feature::kAfter5Phrases, CappedByte(page_.Phrases(id + 1, after5)));
  }

  PITH_APART void Page(Row& row) const {
    const auto count = static_cast<std::uint32_t>(blocks_.blocks.size());
    const std::uint32_t words = page_.words_upto.back();
    row.Set(Feature::kPageBlocks, LogByte(count));
    row.Set(Feature::kPageWords, LogByte(words));
    row.Set(Feature::kPageLinks, ShareByte(page_.links_upto.back(), words));
    row.Set(Feature::kPageProse, ShareByte(page_.prose_upto.back(), words));
    row.Set(Feature::kPageMean, LogByte(words / std::max(count, 1U)));
    row.Set(Feature::kPageParagraphs, ShareByte(page_.paragraph_words, words));
    row.Set(Feature::kPageArticles, CappedByte(page_.articles));
    row.Set(Feature::kPageHeadings, ShareByte(page_.headings, count));
    row.Set(Feature::kPageListWords, ShareByte(page_.list_words, words));
    row.Set(Feature::kPageCodeBlocks, CappedByte(page_.code_blocks));
    row.Set(Feature::kPageLargestProse, LogByte(page_.largest_prose));
    row.Set(Feature::kPageForms, CappedByte(page_.forms));
    row.Set(Feature::kPagePrices, LogByte(page_.prices));
    row.Set(Feature::kPageImages, LogByte(page_.images));
    row.Set(Feature::kPageForum, LogByte(page_.forum_hints));
    row.Set(Feature::kPageOgArticle, page_.og_article ? 1 : 0);
    if (page_.records.largest != Records::kNone) {
      const RecordRun& run = page_.records.runs[page_.records.largest];
      row.Set(Feature::kPageRecordMean, LogByte(run.words / run.records));
      row.Set(Feature::kPageRecordShare, ShareByte(run.words, words));
    }
    Kind(row);
  }

  void Kind(Row& row) const {
    const PageKind& kind = page_.kind;
    constexpr Hint kKinds[] = {Hint::kArticle, Hint::kForum, Hint::kProduct, Hint::kDoc, Hint::kCard, Hint::kService, Hint::kCollection, Hint::kReview, Hint::kRecipe, Hint::kFaq};
    for (std::size_t i = 0; i < std::size(kKinds); ++i) {
      const hints::HintSet bit = Bit(kKinds[i]);
      const unsigned value = ((kind.schema & bit) != 0 ? 4U : 0U) + ((kind.address & bit) != 0 ? 2U : 0U) + ((kind.page_class & bit) != 0 ? 1U : 0U);
      row.Set(static_cast<Feature>(static_cast<std::size_t>(Feature::kKindArticle) + i), static_cast<std::uint8_t>(value));
    }
    row.Set(Feature::kAddressSegments, kind.segments);
    row.Set(Feature::kAddressSlugWords, kind.slug_words);
    row.Set(Feature::kAddressDigits, kind.digits);
  }

  const Document& document_;
  const Blocks& blocks_;
  const PageContext& page_;
  const std::vector<Ancestry> ancestry_;  ///< by NodeId
  std::vector<Level> levels_;             ///< by NodeId, filled as asked for
};

constexpr std::string_view kNames[] = {
#define PITH_FEATURE(name) #name,
#include "core/score/features.def"
#undef PITH_FEATURE
};

}  // namespace

FeatureTable ComputeFeatures(const Document& document, const Blocks& blocks, const Metadata& metadata, const std::vector<std::string_view>& json_ld,
                             const Appeal& appeal) {
  const PageContext page = ReadPage(document, blocks, metadata, json_ld, appeal);
  FeatureTable table;
  FeatureComputer(document, blocks, page).Compute(table);
  table.hits.reserve(page.facts.size());
  table.appeals.reserve(page.facts.size());
  table.groups.reserve(page.facts.size());
  for (const BlockFacts& facts : page.facts) {
    table.hits.push_back(facts.hits);
    table.appeals.push_back(facts.appeal);
    table.groups.push_back(facts.alike);
  }
  table.kind = page.kind;
  return table;
}

std::string_view FeatureName(std::size_t column) { return column < std::size(kNames) ? kNames[column] : std::string_view("kHint"); }

}  // namespace pith::score

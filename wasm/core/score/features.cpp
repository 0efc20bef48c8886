#include "core/score/features.h"

#include <algorithm>
#include <array>
#include <utility>

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
constexpr hints::HintSet kGood = Bit(Hint::kContent) | Bit(Hint::kArticle) | Bit(Hint::kBody) | Bit(Hint::kMain) | Bit(Hint::kDoc) | Bit(Hint::kForum);
constexpr hints::HintSet kBad = Bit(Hint::kNav) | Bit(Hint::kFooter) | Bit(Hint::kSidebar) | Bit(Hint::kRelated) | Bit(Hint::kTrending) | Bit(Hint::kShare) | Bit(Hint::kComment) |
                               Bit(Hint::kAdvert) | Bit(Hint::kNewsletter) | Bit(Hint::kPaywall) | Bit(Hint::kConsent) | Bit(Hint::kModal) | Bit(Hint::kWidget) | Bit(Hint::kTags);

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

class FeatureComputer {
 public:
  FeatureComputer(const Document& document, const Blocks& blocks, const PageContext& page) : document_(document), blocks_(blocks), page_(page) {}

  void Compute(FeatureTable& table) {
    const auto count = static_cast<BlockId>(blocks_.blocks.size());
    table.values.resize(std::size_t{count} * kFeatures);
    BlockId heading = kNoBlock;
    for (BlockId id = 0; id < count; ++id) {
      Row row(table.values.data() + std::size_t{id} * kFeatures);
      Text(row, id);
      Says(row, id);
      Place(row, id);
      Headings(row, id, heading);
      Alike(row, id);
      InRecords(row, id);
      Levels(row, id);
      Neighbours(row, id);
      Page(row);
      if (html::IsHeading(document_.nodes[blocks_.blocks[id].container].tag)) heading = id;
    }
  }

 private:
  void Text(Row& row, BlockId id) const {
    const Block& block = blocks_.blocks[id];
    const BlockFacts& facts = page_.facts[id];
    const TextStats& stats = facts.stats;
    row.Set(Feature::kWords, LogByte(block.words));
    row.Set(Feature::kChars, LogByte(stats.chars));
    row.Set(Feature::kWordLength, CappedByte(block.words == 0 ? 0 : std::uint64_t{stats.letters} * 10 / block.words));
    row.Set(Feature::kLinkShare, ShareByte(block.link_words, block.words));
    row.Set(Feature::kSentenceEnds, LogByte(stats.sentence_ends));
    row.Set(Feature::kCommas, LogByte(stats.commas));
    row.Set(Feature::kFirstChar, stats.first);
    row.Set(Feature::kLastChar, stats.last);
    row.Set(Feature::kDigitShare, ShareByte(stats.digits, stats.chars));
    row.Set(Feature::kUpperShare, ShareByte(stats.upper_words, block.words));
    row.Set(Feature::kSymbols, LogByte(stats.symbols));
    row.Set(Feature::kFunctionShare, ShareByte(facts.function_words, facts.tokens));
    row.Set(Feature::kUnspacedShare, ShareByte(stats.unspaced, stats.letters));
    row.Set(Feature::kNonAsciiShare, ShareByte(stats.non_ascii, stats.chars));
    row.Set(Feature::kRepeats, LogByte(facts.repeats));
    row.Set(Feature::kRepeatsEarlier, LogByte(facts.repeats_earlier));
    row.Set(Feature::kImages, CappedByte(block.images));
    row.Set(Feature::kBreaks, block.breaks);
    std::uint32_t marks = 0;
    bool has_time = false;
    for (NodeId node = block.first; node <= block.last; ++node) {
      const Tag tag = document_.nodes[node].tag;
      if (tag == Tag::kTime) has_time = true;
      if (!document_.IsText(node)) ++marks;
    }
    row.Set(Feature::kPrice, stats.price ? 1 : 0);
    row.Set(Feature::kLexiconMean, facts.wording.mean);
    row.Set(Feature::kLexiconLowest, facts.wording.lowest);
    row.Set(Feature::kLexiconHighest, facts.wording.highest);
    row.Set(Feature::kInlineMarks, LogByte(marks));
    const NodeId parent = document_.nodes[block.first].parent;
    has_time = has_time || document_.nodes[parent].tag == Tag::kTime;
    row.Set(Feature::kHasTime, has_time ? 1 : 0);
    const Tag wrapper = document_.nodes[parent].tag;
    row.Set(Feature::kWholeBold, (wrapper == Tag::kStrong || wrapper == Tag::kB) && document_.nodes[parent].end > block.last ? 1 : 0);
  }

  void Says(Row& row, BlockId id) const {
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
  }

  static std::uint8_t PhraseClass(const BlockFacts& facts) { return facts.hits.longest == 0 ? 0 : static_cast<std::uint8_t>(static_cast<unsigned>(facts.hits.best) + 1); }

  void Place(Row& row, BlockId id) const {
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
    row.Set(Feature::kHidden, block.hidden ? 1 : 0);
    row.Set(Feature::kNoscript, block.noscript ? 1 : 0);
    row.Set(Feature::kCaption, block.caption ? 1 : 0);
    Ancestors(row, block);
    row.Set(Feature::kBlockIndex, LogByte(id));
    row.Set(Feature::kBlockPosition, ShareByte(id, count));
    row.Set(Feature::kWordPosition, ShareByte(page_.Words(0, id), page_.words_upto.back()));
    row.Set(Feature::kWordsBefore, LogByte(page_.Words(0, id)));
    row.Set(Feature::kWordsAfter, LogByte(page_.Words(id + 1, count)));
    row.Set(Feature::kProseBefore, ShareByte(page_.Prose(0, id), page_.prose_upto.back()));
    row.Set(Feature::kProseAfter, ShareByte(page_.Prose(id + 1, count), page_.prose_upto.back()));
  }

  /// The semantic elements that the block stands in, and the hints of all of them.
  void Ancestors(Row& row, const Block& block) const {
    hints::HintSet near = 0, middle = 0, far = 0;
    int distance = 0;
    bool good_found = false, bad_found = false, article_found = false;
    std::uint8_t prose_root_distance = 255;
    const std::uint32_t page_words = page_.words_upto.back();
    for (NodeId id = document_.nodes[block.first].parent; id != kNoNode; id = document_.nodes[id].parent) {
      const Tag tag = document_.nodes[id].tag;
      if (tag == Tag::kBody) break;  // its class names the page's template, and holds for every block
      if (id == page_.prose_root) prose_root_distance = CappedByte(static_cast<std::uint64_t>(distance));
      const hints::HintSet set = page_.hints[id];
      (distance <= 1 ? near : distance <= 4 ? middle : far) |= set;
      const std::uint8_t share = ShareByte(blocks_.extents[id].words, page_words);
      if (!good_found && (set & kGood) != 0) {
        good_found = true;
        row.Set(Feature::kGoodShare, std::max<std::uint8_t>(share, 1));
      }
      if (!bad_found && (set & kBad) != 0) {
        bad_found = true;
        row.Set(Feature::kBadShare, std::max<std::uint8_t>(share, 1));
      }
      if (tag == Tag::kArticle && !article_found) {
        article_found = true;
        row.Set(Feature::kArticleShare, share);
        const auto index = std::lower_bound(page_.articles.begin(), page_.articles.end(), id) - page_.articles.begin();
        row.Set(Feature::kArticleIndex, CappedByte(static_cast<std::uint64_t>(index) + 1));
      }
      if (tag == Tag::kMain) row.Set(Feature::kMainShare, share);
      if (html::IsBlock(tag)) ++distance;
      Inside(row, tag);
    }
    row.Set(Feature::kProseRootDistance, prose_root_distance);
    for (std::size_t hint = 0; hint < hints::kHints; ++hint) {
      const hints::HintSet bit = hints::HintSet{1} << hint;
      row.SetHint(hint, (near & bit) != 0 ? 3 : (middle & bit) != 0 ? 2 : (far & bit) != 0 ? 1 : 0);
    }
  }

  static void Inside(Row& row, Tag tag) {
    switch (tag) {
      case Tag::kA: row.Set(Feature::kInLink, 1); break;
      case Tag::kNav: row.Set(Feature::kInNav, 1); break;
      case Tag::kHeader: row.Set(Feature::kInHeader, 1); break;
      case Tag::kFooter: row.Set(Feature::kInFooter, 1); break;
      case Tag::kAside: row.Set(Feature::kInAside, 1); break;
      case Tag::kMain: row.Set(Feature::kInMain, 1); break;
      case Tag::kArticle: row.Set(Feature::kInArticle, 1); break;
      case Tag::kSection: row.Set(Feature::kInSection, 1); break;
      case Tag::kForm: row.Set(Feature::kInForm, 1); break;
      case Tag::kTable: row.Set(Feature::kInTable, 1); break;
      case Tag::kUl:
      case Tag::kOl: row.Set(Feature::kInList, 1); break;
      case Tag::kBlockquote: row.Set(Feature::kInQuote, 1); break;
      case Tag::kFigure: row.Set(Feature::kInFigure, 1); break;
      case Tag::kButton: row.Set(Feature::kInButton, 1); break;
      case Tag::kDetails: row.Set(Feature::kInDetails, 1); break;
      default: break;
    }
  }

  /// The heading above the block: how far, of what level, and whether it announces promotion.
  void Headings(Row& row, BlockId id, BlockId heading) const {
    if (heading == kNoBlock) {
      row.Set(Feature::kHeadingDistance, 255);
      row.Set(Feature::kHeadingLexicon, Wording{}.mean);
      return;
    }
    const BlockFacts& facts = page_.facts[heading];
    row.Set(Feature::kHeadingDistance, LogByte(id - heading));
    row.Set(Feature::kHeadingLevel, static_cast<std::uint8_t>(static_cast<unsigned>(document_.nodes[blocks_.blocks[heading].container].tag) - static_cast<unsigned>(Tag::kH1) + 1));
    row.Set(Feature::kHeadingPhrase, facts.hits.longest * 2 >= facts.tokens ? PhraseClass(facts) : 0);
    row.Set(Feature::kHeadingTitle, ShareByte(facts.title_tokens, facts.tokens));
    row.Set(Feature::kHeadingLexicon, facts.wording.mean);
  }

  void Alike(Row& row, BlockId id) const {
    const Block& block = blocks_.blocks[id];
    const Group& group = page_.groups[page_.facts[id].alike];
    row.Set(Feature::kAlikeBlocks, LogByte(group.blocks));
    row.Set(Feature::kAlikeWords, ShareByte(group.words, page_.words_upto.back()));
    row.Set(Feature::kAlikeMean, LogByte(group.words / std::max(group.blocks, 1U)));
    row.Set(Feature::kAlikeLinks, ShareByte(group.link_words, group.words));
    row.Set(Feature::kAlikeProse, ShareByte(group.prose_words, group.words));
    const NodeId parent = document_.nodes[block.container].parent;
    if (parent == kNoNode) return;
    // Bounded: a list of a million items must not cost a million times a million.
    constexpr std::uint32_t kSiblingsRead = 64;
    std::uint32_t siblings = 0, alike = 0, index = 0;
    for (NodeId child = parent + 1; child < document_.nodes[parent].end && siblings < kSiblingsRead; child = document_.nodes[child].end) {
      if (document_.IsText(child)) continue;
      if (child == block.container) index = siblings;
      ++siblings;
      if (document_.nodes[child].tag == document_.nodes[block.container].tag) ++alike;
    }
    row.Set(Feature::kSiblings, CappedByte(siblings));
    row.Set(Feature::kSiblingsAlike, CappedByte(alike));
    row.Set(Feature::kSiblingIndex, CappedByte(index));
  }

  void InRecords(Row& row, BlockId id) const {
    const Records& records = page_.records;
    NodeId best = kNoNode, near = kNoNode;
    for (NodeId node = blocks_.blocks[id].container; node != kNoNode; node = document_.nodes[node].parent) {
      const std::uint32_t run = records.run_of[node];
      if (run == Records::kNone) continue;
      if (near == kNoNode) near = node;
      if (best == kNoNode || records.runs[run].words > records.runs[records.run_of[best]].words) best = node;
    }
    if (best == kNoNode) return;
    const RecordRun& run = records.runs[records.run_of[best]];
    row.Set(Feature::kRecordCount, LogByte(run.records));
    row.Set(Feature::kRecordMean, LogByte(run.words / run.records));
    row.Set(Feature::kRecordShare, ShareByte(run.words, page_.words_upto.back()));
    row.Set(Feature::kRecordLinks, ShareByte(run.link_words, run.words));
    row.Set(Feature::kRecordProse, ShareByte(run.prose_words, run.words));
    row.Set(Feature::kRecordIndex, CappedByte(records.index[best]));
    row.Set(Feature::kRecordWords, LogByte(blocks_.extents[best].words));
    row.Set(Feature::kRecordImages, ShareByte(run.with_image, run.records));
    row.Set(Feature::kRecordPrices, ShareByte(run.with_price, run.records));
    row.Set(Feature::kRecordAges, ShareByte(run.with_age, run.records));
    row.Set(Feature::kRecordLargest, records.run_of[best] == records.largest ? 1 : 0);
    const RecordRun& nearest = records.runs[records.run_of[near]];
    row.Set(Feature::kNearCount, LogByte(nearest.records));
    row.Set(Feature::kNearMean, LogByte(nearest.words / nearest.records));
    row.Set(Feature::kNearIndex, CappedByte(records.index[near]));
  }

  void Levels(Row& row, BlockId id) const {
    constexpr std::size_t kLevels = 4, kColumns = 6;
    NodeId node = blocks_.blocks[id].container;
    std::uint32_t last_words = 0;
    bool first = true;
    for (std::size_t level = 0; level < kLevels && node != kNoNode; node = document_.nodes[node].parent) {
      const Extent& extent = blocks_.extents[node];
      if (!first && extent.words <= last_words + last_words / 16) continue;  // holds no more than what is below it
      const std::uint32_t count = extent.end_block - extent.first_block;
      const std::uint32_t prose = page_.Prose(extent.first_block, extent.end_block);
      const std::uint8_t columns[kColumns] = {LogByte(extent.words), ShareByte(extent.words, page_.words_upto.back()), ShareByte(extent.link_words, extent.words), LogByte(count),
                                              LogByte(extent.words / std::max(count, 1U)), ShareByte(prose, extent.words)};
      for (std::size_t column = 0; column < kColumns; ++column) row.Set(static_cast<Feature>(static_cast<std::size_t>(Feature::kWords0) + level * kColumns + column), columns[column]);
      last_words = extent.words;
      first = false;
      ++level;
    }
  }

  void Neighbour(Row& row, BlockId id, Feature words, Feature links, Feature phrase) const {
    const Block& block = blocks_.blocks[id];
    row.Set(words, LogByte(block.words));
    row.Set(links, ShareByte(block.link_words, block.words));
    row.Set(phrase, page_.facts[id].hits.longest * 2 >= page_.facts[id].tokens ? PhraseClass(page_.facts[id]) : 0);
  }

  void Neighbours(Row& row, BlockId id) const {
    const auto count = static_cast<BlockId>(blocks_.blocks.size());
    row.Set(Feature::kPrevLexicon, id >= 1 ? page_.facts[id - 1].wording.mean : Wording{}.mean);
    row.Set(Feature::kNextLexicon, id + 1 < count ? page_.facts[id + 1].wording.mean : Wording{}.mean);
    if (id >= 1) {
      Neighbour(row, id - 1, Feature::kPrevWords, Feature::kPrevLinks, Feature::kPrevPhrase);
      row.Set(Feature::kPrevTag, TagRank(document_.nodes[blocks_.blocks[id - 1].container].tag));
      row.Set(Feature::kPrevAlike, page_.facts[id].alike == page_.facts[id - 1].alike ? 1 : 0);
    }
    if (id >= 2) Neighbour(row, id - 2, Feature::kPrev2Words, Feature::kPrev2Links, Feature::kPrev2Phrase);
    if (id + 1 < count) {
      Neighbour(row, id + 1, Feature::kNextWords, Feature::kNextLinks, Feature::kNextPhrase);
      row.Set(Feature::kNextTag, TagRank(document_.nodes[blocks_.blocks[id + 1].container].tag));
      row.Set(Feature::kNextAlike, page_.facts[id].alike == page_.facts[id + 1].alike ? 1 : 0);
    }
    if (id + 2 < count) Neighbour(row, id + 2, Feature::kNext2Words, Feature::kNext2Links, Feature::kNext2Phrase);
    const BlockId before5 = id >= 5 ? id - 5 : 0, after5 = std::min(id + 6, count);
    row.Set(Feature::kBefore5Words, LogByte(page_.Words(before5, id)));
    row.Set(Feature::kBefore5Links, ShareByte(page_.Links(before5, id), page_.Words(before5, id)));
    row.Set(Feature::kBefore5Prose, ShareByte(page_.Prose(before5, id), page_.Words(before5, id)));
    row.Set(Feature::kBefore5Phrases, CappedByte(page_.Phrases(before5, id)));
    row.Set(Feature::kAfter5Words, LogByte(page_.Words(id + 1, after5)));
    row.Set(Feature::kAfter5Links, ShareByte(page_.Links(id + 1, after5), page_.Words(id + 1, after5)));
    row.Set(Feature::kAfter5Prose, ShareByte(page_.Prose(id + 1, after5), page_.Words(id + 1, after5)));
    row.Set(Feature::kAfter5Phrases, CappedByte(page_.Phrases(id + 1, after5)));
    const BlockId before20 = id >= 20 ? id - 20 : 0, after20 = std::min(id + 21, count);
    row.Set(Feature::kBefore20Prose, ShareByte(page_.Prose(before20, id), page_.Words(before20, id)));
    row.Set(Feature::kAfter20Prose, ShareByte(page_.Prose(id + 1, after20), page_.Words(id + 1, after20)));
  }

  void Page(Row& row) const {
    const auto count = static_cast<std::uint32_t>(blocks_.blocks.size());
    const std::uint32_t words = page_.words_upto.back();
    row.Set(Feature::kPageBlocks, LogByte(count));
    row.Set(Feature::kPageWords, LogByte(words));
    row.Set(Feature::kPageLinks, ShareByte(page_.links_upto.back(), words));
    row.Set(Feature::kPageProse, ShareByte(page_.prose_upto.back(), words));
    row.Set(Feature::kPageMean, LogByte(words / std::max(count, 1U)));
    row.Set(Feature::kPageParagraphs, ShareByte(page_.paragraph_words, words));
    row.Set(Feature::kPageArticles, CappedByte(page_.articles.size()));
    row.Set(Feature::kPageHeadings, ShareByte(page_.headings, count));
    row.Set(Feature::kPageListWords, ShareByte(page_.list_words, words));
    row.Set(Feature::kPageCodeBlocks, CappedByte(page_.code_blocks));
    row.Set(Feature::kPageLargestProse, LogByte(page_.largest_prose));
    row.Set(Feature::kPageHidden, ShareByte(page_.hidden_words, words));
    row.Set(Feature::kPageForms, CappedByte(page_.forms));
    row.Set(Feature::kPagePrices, LogByte(page_.prices));
    row.Set(Feature::kPageImages, LogByte(page_.images));
    row.Set(Feature::kPageForum, LogByte(page_.forum_hints));
    row.Set(Feature::kPageOgArticle, page_.og_article ? 1 : 0);
    if (page_.records.largest != Records::kNone) {
      const RecordRun& run = page_.records.runs[page_.records.largest];
      row.Set(Feature::kPageRecordCount, LogByte(run.records));
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
    row.Set(Feature::kAddressQuery, kind.query ? 1 : 0);
  }

  const Document& document_;
  const Blocks& blocks_;
  const PageContext& page_;
};

constexpr std::string_view kNames[] = {
#define PITH_FEATURE(name) #name,
#include "core/score/features.def"
#undef PITH_FEATURE
};

}  // namespace

FeatureTable ComputeFeatures(const Document& document, const Blocks& blocks, const Metadata& metadata, const std::vector<std::string_view>& json_ld, const Lexicon& lexicon) {
  PageContext page = ReadPage(document, blocks, metadata, json_ld, lexicon);
  FeatureTable table;
  FeatureComputer(document, blocks, page).Compute(table);
  table.hits.reserve(page.facts.size());
  table.groups.reserve(page.facts.size());
  for (const BlockFacts& facts : page.facts) {
    table.hits.push_back(facts.hits);
    table.groups.push_back(facts.alike);
  }
  table.hints = std::move(page.hints);
  table.kind = page.kind;
  return table;
}

std::string_view FeatureName(std::size_t column) { return column < std::size(kNames) ? kNames[column] : std::string_view("kHint"); }

}  // namespace pith::score

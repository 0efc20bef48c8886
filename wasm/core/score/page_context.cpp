#include "core/score/page_context.h"

#include <algorithm>
#include <string_view>

#include "core/annotate/order.h"
#include "core/for_speed.h"
#include "core/metadata/language_tag.h"
#include "core/score/features.h"
#include "core/score/hash.h"
#include "core/score/token_set.h"

namespace pith::score {
namespace {

using annotate::Block;
using annotate::Blocks;
using annotate::kNoBlock;
using html::Tag;
using parse::Document;
using parse::kNoNode;
using phrases::Token;

std::uint64_t Signature(const Document& document, NodeId container) {
  constexpr std::size_t kClass = 2000;  // bytes, and the length, which tell classes apart: one without end may stand around all blocks of a page
  std::uint64_t signature = kHashStart;
  NodeId id = container;
  for (int level = 0; level < 3 && id != kNoNode; ++level, id = document.nodes[id].parent) {
    signature = (signature ^ static_cast<std::uint64_t>(document.nodes[id].tag)) * kHashPrime;
    const std::string_view name = document.AttributeOf(id, "class");
    signature = HashOf(name.substr(0, kClass), signature ^ name.size());
  }
  return signature;
}

/// Blocks in an order in which those of the same hash stand together.
std::vector<BlockId> OrderBy(std::uint64_t BlockFacts::*hash, const std::vector<BlockFacts>& facts) {
  std::vector<std::uint64_t> keys;
  keys.reserve(facts.size());
  for (const BlockFacts& block : facts) keys.push_back(block.*hash);
  return annotate::OrderBy(keys);
}

class PageReader {
 public:
  PageReader(const Document& document, const Blocks& blocks, const Appeal& appeal) : document_(document), blocks_(blocks), appeal_(appeal) {}

  PageContext Run(const Metadata& metadata, const std::vector<std::string_view>& json_ld) {
    page_.kind = ReadPageKind(document_, json_ld, metadata);
    Elements();
    EachBlock(metadata);
    Repeats();
    Groups();
    Prefixes();
    FindRuns();
    ProseRoot();
    return std::move(page_);
  }

 private:
  PITH_APART void Elements() {
    for (NodeId id = 0; id < document_.nodes.size(); ++id) {
      if (document_.IsText(id)) continue;
      switch (document_.nodes[id].tag) {
        case Tag::kArticle: ++page_.articles; break;
        case Tag::kForm: ++page_.forms; break;
        case Tag::kMeta:
          if (document_.AttributeOf(id, "property") == "og:type") page_.og_article = document_.AttributeOf(id, "content") == "article";
          break;
        default: break;
      }
      if ((blocks_.hints[id] & hints::Bit(hints::Hint::kForum)) != 0) ++page_.forum_hints;
    }
  }

  PITH_APART void EachBlock(const Metadata& metadata) {
    const TokenSet title(phrases::Cut(metadata.title, 64));
    const TokenSet excerpt(phrases::Cut(metadata.excerpt, 128));
    std::uint32_t best_title = 0;
    std::vector<Token> stems;
    const bool english = metadata::IsEnglish(metadata.lang);
    page_.facts.resize(blocks_.blocks.size());
    for (BlockId id = 0; id < blocks_.blocks.size(); ++id) {
      const Block& block = blocks_.blocks[id];
      BlockFacts& facts = page_.facts[id];
      const std::string_view text = blocks_.TextOf(block);
      facts.stats = StatsOf(text);
      const std::vector<Token> tokens = phrases::Cut(text, kCutTokens, &stems);
      facts.tokens = static_cast<std::uint16_t>(tokens.size());
      facts.hits = phrases::Match(tokens);
      facts.appeal = appeal_.Of(stems, stems.size() < kCutTokens, english);
      facts.title_tokens = title.CountIn(tokens);
      facts.excerpt_tokens = excerpt.CountIn(tokens);
      facts.text_hash = HashOf(text);
      facts.signature = Signature(document_, block.container);
      facts.prose = annotate::IsProse(block);
      Sum(block, facts);
      // The headline's block shares most of its words with the title both ways; an h1 more surely than others.
      const Tag tag = document_.nodes[block.container].tag;
      if (title.size() > 0 && !tokens.empty() && facts.title_tokens * 10u >= tokens.size() * 8u && facts.title_tokens * 10u >= title.size() * 7u) {
        const std::uint32_t rank = tag == Tag::kH1 ? 3 : html::IsHeading(tag) ? 2 : 1;
        if (rank > best_title) {
          best_title = rank;
          page_.title_block = id;
        }
      }
    }
  }

  void Sum(const Block& block, const BlockFacts& facts) {
    const Tag tag = document_.nodes[block.container].tag;
    if (tag == Tag::kP) page_.paragraph_words += block.words;
    if (tag == Tag::kLi) page_.list_words += block.words;
    if (tag == Tag::kPre) ++page_.code_blocks;
    if (html::IsHeading(tag)) ++page_.headings;
    if (facts.prose) page_.largest_prose = std::max(page_.largest_prose, block.words);
    if (facts.stats.price) ++page_.prices;
    page_.images += block.images;
  }

  PITH_APART void Repeats() {
    const std::vector<BlockId> order = OrderBy(&BlockFacts::text_hash, page_.facts);
    for (std::size_t first = 0; first < order.size();) {
      std::size_t end = first;
      while (end < order.size() && page_.facts[order[end]].text_hash == page_.facts[order[first]].text_hash) ++end;
      for (std::size_t i = first; i < end; ++i) {
        page_.facts[order[i]].repeats = static_cast<std::uint32_t>(end - first - 1);
      }
      first = end;
    }
  }

  PITH_APART void Groups() {
    const std::vector<BlockId> order = OrderBy(&BlockFacts::signature, page_.facts);
    for (std::size_t i = 0; i < order.size(); ++i) {
      if (i == 0 || page_.facts[order[i]].signature != page_.facts[order[i - 1]].signature) page_.groups.emplace_back();
      Group& group = page_.groups.back();
      const Block& block = blocks_.blocks[order[i]];
      ++group.blocks;
      group.words += block.words;
      group.link_words += block.link_words;
      if (page_.facts[order[i]].prose) group.prose_words += block.words;
      page_.facts[order[i]].alike = static_cast<std::uint32_t>(page_.groups.size() - 1);
    }
  }

  PITH_APART void Prefixes() {
    const std::size_t count = blocks_.blocks.size();
    for (auto* sums : {&page_.words_upto, &page_.links_upto, &page_.prose_upto, &page_.phrases_upto}) sums->assign(count + 1, 0);
    for (std::size_t i = 0; i < count; ++i) {
      const Block& block = blocks_.blocks[i];
      const BlockFacts& facts = page_.facts[i];
      page_.words_upto[i + 1] = page_.words_upto[i] + block.words;
      page_.links_upto[i + 1] = page_.links_upto[i] + block.link_words;
      page_.prose_upto[i + 1] = page_.prose_upto[i] + (facts.prose ? block.words : 0);
      page_.phrases_upto[i + 1] = page_.phrases_upto[i] + (facts.hits.longest > 0 && facts.hits.longest * 3 >= facts.tokens ? 1 : 0);
    }
  }

  PITH_APART void FindRuns() {
    const std::size_t count = blocks_.blocks.size();
    RecordCounts counts{page_.prose_upto, {0}, {0}, {0}};
    for (std::size_t i = 0; i < count; ++i) {
      const BlockFacts& facts = page_.facts[i];
      counts.images.push_back(counts.images.back() + blocks_.blocks[i].images);
      counts.prices.push_back(counts.prices.back() + (facts.stats.price ? 1 : 0));
      counts.ages.push_back(counts.ages.back() + (facts.hits.covered[static_cast<std::size_t>(phrases::Class::kAge)] > 0 ? 1 : 0));
    }
    page_.records = FindRecords(document_, blocks_, counts);
  }

  /// Goes down from the root as long as one child holds half of the page's prose.
  PITH_APART void ProseRoot() {
    const std::uint32_t half = page_.prose_upto.back() / 2;
    if (half == 0) return;
    const auto prose = [&](NodeId id) { return page_.Prose(blocks_.extents[id].first_block, blocks_.extents[id].end_block); };
    NodeId root = 0;
    for (NodeId child = 1; child < document_.nodes[root].end;) {
      if (!document_.IsText(child) && html::IsBlock(document_.nodes[child].tag) && prose(child) > half) {
        root = child;
        child = root + 1;
      } else {
        child = document_.nodes[child].end;
      }
    }
    page_.prose_root = root;
  }

  const Document& document_;
  const Blocks& blocks_;
  const Appeal& appeal_;
  PageContext page_;
};

}  // namespace

PageContext ReadPage(const Document& document, const Blocks& blocks, const Metadata& metadata, const std::vector<std::string_view>& json_ld,
                     const Appeal& appeal) {
  return PageReader(document, blocks, appeal).Run(metadata, json_ld);
}

}  // namespace pith::score

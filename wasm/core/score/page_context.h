#pragma once

// What features need of the whole page and of each element: computed once, in linear passes.

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/annotate/blocks.h"
#include "core/parse/document.h"
#include "core/phrases/phrases.h"
#include "core/score/appeal.h"
#include "core/score/page_kind.h"
#include "core/score/records.h"
#include "core/score/text_stats.h"
#include "pith/pith.h"

namespace pith::score {

using annotate::BlockId;
using annotate::NodeId;

/// One block, beside what annotate knows of it.
struct BlockFacts {
  TextStats stats;
  phrases::Hits hits;
  std::uint8_t appeal = Appeal::kNeutral;
  std::uint16_t tokens = 0;           ///< words cut, up to kCutTokens
  std::uint16_t title_tokens = 0;     ///< of its tokens, those in the title
  std::uint16_t excerpt_tokens = 0;
  std::uint64_t text_hash = 0;
  std::uint64_t signature = 0;        ///< of its container's tag and class and those of two more ancestors
  std::uint32_t repeats = 0;          ///< other blocks of the same text
  std::uint32_t alike = 0;            ///< index into PageContext::groups
  bool prose = false;                 ///< long enough and with few links
};

/// Blocks of one signature.
struct Group {
  std::uint32_t blocks = 0, words = 0, link_words = 0, prose_words = 0;
};

struct PageContext {
  std::vector<BlockFacts> facts;         ///< by BlockId
  std::vector<Group> groups;
  std::vector<std::uint32_t> words_upto, links_upto, prose_upto, phrases_upto;  ///< by BlockId, prefix sums, one longer
  Records records;
  PageKind kind;
  NodeId prose_root = parse::kNoNode;    ///< smallest element with half of the page's prose
  BlockId title_block = annotate::kNoBlock;  ///< the block that shows the headline
  std::uint32_t articles = 0, paragraph_words = 0, headings = 0, list_words = 0, code_blocks = 0, largest_prose = 0, forms = 0, prices = 0, images = 0, forum_hints = 0;
  bool og_article = false;

  [[nodiscard]] std::uint32_t Words(BlockId from, BlockId to) const { return words_upto[to] - words_upto[from]; }
  [[nodiscard]] std::uint32_t Links(BlockId from, BlockId to) const { return links_upto[to] - links_upto[from]; }
  [[nodiscard]] std::uint32_t Prose(BlockId from, BlockId to) const { return prose_upto[to] - prose_upto[from]; }
  [[nodiscard]] std::uint32_t Phrases(BlockId from, BlockId to) const { return phrases_upto[to] - phrases_upto[from]; }
};

/// Words read of each block for phrases: promotion is short.
inline constexpr std::size_t kCutTokens = 48;

/// @param json_ld bodies of the page's JSON-LD scripts
[[nodiscard]] PageContext ReadPage(const parse::Document& document, const annotate::Blocks& blocks, const Metadata& metadata,
                                   const std::vector<std::string_view>& json_ld, const Appeal& appeal);

}  // namespace pith::score

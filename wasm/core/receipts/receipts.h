#pragma once

// Selection + ArticleTree → what is told of the page's blocks beside the article: where those in it stand and how many words it has of each,
// and for those that were left out a receipt. docs/receipts.md says what one holds.
// Idea: the tree numbers blocks by what they became, and of lines that became one paragraph only the first.
// Known failure: what a block loses within itself, such as a mark between its words, has no receipt, and counts as a word.

#include <cstdint>
#include <vector>

#include "core/annotate/blocks.h"
#include "core/clean/article_tree.h"
#include "core/parse/document.h"
#include "core/score/score.h"
#include "core/select/selection.h"
#include "pith/pith.h"

namespace pith::receipts {

/// By BlockId: the block whose number it has in the tree, which is its own or that of the first line; kNoBlock for what the tree does not show.
using Numbers = std::vector<annotate::BlockId>;

[[nodiscard]] Numbers NumbersOf(const clean::ArticleTree& tree);

/// The blocks' ranges, each with those of the lines that have its number.
/// @param ranges of the blocks, or nothing
[[nodiscard]] std::vector<Range> RangesOf(const Numbers& numbers, std::vector<Range> ranges);

/// Words as people count them: of scripts without spaces each character, or unicode::kLettersOfWord of an alphabet.
struct Words {
  std::uint32_t all = 0;
  std::uint32_t unspaced = 0;  ///< those that are one character
};

/// By BlockId: the words below its number, captions aside.
[[nodiscard]] std::vector<Words> WordsOf(const annotate::Blocks& blocks, const Numbers& numbers);

/// The words of a tree's first items.
[[nodiscard]] Words WordsIn(const clean::ArticleTree& tree, std::size_t items, std::vector<Words> words);

/// @param numbers nothing where the article is not of the page's blocks, which then all have a receipt
/// @param ranges of the blocks, or nothing
[[nodiscard]] std::vector<Removal> Receipts(const parse::Document& document, const annotate::Blocks& blocks, const score::Scores& scores,
                                            const select::Selection& selection, const Numbers& numbers, const std::vector<Range>& ranges);

}  // namespace pith::receipts

#pragma once

// Which links and blocks of an article are footnotes, for Markdown has a form of its own for them.

#include <string>
#include <unordered_map>
#include <unordered_set>

#include "core/clean/article_tree.h"

namespace pith::render {

struct Footnotes {
  std::unordered_map<clean::ItemId, std::string> references;  ///< labels, by the `<sup>` or `<a>` that is the mark in the text
  std::unordered_map<clean::ItemId, std::string> notes;       ///< labels, by the note's block
  std::unordered_set<clean::ItemId> lists;                    ///< lists that hold nothing but notes
  std::unordered_set<clean::ItemId> left_out;                 ///< links from a note to its mark, which readers make anew, and the litter around them
  std::unordered_set<clean::ItemId> behind;                   ///< texts that follow such links where the note begins, maybe with the "]" or "." of a number
};

/// A footnote is a short mark that links to a later block, or to a place that the block begins with; that links back, or the mark is raised. Where the
/// block is but the note's own mark, the note is what follows.
[[nodiscard]] Footnotes FindFootnotes(const clean::ArticleTree& tree);

}  // namespace pith::render

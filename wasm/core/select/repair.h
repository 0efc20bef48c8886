#pragma once

// Structure that the model's probabilities miss now and then, read off what was selected: holes in the article's prose, tables and lists, and what
// stands behind its end.

#include <vector>

#include "core/annotate/blocks.h"
#include "core/score/score.h"
#include "core/select/selection.h"

namespace pith::select {

/// Whether a block is a heading, by its element or by its role.
[[nodiscard]] bool IsHeading(const parse::Document& document, const annotate::Block& block);

/// Keeps sentences that are built like kept prose shortly before or after them, where the model only doubted them: the paragraph of
/// a run that happens to have odd words, the last short one between two promotions. They have few links and no promotional wording, and do
/// not appeal to the reader. What reads like an author's also goes on from one that was kept so to the next.
void FillProse(const annotate::Blocks& blocks, const score::Scores& scores, float threshold, const Marks& appeals, Marks& keep);

/// Keeps tables of data and lists of definitions whole of which a third was kept or is likely (a border through a few words costs more than they
/// gain), or which stand right behind kept text and are likely by half; and headings and code between kept blocks where the model only doubted them:
/// a lone cell, a short heading or a line of code says little by itself, and its loss much.
void FillStructure(const parse::Document& document, const annotate::Blocks& blocks, const score::Scores& scores, float threshold, Marks& keep);

/// Drops what stands behind an article in an element that calls itself comments, where the model doubts it more than the article.
/// Not on forums: there, answers are what people come for.
void DropComments(const parse::Document& document, const annotate::Blocks& blocks, const score::Scores& scores, Marks& keep);

/// Drops what the model only doubts where it stands behind all that it is sure of, and outside of the smallest element that holds that: the
/// next stories of a page whose own one ended. Of articles only (and where the type is not known): elsewhere the end of what is surely
/// content is not the end of the content. Most of a page is no tail.
void DropDoubtedTail(const parse::Document& document, const annotate::Blocks& blocks, const score::Scores& scores, float threshold, Marks& keep);

}  // namespace pith::select

#pragma once

// Structure that the model's probabilities miss now and then, read off what was selected: holes in the article's prose, and
// stragglers of lists that were dropped.

#include <vector>

#include "core/annotate/blocks.h"
#include "core/score/score.h"
#include "core/select/selection.h"

namespace pith::select {

/// Whether a block is a heading, by its element or by its role.
[[nodiscard]] bool IsHeading(const parse::Document& document, const annotate::Block& block);

/// Which lines appeal to the reader for the site: by their words alone or, on pages that have enough prose that the model is sure of, clearly more than
/// that does, since what an author writes speaks to nobody. By the page's prose only in English, of whose words the most are known.
/// @param english whether the page is, or may be: the bookmarklet does not tell, and has the words of English alone
[[nodiscard]] Marks FindAppeals(const annotate::Blocks& blocks, const score::Scores& scores, float threshold, bool english, const Marks& keep);

/// Keeps sentences that are built like kept prose shortly before or after them, where the model only doubted them: the paragraph of
/// a run that happens to have odd words, the last short one between two promotions. They have few links and no promotional wording, and do
/// not appeal to the reader.
void FillProse(const annotate::Blocks& blocks, const score::Scores& scores, float threshold, const Marks& appeals, Marks& keep);

/// Keeps tables of data and lists of definitions whole of which a third was kept or is likely (a border through a few words costs more than they
/// gain), or which stand right behind kept text and are likely by half; and headings and code between kept blocks where the model only doubted them:
/// a lone cell, a short heading or a line of code says little by itself, and its loss much.
void FillStructure(const parse::Document& document, const annotate::Blocks& blocks, const score::Scores& scores, float threshold, Marks& keep);

/// Drops the headlines of a list of other stories ("headline, 4 hours ago, headline, an hour ago, …") that were kept while most of
/// the list was not.
void DropAgedHeadlines(const annotate::Blocks& blocks, const score::Scores& scores, Marks& keep);

/// Drops labels that the model scored low and that stayed only because all around them did: blocks that are, from end to end, a
/// phrase of promotion ("Advertisement").
void DropLabels(const score::Scores& scores, float threshold, Marks& keep);

/// Drops the lines of FindAppeals() that the model is not sure of: nobody has listed their wording.
/// Not what is part of a list or a table, and on articles and threads alone: a shop's or a service's own text appeals to its reader all along.
void DropAppeals(const parse::Document& document, const annotate::Blocks& blocks, const score::Scores& scores, float threshold, const Marks& appeals,
                 Marks& keep);

/// Drops the links right behind a label of other stories ("More on this topic") that was dropped, in the smallest element that holds both.
void DropAnnounced(const parse::Document& document, const annotate::Blocks& blocks, const score::Scores& scores, Marks& keep);

/// Drops what stands behind an article in an element that calls itself comments, where the model doubts it more than the article.
/// Not on forums: there, answers are what people come for.
void DropComments(const parse::Document& document, const annotate::Blocks& blocks, const score::Scores& scores, Marks& keep);

/// Drops what the model only doubts where it stands behind all that it is sure of, and outside of the smallest element that holds that: the
/// next stories of a page whose own one ended. Of articles only (and where the type is not known): elsewhere the end of what is surely
/// content is not the end of the content. Most of a page is no tail.
void DropDoubtedTail(const parse::Document& document, const annotate::Blocks& blocks, const score::Scores& scores, float threshold, Marks& keep);

}  // namespace pith::select

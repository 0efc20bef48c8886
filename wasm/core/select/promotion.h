#pragma once

// What asks something of the reader for the site, or leads elsewhere, and was kept because all around it was: told by its words, and by what
// stands with it.

#include "core/annotate/blocks.h"
#include "core/score/score.h"
#include "core/select/selection.h"

namespace pith::select {

/// Sentences that tell what a page's prose is like: so many at least.
inline constexpr std::uint32_t kFewestSentences = 3;

/// Whether a block is one: prose of which the model is rather sure.
[[nodiscard]] inline bool IsSureSentence(const annotate::Blocks& blocks, const score::Scores& scores, float threshold, const Marks& keep,
                                         annotate::BlockId id) {
  constexpr std::uint32_t kSentence = 12;  // words; of shorter lines hardly a stem is known
  constexpr float kSurer = 0.2F;           // than the threshold
  return keep[id] && blocks.blocks[id].words >= kSentence && static_cast<float>(scores.probabilities[id]) >= (threshold + kSurer) * 65535.0F;
}

/// Which lines appeal to the reader for the site: by their words alone or, on pages that have enough prose that the model is sure of, clearly more than
/// that does, since what an author writes speaks to nobody. By the page's prose only in English, of whose words the most are known.
/// @param english whether the page is, or may be: the bookmarklet does not tell, and has the words of English alone
[[nodiscard]] Marks FindAppeals(const annotate::Blocks& blocks, const score::Scores& scores, float threshold, bool english, const Marks& keep);

/// Drops labels that the model scored low and that stayed only because all around them did: blocks that are, from end to end, a
/// phrase of promotion ("Advertisement").
void DropLabels(const score::Scores& scores, float threshold, Marks& keep);

/// Drops the lines of FindAppeals(), whose wording nobody has listed, those half of which is a listed phrase, and headlines behind a label ("Read also: Council
/// backs new bridge"), where the model is not sure of them: the more a line appeals, the surer it has to be.
/// Not what is part of a table or of a list that has other entries, and on what may be an article and threads alone: a shop's or a service's own text appeals
/// to its reader all along.
void DropAppeals(const parse::Document& document, const annotate::Blocks& blocks, const score::Scores& scores, float threshold, const Marks& appeals,
                 Marks& keep);

/// Drops what else stands in a box between an article's paragraphs of which promotion was dropped already, where the model is not sure of it: the rest of a
/// sign-up, whose words may be anything. It has to be surer of a box with a form, a button or a link in it that calls people to act.
void DropBoxes(const parse::Document& document, const annotate::Blocks& blocks, const score::Scores& scores, float threshold, Marks& keep);

}  // namespace pith::select

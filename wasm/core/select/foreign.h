#pragma once

// Lines in another language than the article's, which the site says around it in its own.
// Known failure: a language of neither a script nor letters of its own nor a list of function words; an author's own examples on lines of their own, where no
// quotation and no `lang` tells that they are meant.

#include <string_view>

#include "core/annotate/blocks.h"
#include "core/parse/document.h"
#include "core/score/score.h"
#include "core/select/selection.h"

namespace pith::select {

/// What AddForeign() marks lines with.
inline constexpr std::uint8_t kForeign = 2;

/// Adds to lines that appeal those in another language than the page, where most of the prose that the model is sure of is in the page's: in another script,
/// where the prose is in Latin letters; with function words that only the other has; or with letters that the prose has not, where it has few accents; one word
/// of each sort is as good as two of one. Not what the model denies or is very sure of, what is quoted, what a line with a colon announces, or what the page
/// declares to be in another language.
/// @param lang the page's language (BCP 47)
void AddForeign(const parse::Document& document, const annotate::Blocks& blocks, const score::Scores& scores, float threshold, std::string_view lang,
                const Marks& keep, Marks& appeals);

/// Drops those of them of which the model is not very sure, on what may be an article: its author writes in one language; and a name right above one, that is
/// no heading. Of lists only `<ul>`, if all of it is foreign.
void DropForeign(const parse::Document& document, const annotate::Blocks& blocks, const score::Scores& scores, float threshold, const Marks& appeals,
                 Marks& keep);

}  // namespace pith::select

#pragma once

// Lines in another language than the article's, which the site says around it in its own.
// Known failure: a language of neither a script of its own nor a list of function words; an author's own examples on lines of their own, outside of quotations.

#include <string_view>

#include "core/annotate/blocks.h"
#include "core/parse/document.h"
#include "core/score/score.h"
#include "core/select/selection.h"

namespace pith::select {

/// Adds to lines that appeal those in another script than the page's prose, where that is in Latin letters, and in another language than the page, where it has
/// prose that the model is sure of. What the model denies, what it is sure of, and a quotation is none.
/// @param lang the page's language (BCP 47)
void AddForeign(const parse::Document& document, const annotate::Blocks& blocks, const score::Scores& scores, float threshold, std::string_view lang,
                const Marks& keep, Marks& appeals);

}  // namespace pith::select

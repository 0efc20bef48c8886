#pragma once

// Images and captions follow the text around them, which the scorer has judged.

#include <vector>

#include "core/annotate/blocks.h"
#include "core/score/score.h"
#include "core/select/selection.h"

namespace pith::select {

/// An image, or a caption, stays where the text before it stays and the text after it does, or the part of the page that it stands
/// in mostly does (the box behind it may be an advert). Between the headline and the first paragraph, lines
/// that went (author, date, share buttons) do not part it from them: that is where lead images stand, and portraits of authors, which
/// go with their lines.
/// @param[in,out] reasons of every block; those of images and captions are set
void PlaceImages(const parse::Document& document, const annotate::Blocks& blocks, const score::Scores& scores, std::vector<Reason>& reasons);

}  // namespace pith::select

#pragma once

#include "core/annotate/blocks.h"
#include "core/parse/document.h"

namespace pith::annotate {

/// Finds the figures that pages write without `<figure>`: `<div class="wp-caption"><img><p class="wp-caption-text">…`. A small element that
/// holds an image becomes one where an element below it, without an image, is called a caption or a credit, and the classes between speak of
/// captions or images once more: "caption" alone is what many a card calls its text.
///
/// Adds kFigure and kCaption to the hints of such elements, and marks the captions' blocks.
void FindCaptions(const parse::Document& document, Blocks& blocks);

}  // namespace pith::annotate

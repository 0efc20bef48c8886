#pragma once

#include "core/parse/document.h"

namespace pith::annotate {

/// Makes `<div>`s of elements that part a page into lines though HTML takes them for inline: spans whose own style lays them out as blocks, and custom
/// elements, as far as the tree tells. Browsers lay these out as a style sheet says, which no stage reads; they part lines where they stand in an element that
/// can hold blocks, with no text, link or other inline element between them. Without this the paragraphs of `<x-story><x-paragraph>…` are one line.
/// @note a custom element's name stays among its attributes, as a hint. AMP's keep their tag: stages know some of them by name
void LayOut(parse::Document& document);

}  // namespace pith::annotate

#pragma once

// What lies about in what people wrote and is none of it.

#include "core/annotate/blocks.h"
#include "core/select/selection.h"

namespace pith::select {

/// Drops signatures of posts: what follows a line that is nothing but "--" (RFC 3676, section 4.3) in the same run of lines.
void DropSignatures(const annotate::Blocks& blocks, Marks& keep);

/// Drops lines of nothing but links that lead nowhere (`#`, `javascript:`): buttons in the clothes of links. Headings are none.
void DropButtons(const parse::Document& document, const annotate::Blocks& blocks, Marks& keep);

/// Drops lines of nothing but links, two or more, above the first prose: trails and ways to the pages before and behind. Not items of lists. For
/// articles and documentation: other pages are links for a good part.
void DropTrails(const parse::Document& document, const annotate::Blocks& blocks, Marks& keep);

/// Drops the last heading or label ("Also read:") of an article, and one before it, that nothing stands behind: what it was to head went.
void DropDanglingHeads(const parse::Document& document, const annotate::Blocks& blocks, Marks& keep);

}  // namespace pith::select

#pragma once

// Pages that hold several articles: a reader who scrolls on is given the next one under the first.
// Idea: a story begins with a heading and goes on with prose, in an element of its own. Where several are built alike, each with a headline
// that leads to its own page, or a time or an author of its own, and just one has the page's title or address, that one is the article.
// On pages of which none or several have it (a blog's front, a thread, a live blog), every story is content.
// Known failure: stories that no elements part, and stories further down whose headline has neither address, time nor author.

#include <string_view>
#include <vector>

#include "core/annotate/blocks.h"
#include "core/parse/document.h"
#include "core/select/selection.h"
#include "pith/pith.h"

namespace pith::select {

/// An article of a page that holds several.
struct Story {
  annotate::NodeId element;  ///< all of it, and nothing of another story
  annotate::BlockId heading;
};

/// The stories beside the page's own, in page order; none where the page has no own or no other.
[[nodiscard]] std::vector<Story> OtherStories(const parse::Document& document, const annotate::Blocks& blocks, const Metadata& metadata);

/// The same, as they are told to whoever asked for the article.
/// @param base what their addresses are resolved against; without one it is the page's own
[[nodiscard]] std::vector<OtherArticle> OthersOf(const parse::Document& document, const annotate::Blocks& blocks, const Metadata& metadata,
                                                 std::string_view base);

/// Gives what stands in other stories the reason kStory.
void LeaveOutStories(const parse::Document& document, const annotate::Blocks& blocks, const Metadata& metadata, std::vector<Reason>& reasons);

}  // namespace pith::select

#pragma once

// Parts of an article that no element of the page is: made of facts, each as a whole.

#include "core/clean/embed.h"
#include "core/clean/thread.h"
#include "core/clean/tree_builder.h"
#include "pith/pith.h"

namespace pith::clean {

/// Headline and byline, as far as they are known.
void AddHeader(TreeBuilder& builder, const Metadata& metadata);

/// A paragraph with a link to what a player or frame would have shown, its still picture in it.
void AddEmbed(TreeBuilder& builder, const Embed& embed, parse::NodeId source);

/// Who wrote a post, and when: either or both.
void AddPostHeader(TreeBuilder& builder, const PostFacts& facts, bool author, bool time);

}  // namespace pith::clean

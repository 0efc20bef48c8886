#include "core/clean/own_parts.h"

namespace pith::clean {

using html::Tag;
using parse::kNoNode;

void AddHeader(TreeBuilder& builder, const Metadata& metadata) {
  if (metadata.title.empty() && metadata.byline.empty()) return;
  builder.Open(Tag::kHeader, kNoNode);
  if (!metadata.title.empty()) {
    builder.Open(Tag::kH1, kNoNode);
    builder.Text(metadata.title, kNoNode);
    builder.Close();
  }
  if (!metadata.byline.empty()) {
    builder.Open(Tag::kP, kNoNode);
    builder.Attribute(Name::kClass, "byline");
    builder.Text(metadata.byline, kNoNode);
    builder.Close();
  }
  builder.Close();
}

void AddEmbed(TreeBuilder& builder, const Embed& embed, parse::NodeId source) {
  builder.Open(Tag::kP, source);
  builder.Attribute(Name::kClass, "embed");
  if (!embed.address.empty()) {
    builder.Open(Tag::kA, source);
    builder.Attribute(Name::kHref, embed.address);
  }
  if (!embed.poster.empty()) {
    builder.Open(Tag::kImg, source);
    builder.Attribute(Name::kSrc, embed.poster);
    builder.Attribute(Name::kAlt, embed.address.empty() ? embed.title : std::string());
    builder.Close();
    if (!embed.address.empty()) builder.Text(" ", source);
  }
  if (!embed.address.empty()) {
    builder.Text(embed.title.empty() ? embed.address : embed.title, source);
    builder.Close();
  }
  builder.Close();
}

void AddPostHeader(TreeBuilder& builder, const PostFacts& facts, bool author, bool time) {
  builder.Open(Tag::kHeader, facts.author_node);
  if (author) {
    builder.Open(Tag::kStrong, facts.author_node);
    builder.Text(facts.author, facts.author_node);
    builder.Close();
  }
  if (author && time) builder.Text(" · ", facts.time_node);
  if (time) {
    builder.Open(Tag::kTime, facts.time_node);
    if (!facts.datetime.empty()) builder.Attribute(Name::kDatetime, facts.datetime);
    builder.Text(facts.time, facts.time_node);
    builder.Close();
  }
  builder.Close();
}

}  // namespace pith::clean

#include <vector>

#include "core/render/parts.h"
#include "core/render/render.h"
#include "core/unicode/eight_bytes.h"

namespace pith::render {
namespace {

using clean::ArticleTree;
using clean::Item;
using clean::ItemId;
using html::Tag;

void AppendEscaped(std::string& to, std::string_view text, bool attribute) {
  std::size_t kept = 0;
  const auto needs_escape = [&](unicode::EightBytes bytes) { return bytes.Are('&') | bytes.Are('<') | bytes.Are('>') | (attribute ? bytes.Are('"') : 0); };
  for (std::size_t i = 0; (i = unicode::FindByte(text, i, needs_escape)) < text.size(); ++i) {
    const char c = text[i];
    to.append(text.substr(kept, i - kept));
    kept = i + 1;
    to += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&quot;";
  }
  to.append(text.substr(kept));
}

/// Elements that start on a line of their own, so that the output can be read.
bool StartsLine(Tag tag) { return html::IsBlock(tag); }

void AppendStart(std::string& to, const ArticleTree& tree, ItemId id) {
  const Item& item = tree.items[id];
  to += '<';
  to += html::NameOf(item.tag);
  for (std::uint32_t i = item.data; i < item.data + item.count; ++i) {
    const clean::ItemAttribute& attribute = tree.attributes[i];
    to += ' ';
    to += clean::NameOf(attribute.name);
    to += "=\"";
    AppendEscaped(to, tree.At(attribute.value), true);
    to += '"';
  }
  // Whoever shows the article may open links in windows of their own names, which would hand the opener over.
  if (item.tag == Tag::kA && tree.AttributeOf(id, clean::Name::kHref).substr(0, 1) != "#") to += " rel=\"noopener\"";
  to += '>';
  // The parser drops a line feed that follows <pre>, so one that belongs to the text needs a sacrifice.
  if (item.tag == Tag::kPre && item.end > id + 1 && tree.IsText(id + 1)) to += '\n';
}

}  // namespace

std::string Html(const ArticleTree& tree) {
  std::string out;
  out.reserve(SizeOf(tree));
  std::vector<ItemId> open;
  const auto close_until = [&](ItemId id) {
    while (!open.empty() && id >= tree.items[open.back()].end) {
      const Tag tag = tree.items[open.back()].tag;
      open.pop_back();
      out += "</";
      out += html::NameOf(tag);
      out += '>';
      if (StartsLine(tag)) out += '\n';
    }
  };
  for (ItemId id = 0; id < tree.items.size(); ++id) {
    close_until(id);
    const Item& item = tree.items[id];
    if (tree.IsText(id)) {
      AppendEscaped(out, tree.TextOf(id), false);
      continue;
    }
    if (StartsLine(item.tag) && !out.empty() && out.back() != '\n') out += '\n';
    AppendStart(out, tree, id);
    if (!html::IsVoid(item.tag)) open.push_back(id);
  }
  close_until(static_cast<ItemId>(tree.items.size()));
  return out;
}

}  // namespace pith::render

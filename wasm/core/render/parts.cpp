#include "core/render/parts.h"

#include "core/clean/inline.h"

namespace pith::render {

using clean::ArticleTree;
using clean::ItemId;
using clean::Name;
using html::Tag;

bool HasClass(const ArticleTree& tree, ItemId id, std::string_view name) {
  const std::string_view value = tree.AttributeOf(id, Name::kClass);
  return value.substr(0, name.size()) == name && (value.size() == name.size() || value[name.size()] == ' ');
}

bool IsEmbed(const ArticleTree& tree, ItemId id) { return tree.items[id].tag == Tag::kP && HasClass(tree, id, "embed"); }

bool IsOwnNoteMark(const ArticleTree& tree, ItemId id) {
  if (tree.items[id].tag == Tag::kSup && tree.items[id].end > id + 1) ++id;
  if (tree.items[id].tag != Tag::kA) return false;
  const std::string_view href = tree.AttributeOf(id, Name::kHref);
  return href.substr(0, 1) == "#" && href.substr(1, clean::kNotePrefix.size()) == clean::kNotePrefix;  // those of references begin so, too
}

std::string_view TexOf(const ArticleTree& tree, ItemId math) {
  for (ItemId id = math + 1; id < tree.items[math].end; ++id) {
    if (tree.items[id].tag == Tag::kAnnotation && id + 1 < tree.items[id].end) return tree.TextOf(id + 1);
  }
  return {};
}

std::string MathText(const ArticleTree& tree, ItemId math) {
  const std::string_view tex = TexOf(tree, math);
  return tex.empty() ? TextBelow(tree, math) : std::string(tex);
}

std::string TextBelow(const ArticleTree& tree, ItemId id) {
  std::string text;
  for (ItemId at = id + 1; at < tree.items[id].end; ++at) {
    if (tree.IsText(at)) text += tree.TextOf(at);
  }
  return text;
}

}  // namespace pith::render

#include "core/render/parts.h"

#include "core/clean/inline.h"

namespace pith::render {

using clean::ArticleTree;
using clean::ItemId;
using clean::Name;
using html::Tag;

namespace {

/// The number that an attribute gives; `otherwise` without one.
int NumberAt(const ArticleTree& tree, ItemId id, Name name, int otherwise) {
  const std::string_view value = tree.AttributeOf(id, name);
  const bool negative = value.substr(0, 1) == "-";
  int number = 0;
  for (const char c : value.substr(negative ? 1 : 0)) number = number * 10 + (c - '0');
  return value.empty() ? otherwise : negative ? -number : number;
}

}  // namespace

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

ItemNumbers::ItemNumbers(const ArticleTree& tree, ItemId list) {
  if (tree.HasAttribute(list, Name::kReversed)) {
    step_ = -1;
    next_ = 0;
    for (ItemId item = list + 1; item < tree.items[list].end; item = tree.items[item].end) ++next_;
  }
  next_ = NumberAt(tree, list, Name::kStart, next_);
}

int ItemNumbers::Next(const ArticleTree& tree, ItemId item) {
  const int number = NumberAt(tree, item, Name::kValue, next_);
  next_ = number + step_;
  return number;
}

}  // namespace pith::render

#pragma once

// Parts of an article that renderings treat alike.

#include <cstddef>
#include <string>
#include <string_view>

#include "core/clean/article_tree.h"

namespace pith::render {

/// Bytes that most renderings stay below: what grows past its room is copied to twice as much, and WebAssembly's memory never shrinks.
[[nodiscard]] inline std::size_t SizeOf(const clean::ArticleTree& tree) { return tree.characters.size() + tree.items.size() * 8 + tree.attributes.size() * 16; }
/// Whether an element's class attribute begins with a name.
[[nodiscard]] bool HasClass(const clean::ArticleTree& tree, clean::ItemId id, std::string_view name);
/// Whether a paragraph stands for a player or frame.
[[nodiscard]] bool IsEmbed(const clean::ArticleTree& tree, clean::ItemId id);
/// Whether an element is a number or an arrow that the article brings itself, to link a sidenote with its place.
[[nodiscard]] bool IsOwnNoteMark(const clean::ArticleTree& tree, clean::ItemId id);
/// The TeX of a formula; empty where it has none.
[[nodiscard]] std::string_view TexOf(const clean::ArticleTree& tree, clean::ItemId math);
/// A formula in one line: its TeX, or the characters of its MathML.
[[nodiscard]] std::string MathText(const clean::ArticleTree& tree, clean::ItemId math);
/// All text of an element as it stands.
[[nodiscard]] std::string TextBelow(const clean::ArticleTree& tree, clean::ItemId id);

/// Counts the items of an ordered list as browsers do, by `start`, `value` and `reversed`.
class ItemNumbers {
 public:
  ItemNumbers() = default;
  ItemNumbers(const clean::ArticleTree& tree, clean::ItemId list);
  /// The number of an item, which follows the last one asked for.
  int Next(const clean::ArticleTree& tree, clean::ItemId item);

 private:
  int next_ = 1;
  int step_ = 1;
};

}  // namespace pith::render

#pragma once

// The article as a small tree of allow-listed elements, from which every output is rendered. Flat and pre-order like Document.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/annotate/blocks.h"
#include "core/html/tag.h"

namespace pith::clean {

using ItemId = std::uint32_t;

inline constexpr std::uint32_t kNoElement = 0xFFFFFFFF;

/// The attributes that an article element can carry; there is no way to represent another.
enum class Name : std::uint8_t {
  kHref,
  kSrc,
  kAlt,
  kTitle,
  kLang,
  kDir,
  kDatetime,
  kColspan,
  kRowspan,
  kScope,
  kStart,
  kReversed,
  kType,
  kValue,
  kClass,
  kCite,
  kId,
  kDisplay,
  kMathvariant,
  kStretchy,
  kAccent,
  kLinethickness,
  kColumnalign,
  kOpen,
  kClose,
  kSeparators,
  kNotation,
  kEncoding,
};

[[nodiscard]] std::string_view NameOf(Name name);

struct ItemAttribute {
  Name name;
  annotate::Slice value;
};

struct Item {
  html::Tag tag;       ///< kUnknown: text
  ItemId end;          ///< one past the last descendant
  std::uint32_t data;  ///< text: offset into characters; element: first attribute
  std::uint32_t count;
  annotate::BlockId block;             ///< the block that it came from, on block elements; kNoBlock elsewhere
  annotate::NodeId source;             ///< the page's element or text that it came from
  std::uint32_t element = kNoElement;  ///< on block elements with a block: where they stood, counting the page's elements in document order from 0
};

struct ArticleTree {
  std::vector<Item> items;  ///< items[0] is `<article>`
  std::vector<ItemAttribute> attributes;
  std::string characters;
  std::vector<annotate::BlockId> holders;  ///< by BlockId of the page: the Item::block of what holds it; kNoBlock for a block that the article does not have

  [[nodiscard]] bool IsText(ItemId id) const { return items[id].tag == html::Tag::kUnknown; }
  [[nodiscard]] std::string_view At(annotate::Slice slice) const { return std::string_view(characters).substr(slice.begin, slice.size); }
  [[nodiscard]] std::string_view TextOf(ItemId id) const { return At({items[id].data, items[id].count}); }
  [[nodiscard]] std::string_view AttributeOf(ItemId id, Name name) const;  ///< empty where it has none
  [[nodiscard]] bool HasAttribute(ItemId id, Name name) const;
};

}  // namespace pith::clean

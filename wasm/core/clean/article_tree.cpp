#include "core/clean/article_tree.h"

namespace pith::clean {

std::string_view NameOf(Name name) {
  switch (name) {
    case Name::kHref: return "href";
    case Name::kSrc: return "src";
    case Name::kAlt: return "alt";
    case Name::kTitle: return "title";
    case Name::kLang: return "lang";
    case Name::kDir: return "dir";
    case Name::kDatetime: return "datetime";
    case Name::kColspan: return "colspan";
    case Name::kRowspan: return "rowspan";
    case Name::kScope: return "scope";
    case Name::kStart: return "start";
    case Name::kReversed: return "reversed";
    case Name::kClass: return "class";
    case Name::kCite: return "cite";
    case Name::kType: return "type";
    case Name::kValue: return "value";
    case Name::kId: return "id";
    case Name::kDisplay: return "display";
    case Name::kMathvariant: return "mathvariant";
    case Name::kStretchy: return "stretchy";
    case Name::kAccent: return "accent";
    case Name::kLinethickness: return "linethickness";
    case Name::kColumnalign: return "columnalign";
    case Name::kOpen: return "open";
    case Name::kClose: return "close";
    case Name::kSeparators: return "separators";
    case Name::kNotation: return "notation";
    case Name::kEncoding: return "encoding";
  }
  return "";
}

namespace {

const ItemAttribute* Find(const ArticleTree& tree, ItemId id, Name name) {
  const Item& item = tree.items[id];
  if (item.tag == html::Tag::kUnknown) return nullptr;
  for (std::uint32_t i = item.data; i < item.data + item.count; ++i) {
    if (tree.attributes[i].name == name) return &tree.attributes[i];
  }
  return nullptr;
}

}  // namespace

std::string_view ArticleTree::AttributeOf(ItemId id, Name name) const {
  const ItemAttribute* attribute = Find(*this, id, name);
  return attribute == nullptr ? std::string_view() : At(attribute->value);
}

bool ArticleTree::HasAttribute(ItemId id, Name name) const { return Find(*this, id, name) != nullptr; }

}  // namespace pith::clean

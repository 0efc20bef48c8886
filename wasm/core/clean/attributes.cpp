#include "core/clean/attributes.h"

#include <algorithm>

#include "core/unicode/unicode.h"
#include "core/url/url.h"

namespace pith::clean {
namespace {

using html::Tag;
using parse::Document;
using parse::NodeId;

void Number(const Document& document, NodeId source, Name name, std::string_view usual, TreeBuilder& builder) {
  const std::string_view value = unicode::Trimmed(document.AttributeOf(source, NameOf(name)));
  const bool may_be_negative = name == Name::kStart || name == Name::kValue;
  const std::string_view digits = value.substr(may_be_negative && value.substr(0, 1) == "-" ? 1 : 0);
  constexpr std::size_t kDigits = 4;  // spans and starts beyond 9999 are broken or hostile
  if (digits.empty() || digits.size() > kDigits || value == usual) return;
  if (std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; })) builder.Attribute(name, value);
}

/// One of a few words that HTML has for an attribute.
void Word(const Document& document, NodeId source, Name name, std::initializer_list<std::string_view> words, TreeBuilder& builder) {
  const std::string_view value = unicode::Trimmed(document.AttributeOf(source, NameOf(name)));
  if (std::find(words.begin(), words.end(), value) != words.end()) builder.Attribute(name, value);
}

std::string_view ClassOf(Look look) {
  switch (look) {
    case Look::kPullquote: return "pull-quote";
    case Look::kNote: return "callout note";
    case Look::kTip: return "callout tip";
    case Look::kImportant: return "callout important";
    case Look::kWarning: return "callout warning";
    case Look::kCaution: return "callout caution";
    case Look::kEmbed: return "embed";
    case Look::kThreadPost: return "thread-post";
    default: return {};
  }
}

}  // namespace

void CopyAttributes(const Document& document, NodeId source, Tag tag, Look look, std::string_view base, TreeBuilder& builder) {
  if (!ClassOf(look).empty()) builder.Attribute(Name::kClass, ClassOf(look));
  switch (tag) {
    case Tag::kTh: Word(document, source, Name::kScope, {"row", "col", "rowgroup", "colgroup"}, builder); [[fallthrough]];
    case Tag::kTd:
      Number(document, source, Name::kColspan, "1", builder);
      Number(document, source, Name::kRowspan, "1", builder);
      break;
    case Tag::kOl:
      Number(document, source, Name::kStart, document.HasAttribute(source, "reversed") ? "" : "1", builder);
      Word(document, source, Name::kType, {"a", "A", "i", "I"}, builder);
      if (document.HasAttribute(source, "reversed")) builder.Attribute(Name::kReversed, "");
      break;
    case Tag::kLi: Number(document, source, Name::kValue, "", builder); break;
    case Tag::kBlockquote: {
      constexpr std::size_t kLongest = 2000;  // bytes
      const std::string_view cite = document.AttributeOf(source, "cite");
      const std::string address = cite.empty() || cite.size() > kLongest ? std::string() : url::Resolve(base, cite);
      if (url::IsWeb(address)) builder.Attribute(Name::kCite, address);
      break;
    }
    default: break;
  }
}

}  // namespace pith::clean

#include "core/clean/code.h"

#include <algorithm>

#include "core/clean/looks.h"
#include "core/unicode/unicode.h"

namespace pith::clean {
namespace {

using html::Tag;
using parse::Document;
using parse::kNoNode;
using parse::NodeId;

bool StartsWith(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

/// A name that may stand for a language; empty for those that say that there is none.
std::string Language(std::string_view name) {
  constexpr std::size_t kLongest = 30;  // bytes
  if (name.empty() || name.size() > kLongest) return {};
  std::string lowered(name);
  std::transform(lowered.begin(), lowered.end(), lowered.begin(), unicode::AsciiLower);
  for (const std::string_view none : {"none", "plain", "plaintext", "text", "txt", "nohighlight", "undefined", "null", "auto", "default"}) {
    if (lowered == none) return {};
  }
  const bool fits = std::all_of(lowered.begin(), lowered.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '#' || c == '-' || c == '_' || c == '.';
  });
  return fits ? lowered : std::string();
}

/// @param is_code whether the element is the code itself, where a bare "python" can only mean the language
std::string LanguageOfClasses(std::string_view value, bool is_code) {
  std::string language, bare;
  bool highlighter = is_code, brush = false;
  EachClass(value, [&](std::string_view name) {
    if (!language.empty()) return;
    for (const std::string_view prefix : {"language-", "lang-", "highlight-source-", "brush:"}) {
      if (StartsWith(name, prefix) && name.size() > prefix.size()) language = Language(name.substr(prefix.size(), name.find(';') - prefix.size()));
    }
    if (brush) language = Language(name.substr(0, name.find(';')));
    brush = name == "brush:";
    if (StartsWith(name, "highlight-") && LookOf(name.substr(10)) == Look::kLanguage) language = Language(name.substr(10));
    const Look look = LookOf(name);
    if (look == Look::kHighlighter) highlighter = true;
    if (look == Look::kLanguage && bare.empty()) bare = Language(name);
  });
  return !language.empty() ? language : highlighter ? bare : std::string();
}

std::string LanguageAt(const Document& document, NodeId id, bool is_code) {
  for (const std::string_view name : {"data-lang", "data-language", "data-code-language"}) {
    const std::string language = Language(unicode::Trimmed(document.AttributeOf(id, name)));
    if (!language.empty()) return language;
  }
  std::string language = LanguageOfClasses(document.AttributeOf(id, "class"), is_code);
  if (language.empty() && is_code && LookOf(document.AttributeOf(id, "lang")) == Look::kLanguage) language = Language(document.AttributeOf(id, "lang"));
  return language;
}

}  // namespace

std::string LanguageOf(const Document& document, NodeId pre) {
  constexpr NodeId kNear = 8;       // nodes into the block, where its `<code>` begins if it has one
  constexpr int kWrappers = 6;      // a gutter's table stands between the code and what names its language
  constexpr NodeId kWrapping = 80;  // nodes that wrappers, gutter and buttons add
  std::string language = LanguageAt(document, pre, true);
  const NodeId end = document.nodes[pre].end;
  for (NodeId id = pre + 1; language.empty() && id < std::min(end, pre + kNear); ++id) {
    if (document.nodes[id].tag == Tag::kCode) language = LanguageAt(document, id, true);
  }
  const NodeId largest = (end - pre) * 2 + kWrapping;
  NodeId around = document.nodes[pre].parent;
  for (int i = 0;
       i < kWrappers && language.empty() && around != kNoNode && document.nodes[around].end - around <= largest && document.nodes[around].tag != Tag::kBody;
       ++i) {
    language = LanguageAt(document, around, false);
    around = document.nodes[around].parent;
  }
  return language;
}

bool IsGutter(const Document& document, NodeId element) {
  if ((LooksOf(document, element) & Bit(Look::kGutter)) == 0) return false;
  std::size_t left = 20'000;  // characters: no gutter of a page that is read is longer
  for (NodeId id = element + 1; id < document.nodes[element].end; ++id) {
    if (!document.IsText(id)) continue;
    for (const char c : document.TextOf(id)) {
      const bool numbers = (c >= '0' && c <= '9') || unicode::IsAsciiSpace(c) || c == '.' || c == ':' || c == '|';
      if (!numbers || --left == 0) return false;
    }
  }
  return true;
}

bool CountsLines(std::string_view text) {
  std::uint32_t count = 0, last = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::uint32_t number = 0;
    const std::size_t start = at;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9' && at - start < 7) number = number * 10 + static_cast<std::uint32_t>(text[at++] - '0');
    if (at == start || (count > 0 && number != last + 1)) return false;
    last = number;
    ++count;
    while (at < text.size() && unicode::IsAsciiSpace(text[at])) ++at;
  }
  return count > 1;
}

}  // namespace pith::clean

#include "core/readable/readable.h"

#include <algorithm>
#include <cstdint>

#include "core/scan/raw_text.h"
#include "core/scan/tag_reader.h"
#include "core/unicode/unicode.h"

namespace pith::readable {
namespace {

using html::Tag;

// In characters; one of a script without spaces says as much as several letters. Tuned on WCXB's development pages.
constexpr std::uint32_t kUnspacedWeight = 3;
constexpr std::uint32_t kShortestLine = 100;
constexpr std::uint32_t kEnough = 700;

class Prose {
 public:
  /// Takes text of the line.
  void Add(std::string_view text, bool link) {
    std::uint32_t weight = 0;
    bool space = false;
    for (std::size_t at = 0; at < text.size();) {
      const unicode::Decoded next = unicode::Decode(text, at);
      at += next.size;
      const bool is_space = unicode::ClassOf(next.code_point) == unicode::CharClass::kSpace;
      if (!is_space || !space) weight += unicode::IsWordByItself(next.code_point) ? kUnspacedWeight : 1;
      space = is_space;
    }
    line_ += weight;
    if (link) links_ += weight;
  }

  void EndLine() {
    if (line_ >= kShortestLine && links_ * 3 < line_) prose_ += line_;
    line_ = links_ = 0;
  }

  [[nodiscard]] bool Enough() const { return prose_ >= kEnough; }

 private:
  std::uint64_t line_ = 0, links_ = 0, prose_ = 0;
};

bool BeginsTag(std::string_view html, std::size_t at) {
  const std::size_t name = at + (at + 1 < html.size() && html[at + 1] == '/' ? 2 : 1);
  const char c = name < html.size() ? unicode::AsciiLower(html[name]) : '\0';
  return c >= 'a' && c <= 'z';
}

/// One past a comment, a doctype and the like.
std::size_t EndOfDeclaration(std::string_view html, std::size_t at) {
  if (html.substr(at, 4) == "<!--") return scan::EndOfComment(html, at);
  const std::size_t close = html.find('>', at);
  return close == std::string_view::npos ? html.size() : close + 1;
}

/// Parts of the page that are never the article's.
bool IsAround(Tag tag) { return tag == Tag::kNav || tag == Tag::kFooter; }

bool HtmlHasProse(std::string_view html) {
  Prose prose;
  bool link = false, around = false;
  for (std::size_t at = 0; at < html.size() && !prose.Enough();) {
    if (html[at] != '<' || (at + 1 < html.size() && html[at + 1] != '!' && html[at + 1] != '?' && !BeginsTag(html, at))) {
      const std::size_t end = std::min(html.find('<', at + 1), html.size());
      if (!around) prose.Add(html.substr(at, end - at), link);
      at = end;
      continue;
    }
    if (!BeginsTag(html, at)) {
      at = EndOfDeclaration(html, at);
      continue;
    }
    const scan::TagToken tag = scan::ReadTag(html, at);
    if (tag.end == 0) break;
    at = tag.end;
    if (tag.tag == Tag::kA) link = !tag.is_end;
    if (IsAround(tag.tag)) around = !tag.is_end;
    if (html::IsBlock(tag.tag) || tag.tag == Tag::kBr) prose.EndLine();
    if (!tag.is_end && html::IsRawText(tag.tag)) at = scan::ReadRawText(html, at, tag.tag).end;
  }
  prose.EndLine();
  return prose.Enough();
}

}  // namespace

bool HasProse(std::string_view text, bool plain) {
  if (!plain) return HtmlHasProse(text);
  Prose prose;
  for (std::size_t at = 0; at < text.size() && !prose.Enough();) {
    const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
    prose.Add(text.substr(at, end - at), false);
    prose.EndLine();
    at = end + 1;
  }
  return prose.Enough();
}

}  // namespace pith::readable

#include "core/decode/meta_charset.h"

#include <cstddef>
#include <string>

#include "core/html/tag.h"
#include "core/scan/raw_text.h"
#include "core/scan/tag_reader.h"
#include "core/unicode/unicode.h"

namespace pith::decode {
namespace {

constexpr std::size_t kPrescan = 1024;  // bytes, from the standard

using html::Tag;
using unicode::AsciiLower;
using unicode::IsAsciiSpace;

bool IsNameEnd(char c) { return IsAsciiSpace(c) || c == '/' || c == '>'; }

/// A tag's attributes, read one by one.
struct AttributeReader {
  std::string_view bytes;
  std::size_t at;
  std::string_view name;
  std::string_view value;

  bool Next() {
    while (at < bytes.size() && (IsAsciiSpace(bytes[at]) || bytes[at] == '/')) ++at;
    if (at >= bytes.size() || bytes[at] == '>') return false;
    const std::size_t start = at;
    while (at < bytes.size() && !IsNameEnd(bytes[at]) && (bytes[at] != '=' || at == start)) ++at;
    name = bytes.substr(start, at - start);
    value = {};
    while (at < bytes.size() && IsAsciiSpace(bytes[at])) ++at;
    if (at >= bytes.size() || bytes[at] != '=') return true;
    ++at;
    while (at < bytes.size() && IsAsciiSpace(bytes[at])) ++at;
    if (at >= bytes.size()) return true;
    if (bytes[at] == '"' || bytes[at] == '\'') {
      const std::size_t end = bytes.find(bytes[at], at + 1);
      if (end == std::string_view::npos) return at = bytes.size(), true;
      value = bytes.substr(at + 1, end - at - 1);
      at = end + 1;
    } else {
      const std::size_t value_start = at;
      while (at < bytes.size() && !IsAsciiSpace(bytes[at]) && bytes[at] != '>') ++at;
      value = bytes.substr(value_start, at - value_start);
    }
    return true;
  }
};

/// The label in a value such as `text/html; charset=utf-8`.
std::string_view CharsetIn(std::string_view content) {
  std::string lowered;
  for (const char c : content) lowered += AsciiLower(c);
  for (std::size_t at = 0; (at = lowered.find("charset", at)) != std::string::npos;) {
    at += 7;
    while (at < content.size() && IsAsciiSpace(content[at])) ++at;
    if (at >= content.size() || content[at] != '=') continue;
    ++at;
    while (at < content.size() && IsAsciiSpace(content[at])) ++at;
    if (at >= content.size()) return {};
    if (content[at] == '"' || content[at] == '\'') {
      const std::size_t end = content.find(content[at], at + 1);
      return end == std::string_view::npos ? std::string_view() : content.substr(at + 1, end - at - 1);
    }
    std::size_t end = at;
    while (end < content.size() && !IsAsciiSpace(content[end]) && content[end] != ';') ++end;
    return content.substr(at, end - at);
  }
  return {};
}

/// The label that one `<meta …>` declares; `at` stands behind the tag's name.
std::string_view LabelOfMeta(std::string_view bytes, std::size_t at) {
  AttributeReader attribute{bytes, at, {}, {}};
  std::string_view label, from_content;
  bool is_content_type = false;
  while (attribute.Next()) {
    if (unicode::EqualsIgnoringAsciiCase(attribute.name, "charset") && label.empty()) label = attribute.value;
    if (unicode::EqualsIgnoringAsciiCase(attribute.name, "http-equiv")) is_content_type = unicode::EqualsIgnoringAsciiCase(attribute.value, "content-type");
    if (unicode::EqualsIgnoringAsciiCase(attribute.name, "content") && from_content.empty()) from_content = CharsetIn(attribute.value);
  }
  return !label.empty() ? label : is_content_type ? from_content : std::string_view();
}

/// The label in an XML declaration, which a page can begin with (WHATWG HTML, "get an XML encoding").
std::string_view LabelOfXmlDeclaration(std::string_view bytes) {
  constexpr std::string_view kBegin = "<?xml";
  if (bytes.substr(0, kBegin.size()) != kBegin) return {};
  AttributeReader attribute{bytes, kBegin.size(), {}, {}};
  while (attribute.Next()) {
    if (attribute.name == "encoding") return attribute.value;
  }
  return {};
}

/// Whether a tag leaves a page's head open.
bool StandsInHead(const scan::TagToken& tag) {
  switch (tag.tag) {
    case Tag::kHtml:
    case Tag::kHead: return !tag.is_end;
    case Tag::kBase:
    case Tag::kLink:
    case Tag::kMeta:
    case Tag::kNoscript:
    case Tag::kObject:
    case Tag::kScript:
    case Tag::kStyle:
    case Tag::kTitle: return true;
    default: return false;
  }
}

}  // namespace

std::string_view MetaCharset(std::string_view bytes) {
  bool in_head = true;
  for (std::size_t at = 0; (at = bytes.find('<', at)) != std::string_view::npos && (in_head || at < kPrescan);) {
    const std::size_t name = at + (bytes.substr(at + 1, 1) == "/" ? 2 : 1);
    if (bytes.substr(at, 4) == "<!--") {
      at = scan::EndOfComment(bytes, at);
    } else if (name >= bytes.size() || !unicode::IsAsciiLetter(bytes[name])) {
      ++at;
    } else {
      const scan::TagToken tag = scan::ReadTag(bytes, at);
      if (tag.end == 0) break;
      if (tag.tag == Tag::kMeta && !tag.is_end) {
        const std::string_view label = LabelOfMeta(bytes.substr(0, tag.end), at + 5);
        if (!label.empty()) return label;
      }
      in_head = in_head && StandsInHead(tag);
      const bool opens_raw_text = html::IsRawText(tag.tag) && !tag.is_end && !tag.self_closing;
      at = opens_raw_text ? scan::ReadRawText(bytes, tag.end, tag.tag).end : tag.end;
    }
  }
  return LabelOfXmlDeclaration(bytes.substr(0, kPrescan));
}

}  // namespace pith::decode

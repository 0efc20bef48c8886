#include "core/scan/tag_reader.h"

#include <algorithm>

#include "core/unicode/eight_bytes.h"
#include "core/unicode/unicode.h"

namespace pith::scan {
namespace {

using unicode::AsciiLower;
using unicode::IsAsciiSpace;

html::Tag LowerCasedTag(std::string_view name) {
  char lowered[16];
  if (name.size() > sizeof lowered) return html::Tag::kUnknown;
  std::transform(name.begin(), name.end(), lowered, AsciiLower);
  return html::FromName({lowered, name.size()});
}

/// The position behind an attribute value that starts at `at`; npos where the page ends inside it.
std::size_t EndOfValue(std::string_view html, std::size_t at) {
  if (html[at] == '"' || html[at] == '\'') {
    const std::size_t close = unicode::FindNear(html, at + 1, html[at]);
    return close == html.size() ? std::string_view::npos : close + 1;
  }
  while (at < html.size() && !IsAsciiSpace(html[at]) && html[at] != '>') ++at;
  return at;
}

}  // namespace

TagToken ReadTag(std::string_view html, std::size_t at) {
  TagToken token;
  token.begin = at;
  token.is_end = html[at + 1] == '/';
  at += token.is_end ? 2 : 1;
  if (token.is_end && (at >= html.size() || AsciiLower(html[at]) < 'a' || AsciiLower(html[at]) > 'z')) {
    const std::size_t close = html.find('>', at);  // a bogus comment
    token.end = close == std::string_view::npos ? 0 : close + 1;
    return token;
  }
  const std::size_t name = at;
  while (at < html.size() && !IsAsciiSpace(html[at]) && html[at] != '/' && html[at] != '>') ++at;
  token.tag = LowerCasedTag(html.substr(name, at - name));
  while (at < html.size()) {
    token.self_closing = false;
    while (at < html.size() && (IsAsciiSpace(html[at]) || html[at] == '/')) {
      token.self_closing = html[at] == '/';
      ++at;
    }
    if (at >= html.size()) return token;
    if (html[at] == '>') {
      token.end = at + 1;
      return token;
    }
    ++token.attributes;
    ++at;  // an attribute's name may begin with '='
    while (at < html.size() && !IsAsciiSpace(html[at]) && html[at] != '/' && html[at] != '>' && html[at] != '=') ++at;
    while (at < html.size() && IsAsciiSpace(html[at])) ++at;
    if (at >= html.size() || html[at] != '=') continue;
    ++at;
    while (at < html.size() && IsAsciiSpace(html[at])) ++at;
    if (at >= html.size()) return token;
    if (html[at] == '>') continue;
    at = EndOfValue(html, at);
    if (at == std::string_view::npos) return token;
  }
  return token;
}

}  // namespace pith::scan

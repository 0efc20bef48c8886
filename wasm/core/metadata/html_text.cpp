#include "core/metadata/html_text.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <iterator>

#include "core/unicode/unicode.h"

namespace pith::metadata {
namespace {

std::string Unescaped(std::string_view text) {
  struct Named {
    std::string_view name;
    char character;
  };
  constexpr Named kNamed[] = {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}, {"nbsp", ' '}};
  constexpr std::size_t kLongest = 8;  // of a reference's name or number
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t size = text[at] == '&' ? text.substr(at, kLongest + 2).find(';') : std::string_view::npos;
    if (size == std::string_view::npos || size == 1) {
      plain += text[at];
      continue;
    }
    const std::string_view name = text.substr(at + 1, size - 1);
    const auto* named = std::find_if(std::begin(kNamed), std::end(kNamed), [&](const Named& entry) { return entry.name == name; });
    if (named != std::end(kNamed)) {
      plain += named->character;
    } else if (name[0] == '#' && name.size() > 1) {
      const bool hex = name[1] == 'x' || name[1] == 'X';
      unicode::Append(plain, static_cast<char32_t>(std::strtoul(std::string(name.substr(hex ? 2 : 1)).c_str(), nullptr, hex ? 16 : 10)));
    } else {
      plain += text[at];
      continue;
    }
    at += size;
  }
  return plain;
}

/// Without U+00AD, U+200B and U+FEFF.
void RemoveInvisible(std::string& text) {
  for (const std::string_view invisible : {"\u00AD", "\u200B", "\uFEFF"}) {
    std::size_t from = text.find(invisible);
    if (from == std::string::npos) continue;
    std::string rest;
    std::size_t copied = 0;
    for (; from != std::string::npos; from = text.find(invisible, copied)) {
      rest.append(text, copied, from - copied);
      copied = from + invisible.size();
    }
    text = rest.append(text, copied, std::string::npos);
  }
}

}  // namespace

std::string_view Clipped(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
  return text.substr(0, most);
}

std::string Plain(std::string_view text) {
  std::string plain = text.find('&') == std::string_view::npos ? std::string(text) : Unescaped(text);
  RemoveInvisible(plain);
  unicode::BlankControls(plain);
  return unicode::Collapsed(plain);
}

}  // namespace pith::metadata

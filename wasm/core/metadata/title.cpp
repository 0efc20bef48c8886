#include "core/metadata/title.h"

#include <algorithm>

#include "core/unicode/unicode.h"

namespace pith::metadata {
namespace {

/// Separators between a headline and a site's name, with the spaces that tell them from hyphens.
constexpr std::string_view kSeparators[] = {" | ", " - ", " – ", " — ", " :: ", " · ", " • ", " » ", " « ", " / ", " > ", " ‹ ", " ― "};

std::size_t Words(std::string_view text) { return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1; }

}  // namespace

std::string WithoutSiteName(std::string_view title, std::string_view site_name) {
  const std::string site = Essence(site_name);
  std::string_view rest = unicode::Trimmed(title);
  // A title may end in several such parts ("Headline - Section - Site"), of which only site-like ones go.
  for (int round = 0; round < 3; ++round) {
    std::size_t at = std::string_view::npos, size = 0;
    for (const std::string_view separator : kSeparators) {
      const std::size_t found = rest.rfind(separator);
      if (found != std::string_view::npos && (at == std::string_view::npos || found > at)) {
        at = found;
        size = separator.size();
      }
    }
    if (at == std::string_view::npos) break;
    const std::string_view head = unicode::Trimmed(rest.substr(0, at)), tail = unicode::Trimmed(rest.substr(at + size));
    const std::string tail_essence = Essence(tail);
    const bool known = !site.empty() && (tail_essence == site || (tail_essence.size() > 3 && site.find(tail_essence) != std::string::npos));
    const bool looks_like_name = round == 0 && Words(tail) <= 4 && Words(head) >= 3 && Words(head) > Words(tail);
    if (!known && !looks_like_name) break;
    if (head.empty()) break;
    rest = head;
    if (known) break;
  }
  if (!site.empty()) {
    for (const std::string_view separator : kSeparators) {
      const std::size_t found = rest.find(separator);
      if (found != std::string_view::npos && Essence(rest.substr(0, found)) == site) {
        rest = unicode::Trimmed(rest.substr(found + separator.size()));
        break;
      }
    }
  }
  return std::string(rest);
}

std::string Essence(std::string_view text) {
  std::string essence;
  for (std::size_t at = 0; at < text.size();) {
    const unicode::Decoded next = unicode::Decode(text, at);
    const unicode::CharClass char_class = unicode::ClassOf(next.code_point);
    if (char_class == unicode::CharClass::kLetter || char_class == unicode::CharClass::kNumber) unicode::Append(essence, unicode::ToLower(next.code_point));
    at += next.size;
  }
  return essence;
}

}  // namespace pith::metadata

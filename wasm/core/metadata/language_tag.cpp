#include "core/metadata/language_tag.h"

#include <algorithm>

namespace pith::metadata {

bool IsLanguageTag(std::string_view tag) {
  constexpr std::size_t kLongest = 35;
  if (tag.size() > kLongest || PrimaryLanguage(tag).size() < 2) return false;
  char before = 0;
  bool primary = true;
  for (const char c : tag) {
    const bool parts = c == '-' || c == '_', digit = c >= '0' && c <= '9';
    if (parts ? before == '-' : !unicode::IsAsciiLetter(c) && (primary || !digit)) return false;
    primary = primary && !parts;
    before = parts ? '-' : c;
  }
  return before != '-';
}

std::string LanguageTag(std::string_view written) {
  if (!IsLanguageTag(written)) return {};
  std::string tag(written);
  std::replace(tag.begin(), tag.end(), '_', '-');
  return tag;
}

}  // namespace pith::metadata

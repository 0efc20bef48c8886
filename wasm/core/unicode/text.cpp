#include "core/unicode/unicode.h"

namespace pith::unicode {

std::string Lowered(std::string_view text) {
  std::string lowered;
  lowered.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = Decode(text, at);
    Append(lowered, ToLower(next.code_point));
    at += next.size;
  }
  return lowered;
}

bool EqualsIgnoringAsciiCase(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (AsciiLower(a[i]) != AsciiLower(b[i])) return false;
  }
  return true;
}

std::string_view Trimmed(std::string_view text) {
  while (!text.empty() && IsAsciiSpace(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsAsciiSpace(text.back())) text.remove_suffix(1);
  return text;
}

std::string Collapsed(std::string_view text) {
  std::string collapsed;
  collapsed.reserve(text.size());
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = Decode(text, at);
    if (ClassOf(next.code_point) == CharClass::kSpace) {
      space = !collapsed.empty();
    } else {
      if (space) collapsed += ' ';
      space = false;
      collapsed.append(text.substr(at, next.size));
    }
    at += next.size;
  }
  return collapsed;
}

}  // namespace pith::unicode

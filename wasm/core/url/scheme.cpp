#include "core/url/scheme.h"

namespace pith::url {
namespace {

bool IsAlpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsSchemeChar(char c) { return IsAlpha(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'; }

}  // namespace

std::size_t SchemeLength(std::string_view text) {
  if (text.empty() || !IsAlpha(text[0])) return 0;
  std::size_t at = 1;
  while (at < text.size() && IsSchemeChar(text[at])) ++at;
  return at < text.size() && text[at] == ':' ? at : 0;
}

}  // namespace pith::url

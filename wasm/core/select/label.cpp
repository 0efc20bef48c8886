#include "core/select/label.h"

#include <algorithm>

#include "core/select/line.h"
#include "core/unicode/unicode.h"

namespace pith::select {
namespace {

using phrases::Class;

/// Whether what follows such a label on the same line is the site's: "Related: …", "Continue reading: …", "Next story: …". One word of a menu ("Contact: …",
/// "Menu: …") begins an author's lines as well.
bool Announces(const phrases::Hits& hits) {
  if (!hits.whole) return false;
  switch (hits.best) {
    case Class::kRelated:
    case Class::kTrending: return true;
    case Class::kSignup:
    case Class::kNewsletter:
    case Class::kApp:
    case Class::kLive:
    case Class::kShare:
    case Class::kNav: return hits.longest > 1;
    default: return false;
  }
}

/// Signs between what a line is and what it says: "Read also: …", "[Related] …", "See also » …".
bool EndsLabel(char32_t c) { return c == ':' || c == ']' || c == '|' || c == 0xBB || c == 0xFF1A || c == 0x3011 || (c >= 0x2012 && c <= 0x2015); }

}  // namespace

bool IsLabelledHeadline(std::string_view line) {
  constexpr std::size_t kLabel = 60;  // bytes
  for (std::size_t at = 0; at < std::min(line.size(), kLabel);) {
    const unicode::Decoded next = unicode::Decode(line, at);
    const bool dash = next.code_point == '-' && at > 0 && line[at - 1] == ' ';
    if (at > 0 && (dash || EndsLabel(next.code_point))) {
      return Announces(phrases::Match(phrases::Cut(line.substr(0, at), kLabel))) && !EndsStatement(LastOf(line));
    }
    at += next.size;
  }
  return false;
}

}  // namespace pith::select

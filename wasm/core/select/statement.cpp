#include "core/select/statement.h"

#include <cstddef>

#include "core/unicode/unicode.h"

namespace pith::select {

char32_t LastOf(std::string_view text) {
  constexpr std::u32string_view kClosing = U" \"')*\u2019\u201D\u00BB\u203A\u300D\u300F\uFF09";
  bool note = false;  // between brackets
  for (std::size_t at = text.size(); at > 0;) {
    --at;
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) continue;
    const char32_t c = unicode::Decode(text, at).code_point;
    if (c == ']') {
      note = true;
    } else if (note) {
      note = c != '[';
    } else if (kClosing.find(c) == std::u32string_view::npos) {
      return c;
    }
  }
  return 0;
}

bool EndsStatement(std::string_view text) {
  const char32_t c = LastOf(text);
  return unicode::EndsSentence(c) && c != '?' && c != '!' && c != 0xFF1F && c != 0xFF01 && c != 0x061F;
}

}  // namespace pith::select

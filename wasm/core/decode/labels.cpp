#include <string>

#include "core/decode/decode.h"
#include "core/unicode/unicode.h"

namespace pith::decode {
namespace {

/// Each line a label, a tab and its name: as one text it is a quarter of what a table of views of them would be.
constexpr std::string_view kLabels =
    "\n"
#define PITH_LABEL(label, name) label "\t" name "\n"
#include "core/decode/labels.def"
#undef PITH_LABEL
    ;

}  // namespace

std::string_view NameOfLabel(std::string_view label) {
  label = unicode::Trimmed(label);
  if (unicode::EqualsIgnoringAsciiCase(label, "UTF-8")) return "UTF-8";  // nearly all pages
  std::string line = "\n";
  for (const char c : label) line += unicode::AsciiLower(c);
  line += '\t';
  const std::size_t at = kLabels.find(line);
  if (at == std::string_view::npos || line.find_first_of("\n\t", 1) != line.size() - 1) return {};
  const std::size_t name = at + line.size();
  return kLabels.substr(name, kLabels.find('\n', name) - name);
}

}  // namespace pith::decode

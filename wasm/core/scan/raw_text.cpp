#include "core/scan/raw_text.h"

#include "core/unicode/unicode.h"

namespace pith::scan {
namespace {

/// Whether `name` stands at `at`, in any case, as a whole tag name.
bool NameAt(std::string_view html, std::size_t at, std::string_view name) {
  if (at + name.size() >= html.size()) return false;
  const char after = html[at + name.size()];
  return (unicode::IsAsciiSpace(after) || after == '/' || after == '>') && unicode::EqualsIgnoringAsciiCase(html.substr(at, name.size()), name);
}

/// The next `<`, or a dash where those count; not find_first_of(), which asks memchr() about every character.
std::size_t NextOf(std::string_view html, std::size_t at, bool dashes) {
  if (!dashes) return html.find('<', at);
  while (at < html.size() && html[at] != '<' && html[at] != '-') ++at;
  return at < html.size() ? at : std::string_view::npos;
}

RawBody ReadScript(std::string_view html, std::size_t at) {
  bool escaped = false, doubly = false;
  for (; at < html.size(); ++at) {
    at = NextOf(html, at, escaped);
    if (at == std::string_view::npos) break;
    if (html[at] == '-') {
      if (html.substr(at, 3) == "-->") escaped = doubly = false;
    } else if (!escaped && html.substr(at, 4) == "<!--") {
      escaped = true;
      at += 1;  // `<!-->` closes at once: its dashes are looked at again
    } else if (NameAt(html, at + 1, "/script")) {
      if (!doubly) return {at};
      doubly = false;
    } else if (escaped && NameAt(html, at + 1, "script")) {
      doubly = true;
    }
  }
  return {html.size()};
}

}  // namespace

RawBody ReadRawText(std::string_view html, std::size_t at, html::Tag tag) {
  if (tag == html::Tag::kScript) return ReadScript(html, at);
  const std::string_view name = html::NameOf(tag);
  for (; (at = html.find("</", at)) != std::string_view::npos; at += 2) {
    if (NameAt(html, at + 2, name)) return {at};
  }
  return {html.size()};
}

std::size_t EndOfComment(std::string_view html, std::size_t at) {
  if (html.substr(at, 5) == "<!-->") return at + 5;
  if (html.substr(at, 6) == "<!--->") return at + 6;
  for (at += 4; (at = html.find("--", at)) != std::string_view::npos; ++at) {
    if (html.substr(at, 3) == "-->") return at + 3;
    if (html.substr(at, 4) == "--!>") return at + 4;
  }
  return html.size();
}

}  // namespace pith::scan

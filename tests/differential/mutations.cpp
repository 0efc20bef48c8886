#include "differential/mutations.h"

#include <algorithm>

#include "unit/support/gumbo_trees.h"

namespace pith::testing {
namespace {

using std::string_view;
using namespace std::string_view_literals;

constexpr string_view kNames[] = {
    // blocks, formatting, lists
    "div", "p", "span", "a", "b", "i", "em", "strong", "font", "nobr", "code", "u", "li", "ul", "ol", "dd", "dt", "dl", "h1", "h2", "section", "article",
    "address", "center", "pre", "listing", "blockquote",
    // tables and forms
    "table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption", "colgroup", "col", "form", "button", "select", "option", "optgroup", "input", "textarea",
    "label", "isindex", "keygen",
    // foreign content and its way back
    "svg", "math", "mi", "mo", "mtext", "annotation-xml", "foreignObject", "desc", "title", "path", "clipPath", "feBlend", "malignmark", "mglyph", "image",
    // raw text and the page itself
    "script", "style", "xmp", "iframe", "noembed", "noframes", "plaintext", "noscript", "html", "head", "body", "frameset", "frame", "template", "base", "meta",
    "link",
    // void and other elements
    "br", "hr", "img", "wbr", "embed", "area", "param", "source", "track", "object", "applet", "marquee", "ruby", "rb", "rt", "rp", "rtc", "main", "details",
    "summary", "menuitem", "x-card", "picture"};

constexpr string_view kAttributes[] = {"class", "id",    "href",   "CLASS", "style", "xlink:href", "xml:lang", "xmlns",  "viewbox", "definitionurl", "encoding",
                                       "type",  "color", "data-x", "é",     "a\"b",  "=",          "on",       "prompt", "action",  "name"};
constexpr string_view kValues[] = {
    "", "a", "text/html", "hidden", "a b  c", "/p?a=1&copy=2&amp;b", "x&y;", "é&nbsp;日本", "a\r\nb\rc", "a\tb", "`", "<b>", "http://www.w3.org/2000/svg"};
constexpr string_view kReferences[] = {"&amp;",  "&lt;",     "&nbsp;",     "&nbsp",      "&copy", "&notit;", "&notin;", "&nGt;", "&xyz;",
                                       "&",      "&;",       "&#",         "&#x",        "&#65;", "&#x41",   "&#0;",    "&#13;", "&#10;",
                                       "&#128;", "&#xD800;", "&#x10FFFF;", "&#x110000;", "&#32;", "&\r\n",   "&\xC3"};
constexpr string_view kTexts[] = {"word", " ", "\n", "\r\n", "\r", "\t", "\f", "a b", "\0"sv, "\v", "\x7F", "<", ">", "</", "<3", "é", "\xC2\x80", "\xC2\xA0",
                                  "日本語", "😀", "\xEF\xBF\xBE", "\xEF\xB7\x90", "\xEF\xBB\xBF", "<\r", "a\rb",
                                  // broken UTF-8: alone, cut short, too long, surrogates, beyond the last
                                  "\x80", "\xC3", "\xE6\x97", "\xF0\x9F\x98", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xFF"};
constexpr string_view kMarkup[] = {"<!-- x -->",
                                   "<!-->",
                                   "<!--->",
                                   "<!-- a--b --!>",
                                   "<!--\0-->"sv,
                                   "<!x>",
                                   "<?x?>",
                                   "</>",
                                   "</ p>",
                                   "</3>",
                                   "<![CDATA[a<b>&amp;]]>",
                                   "<![CDATA[",
                                   "]]>",
                                   "<!DOCTYPE html>",
                                   "<!doctype html public \"-//W3C//DTD HTML 4.01//EN\">",
                                   "<!-- <p>",
                                   "<a b='",
                                   "<p\0q>"sv,
                                   "</p\r\n>",
                                   "<br/ >"};
constexpr string_view kScripts[] = {"if (a<b) c", "<!--", "-->", "<script>", "</script", "</scripted>", "<!-- <script> </script> -->"};
constexpr char kNasty[] = "<>/=&\"'!-?\r\n\t\f\0 ;#xX\x80\xC3\xE3\xF0[]abAB0";

std::string Spaces(std::size_t choice) {
  constexpr string_view kSpaces[] = {" ", "\n", "\r\n", "\t", "  ", "\f", "\r", "/", " / "};
  return std::string(kSpaces[choice % std::size(kSpaces)]);
}

}  // namespace

std::string Mutations::Name() {
  std::string name = One(kNames);
  constexpr string_view kForeign[] = {"svg", "math", "select", "frameset", "plaintext"};
  while (!foreign_ && std::find(std::begin(kForeign), std::end(kForeign), name) != std::end(kForeign)) name = One(kNames);
  if (Chance(12)) std::transform(name.begin(), name.end(), name.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return name;
}

std::string Mutations::Reference() { return One(kReferences); }

std::string Mutations::Attribute() {
  std::string attribute = Spaces(Chance(3) ? Any(9) : 0) + One(kAttributes);
  if (Chance(5)) return attribute;
  attribute += Chance(8) ? " = " : "=";
  const std::string value = Chance(4) ? Reference() + One(kValues) : One(kValues);
  switch (Any(8)) {
    case 0: return attribute + value;  // may hold what ends it
    case 1: return attribute + "'" + value;
    case 2:
    case 3: return attribute + "'" + value + "'";
    default: return attribute + '"' + value + '"';
  }
}

std::string Mutations::Text() {
  std::string text;
  for (std::size_t i = 0, size = 1 + Any(4); i < size; ++i) text += Chance(4) ? Reference() : One(kTexts);
  return text;
}

std::string Mutations::Piece() {
  switch (Any(12)) {
    case 0:
    case 1:
    case 2:
    case 3: {
      std::string tag = "<" + Name();
      for (std::size_t i = 0, size = Chance(2) ? 0 : Any(4); i < size; ++i) tag += Attribute();
      return tag + (Chance(15) ? "/>" : ">");
    }
    case 4:
    case 5:
    case 6: return "</" + Name() + (Chance(10) ? Attribute() : "") + ">";
    case 7: {
      constexpr string_view kRaw[] = {"script", "style", "title", "textarea", "xmp", "iframe"};
      const std::string name = One(kRaw);
      return "<" + name + ">" + (Chance(2) ? One(kScripts) : Text()) + (Chance(10) ? "" : "</" + name + ">");
    }
    case 8: return One(kMarkup);
    default: return Text();
  }
}

std::string Mutations::Soup() {
  std::string page = Chance(3) ? "" : Chance(4) ? "<table>" : "<!DOCTYPE html><body>";
  for (std::size_t i = 0, size = 2 + Any(60); i < size; ++i) page += Piece();
  return page;
}

std::string Mutations::Slice() {
  const std::string& page = pages_[Any(pages_.size())];
  const std::size_t size = std::min<std::size_t>(page.size(), 200 + Any(3000));
  return page.substr(Any(page.size() - size + 1), size);
}

void Mutations::Change(std::string& page) {
  if (page.empty()) return;
  const std::size_t at = Any(page.size());
  switch (Any(6)) {
    case 0: page.insert(at, One(kTexts)); break;
    case 1: page[at] = kNasty[Any(sizeof kNasty - 1)]; break;
    case 2: page.erase(at, 1 + Any(4)); break;
    case 3: page.insert(at, Reference()); break;
    case 4: page.insert(at, page.substr(Any(page.size()), Any(60))); break;
    default: page.insert(at, Piece());
  }
}

std::string Mutations::Next() {
  const bool made_up = pages_.empty() || Chance(2);
  std::string page = made_up ? Soup() : Slice();
  for (std::size_t i = 0, size = made_up ? Any(4) : 1 + Any(12); i < size; ++i) Change(page);
  return WithComparableNumbers(page);
}

}  // namespace pith::testing

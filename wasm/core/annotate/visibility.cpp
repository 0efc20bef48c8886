#include "core/annotate/visibility.h"

#include "core/unicode/unicode.h"

namespace pith::annotate {
namespace {

/// Whether a style attribute declares `property: value`, ignoring case and white space.
bool Declares(std::string_view style, std::string_view property, std::string_view value) {
  for (std::size_t at = 0; at < style.size();) {
    std::size_t end = style.find(';', at);
    if (end == std::string_view::npos) end = style.size();
    const std::string_view declaration = style.substr(at, end - at);
    const std::size_t colon = declaration.find(':');
    if (colon != std::string_view::npos && unicode::EqualsIgnoringAsciiCase(unicode::Trimmed(declaration.substr(0, colon)), property)) {
      const std::string_view given = unicode::Trimmed(declaration.substr(colon + 1));
      if (unicode::EqualsIgnoringAsciiCase(given.substr(0, value.size()), value)) return true;
    }
    at = end + 1;
  }
  return false;
}

}  // namespace

bool IsDeclaredHidden(const parse::Document& document, parse::NodeId id) {
  const parse::Node& node = document.nodes[id];
  for (std::uint32_t i = node.data; i < node.data + node.count; ++i) {
    const std::string_view name = document.At(document.attributes[i].name);
    const std::string_view value = document.At(document.attributes[i].value);
    if (name == kUnrendered) return true;
    if (name == "hidden" && !unicode::EqualsIgnoringAsciiCase(value, "until-found")) return true;  // that one people open, or find by a search
    if (name == "aria-hidden" && value == "true") return true;
    if (name == "style" && (Declares(value, "display", "none") || Declares(value, "visibility", "hidden"))) return true;
  }
  return false;
}

}  // namespace pith::annotate

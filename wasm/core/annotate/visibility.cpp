#include "core/annotate/visibility.h"

#include <algorithm>
#include <iterator>

#include "core/unicode/unicode.h"

namespace pith::annotate {
namespace {

/// Whether a style attribute declares a value that is accepted for a property, ignoring case and white space.
template <typename Accept>
bool DeclaresAny(std::string_view style, std::string_view property, Accept accept) {
  for (std::size_t at = 0; at < style.size();) {
    std::size_t end = style.find(';', at);
    if (end == std::string_view::npos) end = style.size();
    const std::string_view declaration = style.substr(at, end - at);
    const std::size_t colon = declaration.find(':');
    if (colon != std::string_view::npos && unicode::EqualsIgnoringAsciiCase(unicode::Trimmed(declaration.substr(0, colon)), property)) {
      if (accept(unicode::Trimmed(declaration.substr(colon + 1)))) return true;
    }
    at = end + 1;
  }
  return false;
}

/// Whether a style attribute declares `property: value`.
bool Declares(std::string_view style, std::string_view property, std::string_view value) {
  return DeclaresAny(style, property, [value](std::string_view given) { return unicode::EqualsIgnoringAsciiCase(given.substr(0, value.size()), value); });
}

/// Whether a length is fewer pixels than anything has that is there to be seen: "1", "0px", "1.0".
bool IsTiny(std::string_view length) {
  constexpr char kFewest = '3';  // pixels; beacons are 0 to 2 wide
  length = unicode::Trimmed(length);
  while (length.size() > 1 && length[0] == '0' && length[1] >= '0' && length[1] <= '9') length.remove_prefix(1);
  if (length.empty() || length[0] < '0' || length[0] >= kFewest) return false;
  const std::string_view unit = length.substr(std::min(length.find_first_not_of(".0123456789", 1), length.size()));
  const bool one_digit = length.size() == unit.size() + 1 || length[1] == '.';
  return one_digit && (unit.empty() || unicode::EqualsIgnoringAsciiCase(unit.substr(0, 2), "px"));
}

}  // namespace

bool IsDeclaredHidden(const parse::Document& document, parse::NodeId id) {
  return IsDeclaredInvisible(document, id) || document.AttributeOf(id, "aria-hidden") == "true";
}

bool IsDeclaredBlock(const parse::Document& document, parse::NodeId id) {
  return DeclaresAny(document.AttributeOf(id, "style"), "display", [](std::string_view value) {
    constexpr std::string_view kBlocks[] = {"block", "flex", "grid", "list-item"};
    return std::any_of(std::begin(kBlocks), std::end(kBlocks),
                       [value](std::string_view block) { return unicode::EqualsIgnoringAsciiCase(value.substr(0, block.size()), block); });
  });
}

bool IsDeclaredTiny(const parse::Document& document, parse::NodeId id) {
  if (IsTiny(document.AttributeOf(id, "width")) || IsTiny(document.AttributeOf(id, "height"))) return true;
  // A style often has one tiny side that a minimum outranks.
  const std::string_view style = document.AttributeOf(id, "style");
  return DeclaresAny(style, "width", IsTiny) && DeclaresAny(style, "height", IsTiny);
}

bool IsDeclaredInvisible(const parse::Document& document, parse::NodeId id) {
  const parse::Node& node = document.nodes[id];
  for (std::uint32_t i = node.data; i < node.data + node.count; ++i) {
    const std::string_view name = document.At(document.attributes[i].name);
    const std::string_view value = document.At(document.attributes[i].value);
    if (name == kUnrendered) return true;
    if (name == "hidden" && !unicode::EqualsIgnoringAsciiCase(value, "until-found")) return true;  // that one people open, or find by a search
    if (name == "style" && (Declares(value, "display", "none") || Declares(value, "visibility", "hidden"))) return true;
  }
  return false;
}

}  // namespace pith::annotate

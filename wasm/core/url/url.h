#pragma once

// References → absolute addresses, as browsers make them.

#include <string>
#include <string_view>

namespace pith::url {

/// An absolute address, in parts that point into the text it was read from.
struct Url {
  std::string_view scheme;     ///< lower case in well-formed input, without ':'
  std::string_view authority;  ///< host and port, without "//"
  std::string_view path;
  bool valid = false;      ///< has a scheme and, where that is http(s), a host
};

/// Cuts an absolute address into its parts as they stand; `valid` is false for anything else. Leaves query and fragment out.
[[nodiscard]] Url Parse(std::string_view text);

/// What `new URL(reference, base).href` gives (WHATWG URL Standard); empty where it would throw, which no link can follow.
/// A relative reference that has no base to be resolved against comes back as it is, trimmed, with characters that could end an
/// attribute or a Markdown destination percent-encoded.
/// Known difference: of hosts in other scripts, characters are lower-cased but not normalised.
[[nodiscard]] std::string Resolve(std::string_view base, std::string_view reference);

/// The longest `#…` that is taken for the name of a place in a page. What is longer carries a state.
inline constexpr std::size_t kLongestFragment = 200;  // bytes
/// The `#…` of a reference to a place in its own page; empty for references that lead elsewhere.
[[nodiscard]] inline std::string_view FragmentOf(std::string_view reference) {
  return reference.substr(0, 1) == "#" && reference.size() <= kLongestFragment ? reference : std::string_view();
}

/// Whether a link may stand in an article: http, https, mailto, tel, a fragment, or a reference without a scheme.
[[nodiscard]] bool IsSafeLink(std::string_view address);
/// Whether an image may be loaded from there: http, https, a reference without a scheme, or a `data:` raster image.
[[nodiscard]] bool IsSafeImage(std::string_view address);
/// Whether an address is absolute and http or https.
[[nodiscard]] bool IsWeb(std::string_view address);

}  // namespace pith::url

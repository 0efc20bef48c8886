#pragma once

// Relative references → absolute addresses, for the schemes that an article may point to.

#include <string>
#include <string_view>

namespace pith::url {

/// An absolute address, in parts that point into the text it was read from.
struct Url {
  std::string_view scheme;     ///< lower case in well-formed input, without ':'
  std::string_view authority;  ///< host and port, without "//"
  std::string_view path;
  std::string_view query;  ///< with its '?'
  bool valid = false;      ///< has a scheme and, where that is http(s), a host
};

/// Reads an absolute address; `valid` is false for anything else. Leaves the fragment out.
[[nodiscard]] Url Parse(std::string_view text);

/// `reference` resolved against `base` (RFC 3986, section 5.2, with the white space and backslash rules of the WHATWG URL Standard).
/// A reference that can't be resolved comes back as it is, trimmed; with characters that could end an attribute or a Markdown
/// destination percent-encoded.
[[nodiscard]] std::string Resolve(std::string_view base, std::string_view reference);

/// Whether a link may stand in an article: http, https, mailto, tel, a fragment, or a reference without a scheme.
[[nodiscard]] bool IsSafeLink(std::string_view address);
/// Whether an image may be loaded from there: http, https, a reference without a scheme, or a `data:` raster image.
[[nodiscard]] bool IsSafeImage(std::string_view address);

}  // namespace pith::url

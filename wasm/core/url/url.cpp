#include "core/url/url.h"

#include <algorithm>

#include "core/unicode/unicode.h"
#include "core/url/parser.h"
#include "core/url/plain.h"
#include "core/url/scheme.h"

namespace pith::url {
namespace {

bool IsWebScheme(std::string_view scheme) { return unicode::EqualsIgnoringAsciiCase(scheme, "http") || unicode::EqualsIgnoringAsciiCase(scheme, "https"); }

}  // namespace

Url Parse(std::string_view text) {
  Url url;
  const std::size_t scheme = SchemeLength(text);
  if (scheme == 0) return url;
  url.scheme = text.substr(0, scheme);
  text.remove_prefix(scheme + 1);
  text = text.substr(0, text.find('#'));
  if (text.substr(0, 2) == "//") {
    const std::size_t end = std::min(text.find_first_of("/?\\", 2), text.size());
    url.authority = text.substr(2, end - 2);
    text.remove_prefix(end);
  }
  url.path = text.substr(0, text.find('?'));
  url.valid = !IsWebScheme(url.scheme) || !url.authority.empty();
  return url;
}

std::string Resolve(std::string_view base, std::string_view reference) {
  std::optional<std::string> plain = ResolvePlain(base, reference);
  return plain ? *std::move(plain) : ResolveByParser(base, reference);
}

bool IsSafeLink(std::string_view address) {
  const std::size_t scheme = SchemeLength(address);
  if (scheme == 0) return true;
  const std::string_view name = address.substr(0, scheme);
  for (const std::string_view allowed : {"http", "https", "mailto", "tel"}) {
    if (unicode::EqualsIgnoringAsciiCase(name, allowed)) return true;
  }
  return false;
}

bool IsSafeImage(std::string_view address) {
  const std::size_t scheme = SchemeLength(address);
  if (scheme == 0) return true;
  if (IsWebScheme(address.substr(0, scheme))) return true;
  for (const std::string_view allowed : {"data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp", "data:image/avif"}) {
    const std::string_view start = address.substr(0, allowed.size());
    if (unicode::EqualsIgnoringAsciiCase(start, allowed)) return true;
  }
  return false;
}

bool IsWeb(std::string_view address) { return IsWebScheme(address.substr(0, SchemeLength(address))); }

}  // namespace pith::url

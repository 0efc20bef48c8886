#include "core/url/url.h"

#include <algorithm>
#include <vector>

#include "core/unicode/unicode.h"

namespace pith::url {
namespace {

bool IsAlpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsSchemeChar(char c) { return IsAlpha(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'; }

/// The length of the scheme at the start, without its ':'; 0 where there is none.
std::size_t SchemeLength(std::string_view text) {
  if (text.empty() || !IsAlpha(text[0])) return 0;
  std::size_t at = 1;
  while (at < text.size() && IsSchemeChar(text[at])) ++at;
  return at < text.size() && text[at] == ':' ? at : 0;
}

/// What URL parsers take off: control characters and spaces at the ends; tabs and newlines anywhere.
std::string Cleaned(std::string_view reference) {
  const auto is_edge = [](char c) { return static_cast<unsigned char>(c) <= ' '; };
  while (!reference.empty() && is_edge(reference.front())) reference.remove_prefix(1);
  while (!reference.empty() && is_edge(reference.back())) reference.remove_suffix(1);
  std::string cleaned(reference);
  const auto is_break = [](char c) { return c == '\t' || c == '\n' || c == '\r'; };
  cleaned.erase(std::remove_if(cleaned.begin(), cleaned.end(), is_break), cleaned.end());
  return cleaned;
}

std::string Encoded(std::string_view address) {
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string encoded;
  encoded.reserve(address.size());
  std::size_t kept = 0;
  for (std::size_t i = 0; i < address.size(); ++i) {
    const char c = address[i];
    const auto byte = static_cast<unsigned char>(c);
    if (byte > ' ' && byte != 0x7F && c != '"' && c != '<' && c != '>' && c != '`' && c != '\\') continue;
    encoded.append(address.substr(kept, i - kept));
    kept = i + 1;
    encoded += '%';
    encoded += kHex[byte >> 4];
    encoded += kHex[byte & 15];
  }
  encoded.append(address.substr(kept));
  return encoded;
}

std::string WithoutDotSegments(std::string_view path) {
  std::vector<std::string_view> kept;
  bool directory = false;
  for (std::size_t at = path.empty() || path[0] != '/' ? 0 : 1; at <= path.size();) {
    std::size_t end = path.find('/', at);
    if (end == std::string_view::npos) end = path.size();
    const std::string_view segment = path.substr(at, end - at);
    const bool last = end == path.size();
    directory = last && (segment == "." || segment == "..");
    if (segment == "..") {
      if (!kept.empty()) kept.pop_back();
    } else if (segment != ".") {
      kept.push_back(segment);
    }
    at = end + 1;
  }
  std::string result;
  for (const std::string_view segment : kept) (result += '/') += segment;
  if (directory || result.empty()) result += '/';
  return result;
}

bool HasHost(std::string_view scheme) { return unicode::EqualsIgnoringAsciiCase(scheme, "http") || unicode::EqualsIgnoringAsciiCase(scheme, "https"); }

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
  const std::size_t query = std::min(text.find('?'), text.size());
  url.path = text.substr(0, query);
  url.query = text.substr(query);
  url.valid = !HasHost(url.scheme) || !url.authority.empty();
  return url;
}

std::string Resolve(std::string_view base, std::string_view reference) {
  std::string cleaned = Cleaned(reference);
  const std::size_t scheme = SchemeLength(cleaned);
  const Url from = Parse(base);
  const bool web = HasHost(scheme != 0 ? std::string_view(cleaned).substr(0, scheme) : from.scheme);
  if (web) {
    for (std::size_t i = 0; i < cleaned.size() && cleaned[i] != '?' && cleaned[i] != '#'; ++i) {
      if (cleaned[i] == '\\') cleaned[i] = '/';
    }
  }
  if (scheme != 0 || !from.valid || from.authority.empty()) return Encoded(cleaned);
  const std::string origin = std::string(from.scheme) + "://" + std::string(from.authority);
  if (cleaned.empty()) return Encoded(origin + std::string(from.path) + std::string(from.query));
  if (cleaned[0] == '#') return Encoded(cleaned);  // stays inside the article
  if (cleaned.compare(0, 2, "//") == 0) return Encoded(std::string(from.scheme) + ":" + cleaned);
  if (cleaned[0] == '?') return Encoded(origin + std::string(from.path.empty() ? "/" : from.path) + cleaned);
  const std::size_t path_end = std::min(cleaned.find_first_of("?#"), cleaned.size());
  std::string path = cleaned.substr(0, path_end);
  if (path[0] != '/') path = std::string(from.path.substr(0, from.path.rfind('/') + 1)) + path;
  if (path[0] != '/') path.insert(path.begin(), '/');
  return Encoded(origin + WithoutDotSegments(path) + cleaned.substr(path_end));
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
  if (HasHost(address.substr(0, scheme))) return true;
  for (const std::string_view allowed : {"data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp", "data:image/avif"}) {
    const std::string_view start = address.substr(0, allowed.size());
    if (unicode::EqualsIgnoringAsciiCase(start, allowed)) return true;
  }
  return false;
}

}  // namespace pith::url

#include "core/url/plain.h"

#include <algorithm>
#include <array>

#include "core/url/scheme.h"

namespace pith::url {
namespace {

constexpr bool IsLetter(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool IsDigit(char c) { return c >= '0' && c <= '9'; }

/// What stands in paths, queries and fragments as it is, and begins none of them.
constexpr std::array<bool, 256> kPlain = [] {
  std::array<bool, 256> plain{};
  for (char c = 'a'; c <= 'z'; ++c) plain[static_cast<unsigned char>(c)] = plain[static_cast<unsigned char>(c - 'a' + 'A')] = true;
  for (char c = '0'; c <= '9'; ++c) plain[static_cast<unsigned char>(c)] = true;
  for (const char c : std::string_view("-._~!$&()*+,;=@%:/")) plain[static_cast<unsigned char>(c)] = true;
  return plain;
}();

/// The length of "https://" or "http://" and a host that a '/' follows; 0 where the host may be written otherwise: as a number, in capitals,
/// with a port.
std::size_t OriginLength(std::string_view text) {
  const std::size_t start = text.substr(0, 8) == "https://" ? 8 : text.substr(0, 7) == "http://" ? 7 : 0;
  if (start == 0) return 0;
  std::size_t end = start, label = start;
  for (; end < text.size() && (IsLetter(text[end]) || IsDigit(text[end]) || text[end] == '-' || text[end] == '.'); ++end) {
    if (text[end] == '.') label = end + 1;
  }
  return end < text.size() && text[end] == '/' && IsLetter(text[label]) ? end : 0;
}

/// Whether a path with its query and fragment stays as it is. Segments that begin with a dot may be steps.
bool IsPlain(std::string_view text) {
  std::size_t at = 0;
  for (; at < text.size() && text[at] != '?' && text[at] != '#'; ++at) {
    if (!kPlain[static_cast<unsigned char>(text[at])]) return false;
    if ((text[at] == '.' || text[at] == '%') && (at == 0 || text[at - 1] == '/')) return false;
  }
  return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), [](char c) { return kPlain[static_cast<unsigned char>(c)] || c == '?' || c == '#'; });
}

std::string Joined(std::string_view base, std::string_view reference) {
  std::string joined;
  joined.reserve(base.size() + reference.size());
  return joined.append(base).append(reference);
}

}  // namespace

std::optional<std::string> ResolvePlain(std::string_view base, std::string_view reference) {
  const std::size_t own = OriginLength(reference);
  if (own > 0) return IsPlain(reference.substr(own)) ? std::optional<std::string>(reference) : std::nullopt;
  const std::size_t origin = OriginLength(base);
  if (reference.empty() || SchemeLength(reference) > 0 || origin == 0 || !IsPlain(base.substr(origin))) return std::nullopt;
  if (reference.substr(0, 2) == "//") return ResolvePlain("", Joined(base.substr(0, base.find('/')), reference));
  if (!IsPlain(reference)) return std::nullopt;
  const std::string_view page = base.substr(0, base.find('#')), path = page.substr(0, page.find('?'));
  switch (reference[0]) {
    case '/': return Joined(base.substr(0, origin), reference);
    case '?': return Joined(path, reference);
    case '#': return Joined(page, reference);
    default: return Joined(path.substr(0, path.rfind('/') + 1), reference);
  }
}

}  // namespace pith::url

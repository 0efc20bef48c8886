#include "core/metadata/title.h"

#include <algorithm>

#include "core/unicode/unicode.h"

namespace pith::metadata {
namespace {

/// Separators between a headline and a site's name, with the spaces that tell them from hyphens.
constexpr std::string_view kSeparators[] = {" | ", " - ", " – ", " — ", " :: ", " · ", " • ", " » ", " « ", " / ", " > ", " ‹ ", " ― "};
constexpr std::size_t kMostSegments = 12;

std::size_t Words(std::string_view text) { return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1; }

/// "Example.com": a site may be called as its address is.
bool IsDomain(std::string_view text) {
  const std::size_t dot = text.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || text.size() - dot < 3 || text.size() - dot > 5 || text.find(' ') != std::string_view::npos) return false;
  return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(dot) + 1, text.end(), [](char c) { return unicode::IsAsciiLetter(c); });
}

/// Whether a text is the name in a host: "The Harbour Review" of www.harbourreview.example.
bool IsHostName(std::string_view essence, std::string_view host) {
  constexpr std::size_t kShortest = 4;  // bytes; of a label that says something
  for (std::size_t at = 0; at < host.size();) {
    const std::size_t end = std::min(host.find('.', at), host.size());
    const std::string label = end == host.size() ? std::string() : Essence(host.substr(at, end - at));  // the last is no name
    at = end + 1;
    if (label.size() < kShortest || essence.size() < kShortest) continue;
    if (essence == label) return true;
    if (essence.find(label) != std::string_view::npos && essence.size() <= label.size() * 2) return true;
    if (label.find(essence) != std::string::npos && label.size() <= essence.size() * 2) return true;
  }
  return false;
}

}  // namespace

bool IsSiteName(std::string_view text, const Site& site) {
  const std::string essence = Essence(text), name = Essence(site.name);
  if (essence.empty()) return false;
  if (!name.empty() && (essence == name || (essence.size() > 3 && name.find(essence) != std::string::npos))) return true;
  if (name.size() > 3 && essence.find(name) != std::string::npos && essence.size() <= name.size() * 2) return true;
  return IsHostName(essence, site.host);
}

std::vector<std::string_view> Segments(std::string_view title) {
  std::vector<std::string_view> segments;
  std::size_t begin = 0;
  for (std::size_t at = title.find(' '); at != std::string_view::npos && segments.size() + 1 < kMostSegments; at = title.find(' ', at + 1)) {
    for (const std::string_view separator : kSeparators) {
      if (at < begin || title.substr(at, separator.size()) != separator) continue;
      segments.push_back(unicode::Trimmed(title.substr(begin, at - begin)));
      begin = at + separator.size();
      break;
    }
  }
  segments.push_back(unicode::Trimmed(title.substr(std::min(begin, title.size()))));
  return segments;
}

std::string WithoutSiteName(std::string_view title, const Site& site) {
  title = unicode::Trimmed(title);
  const std::vector<std::string_view> segments = Segments(title);
  std::size_t first = 0, last = segments.size() - 1;
  const auto between = [&]() { return std::string(segments[first].data(), static_cast<std::size_t>(segments[last].data() + segments[last].size() - segments[first].data())); };
  while (last > first && (IsSiteName(segments[last], site) || IsDomain(segments[last]))) --last;
  if (last == segments.size() - 1) {
    while (first < last && IsSiteName(segments[first], site)) ++first;
  }
  if (last == segments.size() - 1 && first == 0 && last > 0) {
    const std::string_view tail = segments[last];
    --last;
    const std::string head = between();
    const bool looks_like_name = Words(tail) <= 4 && Words(head) >= 3 && Words(head) > Words(tail);
    if (!looks_like_name) ++last;
  }
  return between();
}

std::string Essence(std::string_view text) {
  std::string essence;
  for (std::size_t at = 0; at < text.size();) {
    const unicode::Decoded next = unicode::Decode(text, at);
    const unicode::CharClass char_class = unicode::ClassOf(next.code_point);
    if (char_class == unicode::CharClass::kLetter || char_class == unicode::CharClass::kNumber) unicode::Append(essence, unicode::ToLower(next.code_point));
    at += next.size;
  }
  return essence;
}

}  // namespace pith::metadata

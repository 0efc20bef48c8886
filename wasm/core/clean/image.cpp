#include "core/clean/image.h"

#include <algorithm>
#include <iterator>

#include "core/annotate/visibility.h"
#include "core/unicode/unicode.h"
#include "core/url/placeholder.h"
#include "core/url/url.h"

namespace pith::clean {
namespace {

using parse::Document;
using parse::NodeId;

/// A decimal number at the start of `text`, times 100; 0 where there is none.
std::uint32_t Hundredths(std::string_view text) {
  std::uint32_t value = 0;
  std::size_t at = 0;
  for (; at < text.size() && text[at] >= '0' && text[at] <= '9' && value < 1'000'000; ++at) value = value * 10 + static_cast<std::uint32_t>(text[at] - '0');
  value *= 100;
  if (at + 1 < text.size() && text[at] == '.' && text[at + 1] >= '0' && text[at + 1] <= '9') value += static_cast<std::uint32_t>(text[at + 1] - '0') * 10;
  return value;
}

bool IsPlaceholder(std::string_view address) {
  // Inline images below this size are spinners and blank pixels, shown until the real one is loaded.
  constexpr std::size_t kPlaceholderBytes = 1024;
  if (address.empty() || address == "#" || address.substr(0, 6) == "about:") return true;
  return address.substr(0, 5) == "data:" ? address.size() < kPlaceholderBytes : url::IsPlaceholder(address);
}

struct Sized {
  std::string_view address;
  std::uint32_t size = 0;  ///< hundredths of its descriptor's number
};

/// The candidate of a srcset with the largest descriptor. URLs may contain commas, so candidates end at a comma that follows
/// white space or a descriptor (WHATWG HTML, "parse a srcset attribute").
Sized LargestCandidate(std::string_view srcset) {
  Sized best;
  for (std::size_t at = 0; at < srcset.size();) {
    while (at < srcset.size() && (unicode::IsAsciiSpace(srcset[at]) || srcset[at] == ',')) ++at;
    const std::size_t start = at;
    while (at < srcset.size() && !unicode::IsAsciiSpace(srcset[at])) ++at;
    std::string_view address = srcset.substr(start, at - start);
    std::string_view descriptor;
    if (!address.empty() && address.back() == ',') {
      address.remove_suffix(1);
    } else {
      const std::size_t end = std::min(srcset.find(',', at), srcset.size());
      descriptor = unicode::Trimmed(srcset.substr(at, end - at));
      at = end;
    }
    const std::uint32_t size = descriptor.empty() ? 100 : Hundredths(descriptor);
    if (!IsPlaceholder(address) && size > best.size) best = {address, size};
  }
  return best;
}

/// What lazy loaders keep the address in, most telling first.
constexpr std::string_view kLazySources[] = {"data-src",  "data-original", "data-lazy-src",   "data-url",
                                             "data-lazy", "data-full-src", "data-hi-res-src", "data-image"};
constexpr std::string_view kSourceSets[] = {"data-srcset", "data-lazy-srcset", "srcset"};

/// What is there to count visits: too small to see, or hidden with no loader that could mean to show it.
bool IsTracker(const Document& document, NodeId image) {
  if (annotate::IsDeclaredTiny(document, image)) return true;
  const auto has = [&](std::string_view name) { return document.HasAttribute(image, name); };
  return annotate::IsDeclaredInvisible(document, image) && std::none_of(std::begin(kLazySources), std::end(kLazySources), has) &&
         std::none_of(std::begin(kSourceSets), std::end(kSourceSets), has);
}

Sized Candidate(const Document& document, NodeId image) {
  Sized best;
  for (const std::string_view name : kSourceSets) {
    const Sized largest = LargestCandidate(document.AttributeOf(image, name));
    if (largest.size > best.size) best = largest;
  }
  return best;
}

/// Whether an address is of a picture by its extension, and not of the script that serves it.
bool IsPicture(std::string_view address) {
  constexpr std::string_view kBeginnings = "jp Jp JP pn PN gi GI we WE av AV sv SV bm BM ti TI";
  const std::string_view path = address.substr(0, address.find_first_of("?#"));
  const std::size_t dot = path.rfind('.');
  return dot != std::string_view::npos && path.size() > dot + 2 && kBeginnings.find(path.substr(dot + 1, 2)) != std::string_view::npos;
}

/// The first picture that any attribute with "src" in its name gives: every loader has names of its own.
std::string_view AnySource(const Document& document, NodeId image) {
  const parse::Node& node = document.nodes[image];
  for (std::uint32_t i = node.data; i < node.data + node.count; ++i) {
    const std::string_view value = unicode::Trimmed(document.At(document.attributes[i].value)), address = value.substr(0, value.find(' '));
    if (document.At(document.attributes[i].name).find("src") != std::string_view::npos && IsPicture(address) && !IsPlaceholder(address)) return address;
  }
  return {};
}

/// Where the sources beside an image end: they are those of the first image in their `<picture>` (HTML, section 4.8.1).
/// @return the `<picture>` itself where there are none
NodeId EndOfSources(const Document& document, NodeId image, NodeId picture) {
  constexpr NodeId kSources = 200;  // nodes, white space between them being some
  const NodeId end = std::min(document.nodes[picture].end, picture + kSources);
  if (image >= end) return picture;
  for (NodeId id = picture + 1; id < image; ++id) {
    if (IsImage(document, id)) return picture;
  }
  return end;
}

/// The largest candidate of an image and of the sources beside it. A source without sizes is the same picture in another file format:
/// the image's own is the one that every reader can show.
std::string_view Candidates(const Document& document, NodeId image) {
  constexpr std::uint32_t kUnsized = 100;  // as if "1x" were written
  Sized best = Candidate(document, image);
  std::string_view plain;
  for (const std::string_view name : kLazySources) {
    const std::string_view address = unicode::Trimmed(document.AttributeOf(image, name));
    if (plain.empty() && !IsPlaceholder(address)) plain = address;
  }
  if (plain.empty()) plain = unicode::Trimmed(document.AttributeOf(image, "src"));
  if (IsPlaceholder(plain) && best.size == 0) plain = AnySource(document, image);
  if (!IsPlaceholder(plain) && best.size <= kUnsized) best = {plain, kUnsized};
  const NodeId parent = document.nodes[image].parent;
  if (parent == parse::kNoNode || document.nodes[parent].tag != html::Tag::kPicture) return best.address;
  for (NodeId id = parent + 1, end = EndOfSources(document, image, parent); id < end; ++id) {
    if (document.nodes[id].tag != html::Tag::kSource) continue;
    const Sized source = Candidate(document, id);
    if (source.size > best.size) best = source;
  }
  return best.address;
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

/// Where an address within an address begins: image servers are asked for `…/https://origin/p.jpg` or `?url=https%3A%2F%2Forigin%2Fp.jpg`.
std::size_t InnerAddress(std::string_view address) {
  const std::size_t first = address.find("://") == std::string_view::npos ? 0 : address.find("://") + 3;
  std::size_t inner = std::string_view::npos;
  for (const std::string_view mark : {"http://", "https://", "http%3A", "https%3A", "http%3a", "https%3a"}) {
    const std::size_t at = address.rfind(mark);
    if (at != std::string_view::npos && at > first && (inner == std::string_view::npos || at > inner)) inner = at;
  }
  return inner;
}

/// "photo-1024x768" → "photo": the size that a smaller copy carries in its name.
std::string_view WithoutSize(std::string_view name) {
  std::size_t end = name.size();
  while (end > 0 && IsDigit(name[end - 1])) --end;
  if (end == name.size() || end < 3 || name[end - 1] != 'x' || !IsDigit(name[end - 2])) {
    return name.size() > 3 && name[name.size() - 3] == '@' && name.back() == 'x' ? name.substr(0, name.size() - 3) : name;
  }
  std::size_t start = end - 1;
  while (start > 0 && IsDigit(name[start - 1])) --start;
  return start > 1 && (name[start - 1] == '-' || name[start - 1] == '_') ? name.substr(0, start - 1) : name;
}

}  // namespace

bool IsImage(const Document& document, NodeId node) { return document.nodes[node].tag == html::Tag::kImg || document.CustomNameOf(node) == "amp-img"; }

std::string AddressOf(const Document& document, NodeId image, std::string_view base) {
  if (IsTracker(document, image)) return {};
  const std::string_view address = Candidates(document, image);
  if (IsPlaceholder(address)) return {};
  std::string resolved = url::Resolve(base, address);
  return url::IsSafeImage(resolved) ? resolved : std::string();
}

std::string ResourceOf(std::string_view address) {
  if (address.substr(0, 5) == "data:") return std::string(address);
  const std::size_t inner = InnerAddress(address);
  std::string decoded;
  if (inner != std::string_view::npos) {
    std::string_view rest = address.substr(inner);
    rest = rest.substr(0, rest.find('&'));
    for (std::size_t at = 0; at < rest.size(); ++at) {
      const bool escaped = rest[at] == '%' && at + 2 < rest.size();
      const std::string_view code = rest.substr(at, escaped ? 3 : 1);
      const char c = code == "%3A" || code == "%3a" ? ':' : code == "%2F" || code == "%2f" ? '/' : code == "%3F" || code == "%3f" ? '?' : '\0';
      decoded += c != '\0' ? c : rest[at];
      if (c != '\0') at += 2;
    }
    address = decoded;
  }
  const std::size_t scheme = address.find("://");
  if (scheme != std::string_view::npos) address.remove_prefix(scheme + 3);
  address = address.substr(0, address.find('#'));
  const std::string_view path = address.substr(0, address.find('?'));
  const std::size_t slash = path.rfind('/');
  // A picture's name says which it is, and the query how to serve it; without one the query says both.
  if (slash == std::string_view::npos || !IsPicture(path.substr(slash))) return std::string(address);
  const std::string_view name = WithoutSize(path.substr(0, path.rfind('.'))), own = name.substr(std::min(slash, name.size()));
  // A long name is no other picture's, and what stands before it may say how large it is served.
  constexpr std::size_t kLong = 21;  // with the slash
  return std::string(own.size() >= kLong ? own : name);
}

}  // namespace pith::clean

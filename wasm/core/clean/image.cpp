#include "core/clean/image.h"

#include <cstdlib>

#include "core/unicode/unicode.h"
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

/// The candidate of a srcset with the largest descriptor. URLs may contain commas, so candidates end at a comma that follows
/// white space or a descriptor (WHATWG HTML, "parse a srcset attribute").
std::string_view LargestCandidate(std::string_view srcset) {
  std::string_view best;
  std::uint32_t best_size = 0;
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
    if (!address.empty() && size > best_size) {
      best = address;
      best_size = size;
    }
  }
  return best;
}

bool IsPlaceholder(std::string_view address) {
  // Inline images below this size are spinners and blank pixels, shown until the real one is loaded.
  constexpr std::size_t kPlaceholderBytes = 1024;
  return address.empty() || address == "#" || (address.substr(0, 5) == "data:" && address.size() < kPlaceholderBytes) || address.substr(0, 6) == "about:";
}

bool IsPixel(const Document& document, NodeId image) {
  const std::string_view width = document.AttributeOf(image, "width"), height = document.AttributeOf(image, "height");
  const auto tiny = [](std::string_view size) { return size == "0" || size == "1"; };
  return tiny(width) || tiny(height);
}

/// What lazy loaders keep the address in, most telling first.
constexpr std::string_view kLazySources[] = {"data-src", "data-original", "data-lazy-src", "data-url", "data-lazy", "data-full-src", "data-hi-res-src", "data-image"};
constexpr std::string_view kLazySourceSets[] = {"data-srcset", "data-lazy-srcset"};

std::string_view Candidate(const Document& document, NodeId image) {
  for (const std::string_view name : kLazySourceSets) {
    const std::string_view best = LargestCandidate(document.AttributeOf(image, name));
    if (!IsPlaceholder(best)) return best;
  }
  for (const std::string_view name : kLazySources) {
    const std::string_view address = unicode::Trimmed(document.AttributeOf(image, name));
    if (!IsPlaceholder(address)) return address;
  }
  const std::string_view largest = LargestCandidate(document.AttributeOf(image, "srcset"));
  if (!IsPlaceholder(largest)) return largest;
  return unicode::Trimmed(document.AttributeOf(image, "src"));
}

}  // namespace

std::string AddressOf(const Document& document, NodeId image, std::string_view base) {
  if (IsPixel(document, image)) return {};
  std::string_view address = Candidate(document, image);
  if (IsPlaceholder(address)) {
    const NodeId parent = document.nodes[image].parent;
    if (parent == parse::kNoNode || document.nodes[parent].tag != html::Tag::kPicture) return {};
    for (NodeId id = parent + 1; id < document.nodes[parent].end && IsPlaceholder(address); ++id) {
      if (document.nodes[id].tag == html::Tag::kSource) address = Candidate(document, id);
    }
  }
  if (IsPlaceholder(address)) return {};
  std::string resolved = url::Resolve(base, address);
  return url::IsSafeImage(resolved) ? resolved : std::string();
}

}  // namespace pith::clean

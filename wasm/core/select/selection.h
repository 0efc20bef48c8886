#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/html/tag.h"

namespace pith::select {

/// Why a block is not in the article; NameOf() gives the code that receipts carry. docs/receipts.md explains each.
enum class Reason : std::uint8_t {
  kKept,
  kLowScore,   ///< the model thinks it is not content
  kOutside,    ///< likely content by itself, but it stands apart from the article
  kTitle,      ///< the headline, which the article carries as its title
  kByline,     ///< author and date line, which the article carries as metadata
  kDuplicate,  ///< its text stands elsewhere in the article
  kHidden,     ///< the page does not show it
  kRule,       ///< a rule of the user leaves it out
  kOption,     ///< the caller wants no such part (Options::parts)
  kSignup,
  kNewsletter,
  kApp,
  kRelated,
  kTrending,
  kLive,
  kShare,
  kAd,
  kConsent,
  kComment,
  kAuthor,
  kCopyright,
  kTranslation,
  kAge,
  kUpdated,
  kReadTime,
  kNav,
  kAppeal,  ///< no phrase that is listed, but it speaks to the reader for the site, or in another language than the page
  kStory,   ///< it is of another article that the page holds
  kCount,
};

[[nodiscard]] std::string_view NameOf(Reason reason);

/// Yes or no by BlockId. Bytes: a vector of bits brings kilobytes of code.
using Marks = std::vector<std::uint8_t>;

/// The least probability, of 65535, of what the model is sure of.
[[nodiscard]] constexpr std::uint32_t SureOf(float threshold) {
  constexpr float kSurer = 0.3F;  // than the threshold
  constexpr float kMost = 0.98F;  // it is never surer; with Mode::kPrecision the threshold is high
  return static_cast<std::uint32_t>((threshold + kSurer < kMost ? threshold + kSurer : kMost) * 65535.0F);
}

/// Of 65535: how much surer or less sure than SureOf() the model has to be where words alone speak for one side.
inline constexpr std::uint32_t kMuch = 13107;

/// Of the threshold: what is less probable the model denies, it does not doubt it, so that nothing fills it in.
inline constexpr float kDenied = 0.3F;

/// Elements that stand or fall with their likes: steps of an instruction ask things of the reader, too.
[[nodiscard]] constexpr bool IsPartOfList(html::Tag tag) {
  return tag == html::Tag::kLi || tag == html::Tag::kDt || tag == html::Tag::kDd || tag == html::Tag::kTd || tag == html::Tag::kTh || tag == html::Tag::kPre;
}

/// A reason for each block, kKept for those that make up the article.
struct Selection {
  std::vector<Reason> reasons;  ///< by BlockId
  float confidence = 0;         ///< 0..1
};

}  // namespace pith::select

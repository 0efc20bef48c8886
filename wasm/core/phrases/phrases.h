#pragma once

// Matching of rules/phrases, the promotional wording of many languages, against one block's text. A phrase is evidence that the
// scorer weighs; its class is the reason on a removed block's receipt.

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace pith::phrases {

/// In the order of the classes in rules/phrases/README.md.
enum class Class : std::uint8_t {
  kSignup, kNewsletter, kApp, kRelated, kTrending, kLive, kShare, kAd, kConsent, kComment, kAuthor, kCopyright, kTranslation, kAge, kUpdated, kReadTime, kNav, kCount
};
inline constexpr std::size_t kClasses = static_cast<std::size_t>(Class::kCount);

/// A hash of a folded word; "#" stands for every number.
using Token = std::uint32_t;

/// Its 24 bits that tables of single words keep.
[[nodiscard]] Token Short(Token token);

/// The words of a text as patterns see them.
/// @param limit tokens to read at most: promotion is short
/// @param stems if given, is set to the first letters of each, which words of one stem mostly share (of Thai, whose letters are tokens, each with the one before it,
///        whatever parts them): hashes of 32 bits in every build
[[nodiscard]] std::vector<Token> Cut(std::string_view text, std::size_t limit, std::vector<Token>* stems = nullptr);

struct Hits {
  /// Tokens that the longest match of each class covers; a match of a whole block covers all.
  std::array<std::uint8_t, kClasses> covered{};
  bool whole = false;  ///< some pattern is the whole block
  bool exact = false;  ///< and has no stars
  std::uint8_t longest = 0;
  Class best = Class::kCount;  ///< the class of the longest match, kCount where nothing matched
};

[[nodiscard]] Hits Match(const std::vector<Token>& tokens);

/// The class of the pattern that begins and ends with a block of these tokens, kCount where none does. Stars stand for nothing; patterns that may stand
/// anywhere, or have stars inside, are not looked at.
[[nodiscard]] Class ClassOf(std::span<const Token> tokens);

}  // namespace pith::phrases

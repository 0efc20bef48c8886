#pragma once

// CSS selectors as text → a list that the matcher can run. The subset: type, `*`, `#id`, `.class`, `[attr]` with `=`, `~=`, `|=`, `^=`,
// `$=`, `*=` and the flag `i`; `:not()` and `:is()` of compounds; `:first-child`, `:last-child`, `:only-child`, `:nth-child()`; descendant,
// child and sibling combinators; lists. (Selectors Level 4; what is left out needs the state of a browser or a look ahead.)

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/html/tag.h"

namespace pith::rules {

// Matching costs nodes × parts at worst, and user rules may come from anywhere.
inline constexpr std::size_t kMostParts = 512;          ///< compounds of all selectors together, those in `:not()` too
inline constexpr std::size_t kLongestSelectors = 16384;  ///< bytes of one list

enum class Combinator : std::uint8_t { kNone, kDescendant, kChild, kNextSibling, kLaterSibling };
enum class Comparison : std::uint8_t { kPresent, kEquals, kWord, kDash, kPrefix, kSuffix, kSubstring };

struct AttributeTest {
  std::string name;  ///< lower case
  std::string value;
  Comparison comparison = Comparison::kPresent;
  bool ignores_case = false;  ///< of ASCII letters
};

/// `:nth-child(An+B)`.
struct Nth {
  std::int32_t step = 0;
  std::int32_t offset = 0;
};

/// What one element has to be by itself.
struct Compound {
  bool any = true;                     ///< no type is named
  html::Tag tag = html::Tag::kUnknown;
  std::string custom_name;             ///< where tags.def does not list the type
  std::vector<AttributeTest> attributes;  ///< ids and classes as well
  std::vector<Nth> nths;
  bool last_child = false;
  std::vector<std::vector<Compound>> is;      ///< one of each list has to match
  std::vector<std::vector<Compound>> is_not;  ///< none of each list may match
};

/// A compound and how it hangs together with the one before it.
struct Part {
  Combinator combinator = Combinator::kNone;  ///< kNone: it begins a selector
  bool ends = false;                          ///< it ends one
  Compound compound;
};

/// The selectors of a list, one behind another.
using Parts = std::vector<Part>;

/// Reads a selector list.
/// @param parts is added to
/// @param error what is wrong and at which character, counted from 1; empty where nothing is
void ReadSelectors(std::string_view text, Parts& parts, std::string& error);

}  // namespace pith::rules

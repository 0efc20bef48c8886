#pragma once

// What a page carries without showing it: the article's text in its JSON-LD (`articleBody`), or in the JSON that its scripts would make the
// page of. It stands in for a page that shows no article, or but the start of one.
// Idea: JSON-LD names the text. In other data nothing is named, so the headline is looked for: the object that has it as a value of its own
// is the article's record, and its text is what stands below it under the key that holds most of its prose.
// Known failure: data without the headline, in script statements instead of JSON, or in pieces that scripts push.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pith::carried {

/// Words that are an article, whatever else the page carries.
inline constexpr std::uint32_t kEnough = 200;

/// Whether a text of so many words is to stand in for what a page shows.
[[nodiscard]] constexpr bool IsMuchMore(std::uint32_t words, std::uint32_t shown) {
  constexpr std::uint32_t kFewest = 80;  // for less is a summary
  return words >= kFewest && words >= 3 * shown;
}

/// The longest `articleBody` of a page's JSON-LD; empty where there is none.
/// @param json_ld bodies of `application/ld+json` scripts
[[nodiscard]] std::string ArticleBody(const std::vector<std::string_view>& json_ld);

/// The text of the article of that title in a page's data; empty where the title or the text is not found.
/// @param data bodies of `application/json` scripts
[[nodiscard]] std::string TextInData(const std::vector<std::string_view>& data, std::string_view title);

/// Whether a text is written in HTML, and not as lines.
[[nodiscard]] bool IsMarkup(std::string_view text);

}  // namespace pith::carried

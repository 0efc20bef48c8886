#pragma once

// Text whose lines were broken to fit a width: mails, RFCs, what programs for terminals print.
// Idea: such a break stands where the next word would not have fitted, and most of them in mid-sentence; line ends that an author meant do neither.
// Known failure: text without spaces between words, whose lines stay as they are; marks of quoted mail, which every line begins with.

#include <cstddef>
#include <string_view>

namespace pith::plain {

/// The line of `text` that begins at `at`, without what ends it: CR, LF or both.
[[nodiscard]] std::string_view LineAt(std::string_view text, std::size_t at);
/// Where the next line begins.
[[nodiscard]] std::size_t BehindLine(std::string_view text, std::string_view line);

class Wrapping {
 public:
  /// Learns from all of a text whether it is wrapped, and how wide.
  explicit Wrapping(std::string_view text);

  /// Whether a paragraph that begins with the line `first`, and whose last line so far is `line`, goes on in `next`, the line right below.
  [[nodiscard]] bool GoesOn(std::string_view first, std::string_view line, std::string_view next) const;

 private:
  /// Whether the next word would not have fitted.
  [[nodiscard]] bool IsFull(std::string_view line, std::string_view next) const;

  std::size_t width_ = 0;  ///< characters; 0 where the text is not wrapped
};

}  // namespace pith::plain

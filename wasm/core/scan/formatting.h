#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/html/tag.h"

namespace pith::scan {

/// The parser's "list of active formatting elements" (WHATWG HTML, section 13.2.4.3), never shorter than the parser's own where
/// that matters: the parser opens each of them again, attributes and all, in every later block, so a page of a few kilobytes can
/// ask for millions of elements. An element leaves the list when it is certain that it left the parser's.
class ActiveFormatting {
 public:
  /// How many of them the parser may be given: far above what editors produce.
  static constexpr std::size_t kMost = 48;

  /// A start tag of a formatting element. False where it has to be left out.
  [[nodiscard]] bool Start(html::Tag tag, std::string_view token);
  /// An end tag of a formatting element.
  void End(html::Tag tag);
  /// Any other tag: some decide which elements an end tag reaches.
  void Other(html::Tag tag, std::string_view token, bool is_end);

  [[nodiscard]] std::uint32_t Count() const { return static_cast<std::uint32_t>(entries_.size()); }
  /// Bytes of their tags: what opening all of them again copies.
  [[nodiscard]] std::size_t Bytes() const { return bytes_; }

 private:
  struct Entry {
    html::Tag tag;
    std::string_view token;
    std::uint32_t place;  ///< where it began
  };

  [[nodiscard]] bool Reaches(const Entry& entry) const { return entry.place == places_.back(); }
  void Remove(std::size_t index);

  std::vector<Entry> entries_;
  std::size_t bytes_ = 0;
  std::vector<std::uint32_t> places_ = {0};  ///< numbers of the cells (or the like) that are open, the body's first
  std::uint32_t next_place_ = 1;
};

}  // namespace pith::scan

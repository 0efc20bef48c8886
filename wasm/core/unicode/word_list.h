#pragma once

#include <cstddef>
#include <string_view>

namespace pith::unicode {

/// Words in the order of their bytes, in one text, each behind a byte with its length. A view of each would take eight bytes more, and
/// what points anywhere packs badly.
class WordList {
 public:
  class Iterator {
   public:
    constexpr explicit Iterator(const char* at) : at_(at) {}
    [[nodiscard]] constexpr std::string_view operator*() const { return {at_ + 1, Size()}; }
    constexpr Iterator& operator++() {
      at_ += 1 + Size();
      return *this;
    }
    [[nodiscard]] constexpr bool operator!=(const Iterator& other) const { return at_ != other.at_; }

   private:
    [[nodiscard]] constexpr std::size_t Size() const { return static_cast<unsigned char>(*at_); }

    const char* at_;
  };

  /// @param text made by tools/word_list.py; must live as long as the list
  constexpr explicit WordList(std::string_view text) : text_(text) {}

  [[nodiscard]] constexpr Iterator begin() const { return Iterator(text_.data()); }
  [[nodiscard]] constexpr Iterator end() const { return Iterator(text_.data() + text_.size()); }

  [[nodiscard]] constexpr bool Has(std::string_view wanted) const {
    if (wanted.empty()) return false;
    const auto byte = [](char c) { return static_cast<unsigned char>(c); };
    for (const std::string_view word : *this) {
      if (byte(word[0]) > byte(wanted[0])) return false;
      if (word == wanted) return true;
    }
    return false;
  }

 private:
  std::string_view text_;
};

}  // namespace pith::unicode

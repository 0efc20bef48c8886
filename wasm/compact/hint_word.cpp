// core/hints/hint_word.cpp without a table of pointers, which would be as large as the words: a hash of each is noted at the first look-up.

#include <array>

#include "core/hints/hints.h"
#include "core/unicode/unicode.h"
#include "hint_text.h"  // generated from rules/hints.txt

namespace pith::hints {
namespace {

class HintIndex {
 public:
  HintIndex() {
    unsigned hint = 0;
    std::string_view words = kHintText;
    while (!words.empty()) {
      const std::size_t end = words.find_first_of(" ;");
      const std::uint32_t hash = HashOf(words.substr(0, end));
      const std::size_t slot = SlotOf(hash);
      hashes_[slot] = hash;
      hints_[slot] = static_cast<std::uint8_t>(hint);
      if (words[end] == ';') ++hint;
      words.remove_prefix(end + 1);
    }
  }

  [[nodiscard]] HintSet Of(std::string_view word) const {
    const std::size_t slot = SlotOf(HashOf(word));
    return hashes_[slot] != 0 ? HintSet{1} << hints_[slot] : 0;
  }

 private:
  static std::uint32_t HashOf(std::string_view word) {
    std::uint32_t hash = 2166136261U;  // FNV-1a's
    for (const char c : word) hash = (hash ^ static_cast<unsigned char>(unicode::AsciiLower(c))) * 16777619U;
    return hash | 1;
  }

  /// Where a hash stands, or would.
  [[nodiscard]] std::size_t SlotOf(std::uint32_t hash) const {
    std::size_t slot = hash >> 16;
    while (hashes_[slot % kSlots] != 0 && hashes_[slot % kSlots] != hash) ++slot;
    return slot % kSlots;
  }

  static constexpr std::size_t kSlots = 4096;   // there are some 700 words
  std::array<std::uint32_t, kSlots> hashes_{};  ///< 0: free
  std::array<std::uint8_t, kSlots> hints_{};
};

}  // namespace

HintSet OfWord(std::string_view word) {
  static const HintIndex index;
  return index.Of(word);
}

}  // namespace pith::hints

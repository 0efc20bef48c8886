#include "core/hints/hints.h"
#include "core/unicode/word_index.h"

namespace pith::hints {
namespace {

constexpr unicode::WordIndex<kHintWords> kIndex;

}  // namespace

HintSet OfWord(std::string_view word) {
  const std::optional<Hint> found = kIndex.Find(word);
  return found ? Bit(*found) : 0;
}

}  // namespace pith::hints

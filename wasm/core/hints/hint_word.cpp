#include <iterator>

#include "core/hints/hints.h"
#include "core/unicode/word_index.h"

namespace pith::hints {
namespace {

constexpr auto kWordOf = [](const HintWord& entry) { return entry.word; };
constexpr unicode::WordIndex<std::size(kHintWords)> kIndex(kHintWords, kWordOf);

}  // namespace

HintSet OfWord(std::string_view word) {
  const HintWord* found = kIndex.Find(kHintWords, kWordOf, word);
  return found != nullptr ? Bit(found->hint) : 0;
}

}  // namespace pith::hints

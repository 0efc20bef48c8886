// core/html/tag.h without tables of pointers: names are one text, which is read from its beginning.

#include "core/html/tag.h"

namespace pith::html {
namespace {

enum Trait : std::uint8_t { B = 1, V = 2, S = 4, F = 8, I = 16, R = 32, C = 64 };

constexpr std::string_view kNames =
#define PITH_TAG(enumerator, gumbo, name, traits) name " "
#include "core/html/tags.def"
#undef PITH_TAG
    ;

constexpr std::uint8_t kTraits[] = {
    0,
#define PITH_TAG(enumerator, gumbo, name, traits) (traits) & (B | S),  // those that are asked
#include "core/html/tags.def"
#undef PITH_TAG
};

}  // namespace

Tag FromName(std::string_view name) {
  std::uint8_t tag = 0;
  for (std::size_t at = 0; at < kNames.size();) {
    ++tag;
    const std::size_t end = kNames.find(' ', at);
    if (kNames.substr(at, end - at) == name) return static_cast<Tag>(tag);
    at = end + 1;
  }
  return Tag::kUnknown;
}

bool IsBlock(Tag tag) { return (kTraits[static_cast<std::size_t>(tag)] & B) != 0; }
bool HidesContent(Tag tag) { return (kTraits[static_cast<std::size_t>(tag)] & S) != 0; }

}  // namespace pith::html

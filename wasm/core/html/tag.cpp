#include "core/html/tag.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace pith::html {
namespace {

enum Trait : std::uint8_t { B = 1, V = 2, S = 4, F = 8, I = 16, R = 32, C = 64 };

struct Entry {
  std::string_view name;
  std::uint8_t traits;
};

constexpr std::array<Entry, static_cast<std::size_t>(Tag::kCount)> kEntries = {{
    {"", 0},
#define PITH_TAG(enumerator, gumbo, name, traits) {name, traits},
#include "core/html/tags.def"
#undef PITH_TAG
}};

static_assert(std::is_sorted(kEntries.begin(), kEntries.end(), [](const Entry& a, const Entry& b) { return a.name < b.name; }));

/// Where FromName() begins to look for a name.
constexpr std::size_t kSlots = 512;  // a power of two, and four times as many as there are names
constexpr std::size_t SlotOf(std::string_view name) {
  const auto at = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(name[i])); };
  return (name.size() * 37 + at(0) * 5 + at(name.size() - 1) * 59 + at(name.size() / 2) * 17) % kSlots;
}

/// The names by slot, each in its own or in the next free one; 0 where there is none.
constexpr std::array<std::uint8_t, kSlots> kIndex = [] {
  std::array<std::uint8_t, kSlots> index{};
  for (std::size_t i = 1; i < kEntries.size(); ++i) {
    std::size_t slot = SlotOf(kEntries[i].name);
    while (index[slot] != 0) slot = (slot + 1) % kSlots;
    index[slot] = static_cast<std::uint8_t>(i);
  }
  return index;
}();

bool Has(Tag tag, Trait trait) { return (kEntries[static_cast<std::size_t>(tag)].traits & trait) != 0; }

}  // namespace

Tag FromName(std::string_view name) {
  if (name.empty()) return Tag::kUnknown;
  for (std::size_t slot = SlotOf(name); kIndex[slot] != 0; slot = (slot + 1) % kSlots) {
    if (kEntries[kIndex[slot]].name == name) return static_cast<Tag>(kIndex[slot]);
  }
  return Tag::kUnknown;
}

std::string_view NameOf(Tag tag) { return kEntries[static_cast<std::size_t>(tag)].name; }

bool IsBlock(Tag tag) { return Has(tag, B); }
bool IsVoid(Tag tag) { return Has(tag, V); }
bool HidesContent(Tag tag) { return Has(tag, S); }
bool IsFormatting(Tag tag) { return Has(tag, F); }
bool EndIsOptional(Tag tag) { return Has(tag, I); }
bool IsRawText(Tag tag) { return Has(tag, R); }
bool BoundsScope(Tag tag) { return Has(tag, C); }

}  // namespace pith::html

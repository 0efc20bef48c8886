#include "core/html/tag.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace pith::html {
namespace {

enum Trait : std::uint8_t { B = 1, V = 2, S = 4, F = 8, I = 16, R = 32, H = 64 };

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

bool Has(Tag tag, Trait trait) { return (kEntries[static_cast<std::size_t>(tag)].traits & trait) != 0; }

}  // namespace

Tag FromName(std::string_view name) {
  const auto* found = std::lower_bound(kEntries.begin(), kEntries.end(), name, [](const Entry& entry, std::string_view wanted) { return entry.name < wanted; });
  if (found == kEntries.end() || found->name != name) return Tag::kUnknown;
  return static_cast<Tag>(found - kEntries.begin());
}

std::string_view NameOf(Tag tag) { return kEntries[static_cast<std::size_t>(tag)].name; }

bool IsBlock(Tag tag) { return Has(tag, B); }
bool IsVoid(Tag tag) { return Has(tag, V); }
bool HidesContent(Tag tag) { return Has(tag, S); }
bool IsFormatting(Tag tag) { return Has(tag, F); }
bool EndIsOptional(Tag tag) { return Has(tag, I); }
bool IsRawText(Tag tag) { return Has(tag, R); }

}  // namespace pith::html

#pragma once

// What the targets share: the first byte of an input chooses the options, so that one corpus covers them all.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "pith/pith.h"

namespace pith::fuzz {

struct Choice {
  std::uint8_t bits = 0;
  std::string_view page;  ///< the rest of the input

  [[nodiscard]] bool Has(unsigned bit) const { return (bits >> bit & 1) != 0; }
};

[[nodiscard]] inline Choice ChoiceOf(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return {};
  return {data[0], {reinterpret_cast<const char*>(data) + 1, size - 1}};
}

[[nodiscard]] inline Options OptionsOf(const Choice& choice) {
  Options options;
  options.explain = choice.Has(1);
  options.outputs.tree = true;
  if (choice.Has(2)) options.url = "https://example.org/a/b?c#d";
  if (choice.Has(3)) options.charset = "utf-8";
  if (choice.Has(4)) options.limits = {1 << 16, 8, 64, 64, 2048, 20'000};
  if (choice.Has(5)) options.ranges = choice.Has(6) ? Unit::kUtf16 : Unit::kBytes;
  return options;
}

/// Ends the target with a finding where something does not hold.
inline void Expect(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "not true: %s\n", what);
  std::abort();
}

}  // namespace pith::fuzz

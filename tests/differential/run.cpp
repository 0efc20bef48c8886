#include "differential/run.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string_view>
#include <vector>

#include "differential/mutations.h"
#include "unit/support/gumbo_trees.h"

namespace pith::testing {
namespace {

/// Leaves out what the difference does not need, in ever smaller pieces.
std::string Shortened(std::string page, const Comparison& comparison) {
  for (std::size_t piece = std::max<std::size_t>(1, page.size() / 2); piece > 0; piece /= 2) {
    for (std::size_t at = 0; at < page.size();) {
      std::string less = page;
      less.erase(at, piece);
      if (comparison.is_equal(less)) {
        at += piece;
      } else {
        page = std::move(less);
      }
    }
  }
  return page;
}

int Differs(const std::string& what, const std::string& page, const Comparison& comparison) {
  const std::string shortened = Shortened(page, comparison);
  std::printf("%s differs, here as short as it got:\n", what.c_str());
  for (const char c : shortened) {
    if (c >= ' ' && c < 0x7F && c != '\\') {
      std::putchar(c);
    } else {
      std::printf("\\x%02X", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
  }
  std::printf("\n%s\n", comparison.explain(shortened).c_str());
  return 1;
}

}  // namespace

int RunDifferential(int count, char** arguments, const Comparison& comparison) {
  std::size_t inputs = 20000;
  long seconds = 60, seed = 1;
  std::vector<std::string> pages;
  for (int i = 1; i < count; ++i) {
    const std::string_view argument = arguments[i];
    const auto number = [&] { return i + 1 < count ? std::strtol(arguments[++i], nullptr, 10) : 0; };
    if (argument == "--inputs") {
      inputs = static_cast<std::size_t>(number());
    } else if (argument == "--seconds") {
      seconds = number();
    } else if (argument == "--seed") {
      seed = number();
    } else {
      std::ifstream file(arguments[i], std::ios::binary);
      pages.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
      if (pages.back().empty()) {
        std::fprintf(stderr, "%s: nothing to read\n", arguments[i]);
        return 2;
      }
    }
  }
  for (std::string& page : pages) {
    page = WithComparableNumbers(page);
    if (!comparison.is_equal(page)) return Differs("a page", page, comparison);
  }
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
  Mutations mutations(static_cast<std::uint32_t>(seed), pages);
  if (!comparison.foreign) mutations.LeaveOutForeign();
  std::size_t compared = 0, bytes = 0;
  for (; compared < inputs && std::chrono::steady_clock::now() < end; ++compared) {
    const std::string page = mutations.Next();
    bytes += page.size();
    if (!comparison.is_equal(page)) return Differs("input " + std::to_string(compared) + " of seed " + std::to_string(seed), page, comparison);
  }
  std::printf("%zu pages and %zu inputs (%zu bytes): %s\n", pages.size(), compared, bytes, comparison.proved);
  return compared > 0 || !pages.empty() ? 0 : 2;
}

}  // namespace pith::testing

// Compares our parser with stock Gumbo: the same tree for every page, and for many that are made of them.
//
// usage: trees_differential [--inputs N] [--seconds N] [--seed N] [PAGE…]
//
// Every page is compared as a whole; then so many made-up inputs (default 20000), for at most so many seconds (default 60).
// Exit code 1 where a tree differs: the input, as short as it got, is printed.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "differential/mutations.h"
#include "unit/support/gumbo_trees.h"

namespace {

using pith::testing::StockTreeOf;
using pith::testing::TreeOf;

bool IsEqual(const std::string& page) { return TreeOf(page) == StockTreeOf(page); }

/// Leaves out what the difference does not need, in ever smaller pieces.
std::string Shortened(std::string page) {
  for (std::size_t piece = std::max<std::size_t>(1, page.size() / 2); piece > 0; piece /= 2) {
    for (std::size_t at = 0; at < page.size();) {
      std::string less = page;
      less.erase(at, piece);
      if (IsEqual(less)) {
        at += piece;
      } else {
        page = std::move(less);
      }
    }
  }
  return page;
}

int Differs(const std::string& what, const std::string& page) {
  const std::string shortened = Shortened(page);
  std::printf("%s: the trees differ, for\n", what.c_str());
  for (const char c : shortened) {
    if (c >= ' ' && c < 0x7F && c != '\\') {
      std::putchar(c);
    } else {
      std::printf("\\x%02X", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
  }
  std::printf("\nours:%s\nstock:%s\n", TreeOf(shortened).c_str(), StockTreeOf(shortened).c_str());
  return 1;
}

}  // namespace

int main(int count, char** arguments) {
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
  if (!pith::testing::HasStockGumbo()) {
    std::fprintf(stderr, "libgumbo.so.1 is missing (apt install libgumbo1)\n");
    return 2;
  }
  for (std::string& page : pages) {
    page = pith::testing::WithoutHugeNumbers(page);
    if (!IsEqual(page)) return Differs("a page", page);
  }
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
  pith::testing::Mutations mutations(static_cast<std::uint32_t>(seed), pages);
  std::size_t compared = 0, bytes = 0;
  for (; compared < inputs && std::chrono::steady_clock::now() < end; ++compared) {
    const std::string page = mutations.Next();
    bytes += page.size();
    if (!IsEqual(page)) return Differs("input " + std::to_string(compared) + " of seed " + std::to_string(seed), page);
  }
  std::printf("%zu pages and %zu inputs (%zu bytes): the same trees as stock Gumbo's\n", pages.size(), compared, bytes);
  return compared > 0 || !pages.empty() ? 0 : 2;
}

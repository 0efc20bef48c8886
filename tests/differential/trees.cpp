// Compares our parser with stock Gumbo: the same tree for every page, and for many inputs that are made of them.
//
// usage: trees_differential [--inputs N] [--seconds N] [--seed N] [PAGE…]

#include <cstdio>

#include "differential/run.h"
#include "unit/support/gumbo_trees.h"

int main(int count, char** arguments) {
  using namespace pith::testing;
  if (!HasStockGumbo()) {
    std::fprintf(stderr, "libgumbo.so.1 is missing (apt install libgumbo1)\n");
    return 2;
  }
  const auto is_equal = [](const std::string& page) { return TreeOf(page) == StockTreeOf(page); };
  const auto explain = [](const std::string& page) { return "ours:" + TreeOf(page) + "\nstock:" + StockTreeOf(page); };
  return RunDifferential(count, arguments, {true, "the same trees as stock Gumbo's", is_equal, explain});
}

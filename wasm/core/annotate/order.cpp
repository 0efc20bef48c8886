#include "core/annotate/order.h"

#include <algorithm>
#include <numeric>

namespace pith::annotate {

// One sort for all: each kind of key would have 4 KB of code of its own.
std::vector<BlockId> OrderBy(const std::vector<std::uint64_t>& keys) {
  std::vector<BlockId> order(keys.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](BlockId a, BlockId b) { return keys[a] != keys[b] ? keys[a] < keys[b] : a < b; });
  return order;
}

}  // namespace pith::annotate

// Any text through our parser and through stock Gumbo: the same tree.

#include <algorithm>
#include <string>

#include "core/decode/decode.h"
#include "core/scan/scan.h"
#include "fuzz/choices.h"
#include "unit/support/gumbo_trees.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const pith::fuzz::Choice choice = pith::fuzz::ChoiceOf(data, size);
  const pith::decode::Decoded decoded = pith::decode::ToUtf8(choice.page, "utf-8", true);
  const std::string page = pith::testing::WithComparableNumbers(decoded.Text());
  constexpr int kFewTags = 1000;  // beyond, and in tags of very many attributes, ours leaves out what stock Gumbo keeps (wasm/gumbo/fast_gumbo.h)
  if (std::count(page.begin(), page.end(), '<') > kFewTags || !pith::scan::Scan(page, {}).warnings.empty()) return 0;
  pith::fuzz::Expect(pith::testing::TreeOf(page) == pith::testing::StockTreeOf(page), "our tree is stock Gumbo's");
  return 0;
}

// The core for the bookmarklet, whose engine has to fit a bookmark: three C functions, no glue. Converts and does nothing else.
//
//   pith_input(size)                  memory to write the address and then the page's snapshot into
//   pith_extract(address_size, flags) extracts; the JSON's place in memory
//   pith_output_size()                its bytes
//
// Both places are valid until the next call. A trap ends the instance.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "pith/pith.h"

namespace {

/// Flags of pith_extract, as in web/bookmarklet/engine.ts.
constexpr std::uint32_t kExplain = 1, kHtml = 2, kMarkdown = 4, kText = 8, kTree = 16;

// The page and the answer live here between calls, because JavaScript reads and writes them in place.
std::string input_bytes;
std::string output_json;

}  // namespace

extern "C" {

char* pith_input(std::size_t size) {
  input_bytes.assign(size, '\0');
  return input_bytes.data();
}

const char* pith_extract(std::size_t address_size, std::uint32_t flags) {
  const std::string_view input = input_bytes;
  pith::Options options;
  options.url = input.substr(0, address_size);
  options.explain = (flags & kExplain) != 0;
  options.outputs = {(flags & kHtml) != 0, (flags & kMarkdown) != 0, (flags & kText) != 0, (flags & kTree) != 0};
  output_json = pith::ToJson(pith::ExtractSnapshot(input.substr(address_size), options), options);
  return output_json.data();
}

std::size_t pith_output_size() { return output_json.size(); }

}  // extern "C"

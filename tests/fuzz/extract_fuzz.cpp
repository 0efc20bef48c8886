// Any bytes as a page: no crash, no hang, an article or a typed failure, and JSON in UTF-8 either way.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "pith/pith.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // The first byte chooses the options, so that one corpus covers them all.
  const std::uint8_t choice = size > 0 ? data[0] : 0;
  const std::string_view page(reinterpret_cast<const char*>(data) + (size > 0 ? 1 : 0), size > 0 ? size - 1 : 0);
  pith::Options options;
  options.plain = (choice & 1) != 0;
  options.explain = (choice & 2) != 0;
  options.outputs.tree = true;
  if ((choice & 4) != 0) options.url = "https://example.org/a/b?c#d";
  if ((choice & 8) != 0) options.charset = "utf-8";
  if ((choice & 16) != 0) options.limits = {1 << 16, 8, 64, 64};
  const pith::Result result = pith::Extract(page, options);
  const std::string json = pith::ToJson(result, options);
  if (json.empty() || json.front() != '{' || json.back() != '}') std::abort();
  // Nothing executable leaves: a "<" in the output begins an element of ours, in text it is escaped.
  for (const char* forbidden : {"<script", "<a href=\"javascript:", "<img src=\"javascript:"}) {
    if (result.article.html.find(forbidden) != std::string::npos) std::abort();
  }
  return 0;
}

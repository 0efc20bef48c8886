// Any bytes as an address, with and without a base: with one, what comes out is absolute, and resolving that again changes nothing.

#include <string>

#include "core/url/url.h"
#include "fuzz/choices.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const pith::fuzz::Choice choice = pith::fuzz::ChoiceOf(data, size);
  const bool has_base = choice.Has(0);
  const std::string resolved = pith::url::Resolve(has_base ? "https://example.org/a/b?c#d" : "", choice.page);
  if (has_base && !resolved.empty()) pith::fuzz::Expect(pith::url::Resolve("https://other.example/", resolved) == resolved, "resolving twice changes nothing");
  return 0;
}

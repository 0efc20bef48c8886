// Any bytes as an address, with and without a base: with one, what comes out is absolute, resolving that again changes nothing, and what is
// resolved in haste is what the parser makes of it.

#include <string>

#include "core/url/parser.h"
#include "core/url/url.h"
#include "fuzz/choices.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const pith::fuzz::Choice choice = pith::fuzz::ChoiceOf(data, size);
  const bool has_base = choice.Has(0);
  const std::string_view base = has_base ? "https://example.org/a/b?c#d" : "";
  const std::string resolved = pith::url::Resolve(base, choice.page);
  pith::fuzz::Expect(resolved == pith::url::ResolveByParser(base, choice.page), "the parser resolves it to the same");
  pith::fuzz::Expect(pith::url::Resolve(choice.page, "d/e") == pith::url::ResolveByParser(choice.page, "d/e"), "also with the page's bytes as the base");
  if (has_base && !resolved.empty()) pith::fuzz::Expect(pith::url::Resolve("https://other.example/", resolved) == resolved, "resolving twice changes nothing");
  return 0;
}

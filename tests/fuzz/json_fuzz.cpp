// Any bytes as JSON, as a page's JSON-LD: a tree whose parts lie within each other, or none.

#include <string>

#include "fuzz/article_checks.h"
#include "fuzz/choices.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const pith::fuzz::Choice choice = pith::fuzz::ChoiceOf(data, size);
  const pith::Options options = pith::fuzz::OptionsOf(choice);
  const std::string page = "<script type='application/ld+json'>" + std::string(choice.page) + "</script><article><p>The gulls returned to the pier on Monday, and nobody had fed them.</article>";
  pith::fuzz::ExpectKeptPromises(pith::Extract(page, options), options);
  return 0;
}

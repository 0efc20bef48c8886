// Any bytes as a page: no crash, no hang, an article that keeps its promises or a typed failure; the same again for the same page.

#include "fuzz/article_checks.h"
#include "fuzz/choices.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const pith::fuzz::Choice choice = pith::fuzz::ChoiceOf(data, size);
  pith::Options options = pith::fuzz::OptionsOf(choice);
  options.front_matter = choice.Has(0);
  if (options.front_matter) options.limits.output_bytes = pith::Limits{}.output_bytes;  // which does not count the metadata
  pith::fuzz::ExpectKeptPromises(pith::Extract(choice.page, options), options);
  return 0;
}

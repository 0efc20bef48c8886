// Any bytes as a page: no crash, no hang, an article that keeps its promises or a typed failure; the same again for the same page.

#include "fuzz/article_checks.h"
#include "fuzz/choices.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const pith::fuzz::Choice choice = pith::fuzz::ChoiceOf(data, size);
  pith::Options options = pith::fuzz::OptionsOf(choice);
  options.front_matter = choice.Has(0);
  if (options.front_matter) options.limits.output_bytes = pith::Limits{}.output_bytes;  // which does not count the metadata
  const pith::Result result = pith::Extract(choice.page, options);
  pith::fuzz::ExpectKeptPromises(result, options);
  for (const pith::Removal& removal : result.article.removed) {
    pith::fuzz::Expect(removal.range.begin <= removal.range.end && removal.range.end <= choice.page.size(), "ranges lie in the page");
  }
  return 0;
}

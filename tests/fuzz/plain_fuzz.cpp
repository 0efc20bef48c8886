// Any bytes as plain text.

#include "fuzz/article_checks.h"
#include "fuzz/choices.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const pith::fuzz::Choice choice = pith::fuzz::ChoiceOf(data, size);
  pith::Options options = pith::fuzz::OptionsOf(choice);
  options.plain = true;
  pith::fuzz::ExpectKeptPromises(pith::Extract(choice.page, options), options);
  return 0;
}

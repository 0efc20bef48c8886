// Any bytes as the stream that a script in a live page wrote.

#include "fuzz/article_checks.h"
#include "fuzz/choices.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const pith::fuzz::Choice choice = pith::fuzz::ChoiceOf(data, size);
  const pith::Options options = pith::fuzz::OptionsOf(choice);
  pith::fuzz::ExpectKeptPromises(pith::ExtractSnapshot(choice.page, options), options);
  return 0;
}

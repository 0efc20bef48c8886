// Three lines of any bytes as a user's rules, the rest as the page: a rule that is wrong is refused in words, any other gives an article that
// keeps its promises, is the same a second time, and is empty where all is removed.

#include <array>
#include <string>

#include "fuzz/article_checks.h"
#include "fuzz/choices.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  pith::fuzz::Choice choice = pith::fuzz::ChoiceOf(data, size);
  pith::Options options = pith::fuzz::OptionsOf(choice);
  std::array<std::string_view, 3> lines;
  for (std::string_view& line : lines) {
    const std::size_t end = choice.page.find('\n');
    line = choice.page.substr(0, end);
    choice.page.remove_prefix(end == std::string_view::npos ? choice.page.size() : end + 1);
  }
  options.rules = {lines[0], lines[1], lines[2]};
  using pith::fuzz::Expect;
  const pith::Result result = pith::Extract(choice.page, options);
  pith::fuzz::ExpectKeptPromises(result, options);
  if (result.failure.code == pith::Error::kBadRule) {
    Expect(!result.failure.message.empty(), "a wrong rule is told in words");
    return 0;
  }
  Expect(pith::ToJson(result, options) == pith::ToJson(pith::Extract(choice.page, options), options), "the same rules give the same article");
  options.rules.remove = "*";
  Expect(pith::Extract(choice.page, options).article.word_count == 0, "a rule that removes all leaves nothing");
  return 0;
}

// Changes pages as pages: tags, attributes, references and nests come and go, beside the bytes that libFuzzer changes itself.

#include <cstring>
#include <string>
#include <vector>

#include "differential/mutations.h"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed) {
  if (seed % 4 == 0 || size == 0) return LLVMFuzzerMutate(data, size, most);
  std::string page(reinterpret_cast<const char*>(data) + 1, size - 1);  // the first byte chooses options
  const std::vector<std::string> pages = {page};
  pith::testing::Mutations mutations(seed, pages);
  for (unsigned i = 0; i < 1 + seed / 4 % 3; ++i) mutations.Change(page);
  page.resize(std::min(page.size(), most - 1));
  std::memcpy(data + 1, page.data(), page.size());
  return page.size() + 1;
}

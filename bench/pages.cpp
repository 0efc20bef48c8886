#include "bench/pages.h"

#include <cstdio>
#include <fstream>
#include <sstream>

namespace bench {
namespace {

constexpr std::size_t kLarge = std::size_t{1} << 20;  // bytes

/// What stands between a page's `<body …>` and `</body>`; the whole page where it has none.
std::string BodyOf(const std::string& page) {
  const std::size_t body = page.find("<body");
  const std::size_t start = body == std::string::npos ? 0 : page.find('>', body) + 1;
  return page.substr(start, page.find("</body", start) - start);
}

}  // namespace

Pages ReadPages(int& argc, char** argv) {
  Pages pages;
  int kept = 1;
  for (int i = 1; i < argc; ++i) {
    if (argv[i][0] == '-') {
      argv[kept++] = argv[i];
      continue;
    }
    std::ostringstream bytes;
    bytes << std::ifstream(argv[i], std::ios::binary).rdbuf();
    pages.all.push_back(bytes.str());
    pages.bytes += pages.all.back().size();
    if (pages.all.back().empty()) std::fprintf(stderr, "%s: nothing to read\n", argv[i]);
  }
  argc = kept;
  if (pages.bytes == 0) return pages;
  pages.large = "<!DOCTYPE html><html lang=en><meta charset=utf-8><title>All of them</title><body>";
  for (std::size_t i = 0; pages.large.size() < kLarge; i = (i + 1) % pages.all.size()) pages.large += "<section>" + BodyOf(pages.all[i]) + "</section>";
  return pages;
}

}  // namespace bench

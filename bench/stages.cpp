// What tests/speed counts: each stage over all pages once, within a function that callgrind can be told to look at.
//
// usage: pith_stages PAGE…      prints the stages' names, one a line, in the order in which MeasuredStage() runs them

#include <cstdio>
#include <deque>

#include "bench/pages.h"
#include "bench/works.h"

namespace {

/// A page that all stages have run over.
struct Page {
  std::string_view bytes;
  bench::Staged staged;
};

}  // namespace

/// Callgrind counts what happens in here, and writes down the sum each time that it ends.
extern "C" [[gnu::noinline, gnu::used]] void MeasuredStage(const bench::Work& work, const std::deque<Page>& pages) {
  for (const Page& page : pages) work.run(page.bytes, page.staged);
}

int main(int argc, char** argv) {
  const bench::Pages given = bench::ReadPages(argc, argv);
  std::deque<Page> pages;  // what a stage made points into what another made, so that nothing may move
  for (const std::string& bytes : given.all) {
    pages.push_back({bytes, {}});
    if (!bench::Stage(bytes, pages.back().staged)) pages.pop_back();
  }
  if (pages.empty()) {
    std::fprintf(stderr, "usage: %s PAGE...\n", argv[0]);
    return 2;
  }
  for (const bench::Work& work : bench::Works()) {
    MeasuredStage(work, pages);
    std::puts(work.name);
  }
}

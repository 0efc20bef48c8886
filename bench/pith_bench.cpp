// What each stage costs, and the whole: bytes of the page per second, so that stages of one run can be compared.
//
// usage: pith_bench [--benchmark_…] PAGE…

#include <benchmark/benchmark.h>

#include <cstdio>

#include "bench/pages.h"
#include "bench/works.h"

namespace {

using bench::Stage;
using bench::Staged;
using bench::Work;

/// One work over a set of pages, whose bytes are those of the pages whatever the stage sees of them.
void Register(const std::string& set, const std::vector<std::string_view>& pages, const std::vector<Staged>& staged) {
  std::size_t bytes = 0;
  for (const std::string_view page : pages) bytes += page.size();
  for (const Work& work : bench::Works()) {
    benchmark::RegisterBenchmark((std::string(work.name) + "/" + set).c_str(), [&pages, &staged, run = work.run, bytes](benchmark::State& state) {
      for (auto _ : state) {
        for (std::size_t i = 0; i < pages.size(); ++i) run(pages[i], staged[i]);
      }
      state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
    })->Unit(benchmark::kMillisecond);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const bench::Pages given = bench::ReadPages(argc, argv);
  benchmark::Initialize(&argc, argv);
  if (given.bytes == 0) {
    std::fprintf(stderr, "usage: %s [--benchmark_...] PAGE...\n", argv[0]);
    return 2;
  }
  std::vector<std::string_view> pages, large = {given.large};
  std::vector<Staged> staged(given.all.size()), staged_large(1);
  for (const std::string& page : given.all) {
    if (Stage(page, staged[pages.size()])) pages.emplace_back(page);
  }
  if (!Stage(given.large, staged_large[0])) large.clear();
  Register("pages", pages, staged);
  if (!large.empty()) Register("large", large, staged_large);
  benchmark::RunSpecifiedBenchmarks();
}

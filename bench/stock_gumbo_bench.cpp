// The parser alone, as Debian builds it: what every extractor on Gumbo pays before it begins.
//
// usage: pith_bench_stock_gumbo [--benchmark_…] PAGE…

#include <benchmark/benchmark.h>
#include <gumbo.h>

#include <cstdio>

#include "bench/pages.h"

namespace {

void Parse(const std::string& page) {
  GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
  benchmark::DoNotOptimize(output->root);
  gumbo_destroy_output(&kGumboDefaultOptions, output);
}

}  // namespace

int main(int argc, char** argv) {
  const bench::Pages pages = bench::ReadPages(argc, argv);
  benchmark::Initialize(&argc, argv);
  if (pages.bytes == 0) {
    std::fprintf(stderr, "usage: %s [--benchmark_...] PAGE...\n", argv[0]);
    return 2;
  }
  benchmark::RegisterBenchmark("stock_gumbo/pages", [&](benchmark::State& state) {
    for (auto _ : state) {
      for (const std::string& page : pages.all) Parse(page);
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(pages.bytes));
  })->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("stock_gumbo/large", [&](benchmark::State& state) {
    for (auto _ : state) Parse(pages.large);
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(pages.large.size()));
  })->Unit(benchmark::kMillisecond);
  benchmark::RunSpecifiedBenchmarks();
}

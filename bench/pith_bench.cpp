// What each stage costs, and the whole: bytes of the page per second, so that stages of one run can be compared.
//
// usage: pith_bench [--benchmark_…] PAGE…

#include <benchmark/benchmark.h>

#include <cstdio>
#include <functional>

#include "bench/pages.h"
#include "core/annotate/annotate.h"
#include "core/clean/clean.h"
#include "core/decode/decode.h"
#include "core/metadata/metadata.h"
#include "core/parse/parse.h"
#include "core/render/render.h"
#include "core/scan/scan.h"
#include "core/score/score.h"
#include "core/select/select.h"

namespace {

/// A page with what every stage made of it, so that each can be run by itself.
struct Staged {
  pith::decode::Decoded decoded;
  pith::scan::Scanned scanned;
  pith::parse::Document document;
  pith::Metadata metadata;
  pith::annotate::Blocks blocks;
  pith::score::Scores scores;
  pith::select::Selection selection;
  pith::clean::ArticleTree tree;
};

/// Fills `staged`; false where the page is in an encoding that the core leaves to its host.
bool Stage(std::string_view page, Staged& staged) {
  staged.decoded = pith::decode::ToUtf8(page, {}, false);
  if (staged.decoded.failure.code != pith::Error::kNone) return false;
  staged.scanned = pith::scan::Scan(staged.decoded.text, {});
  staged.document = pith::parse::Parse(staged.scanned.markup);
  staged.blocks = pith::annotate::Annotate(staged.document);
  staged.metadata = pith::metadata::Read(staged.document, staged.blocks, staged.scanned.json_ld, {});
  staged.scores = pith::score::Score(staged.document, staged.blocks, staged.metadata, staged.scanned.json_ld);
  staged.selection = pith::select::Select(staged.document, staged.blocks, staged.scores, staged.metadata);
  staged.tree = pith::clean::Clean(staged.document, staged.blocks, staged.selection, staged.metadata, {});
  return true;
}

using Work = std::function<void(std::string_view page, const Staged& staged)>;

struct Named {
  const char* name;
  Work work;
};

template <typename T>
void Use(const T& result) {
  benchmark::DoNotOptimize(&result);
}

const Named kWorks[] = {
    {"decode", [](std::string_view page, const Staged&) { Use(pith::decode::ToUtf8(page, {}, false)); }},
    {"scan", [](std::string_view, const Staged& staged) { Use(pith::scan::Scan(staged.decoded.text, {})); }},
    {"parse", [](std::string_view, const Staged& staged) { Use(pith::parse::Parse(staged.scanned.markup)); }},
    {"annotate", [](std::string_view, const Staged& staged) { Use(pith::annotate::Annotate(staged.document)); }},
    {"metadata", [](std::string_view, const Staged& staged) { Use(pith::metadata::Read(staged.document, staged.blocks, staged.scanned.json_ld, {})); }},
    {"score", [](std::string_view, const Staged& staged) { Use(pith::score::Score(staged.document, staged.blocks, staged.metadata, staged.scanned.json_ld)); }},
    {"select", [](std::string_view, const Staged& staged) { Use(pith::select::Select(staged.document, staged.blocks, staged.scores, staged.metadata)); }},
    {"clean", [](std::string_view, const Staged& staged) { Use(pith::clean::Clean(staged.document, staged.blocks, staged.selection, staged.metadata, {})); }},
    {"render_html", [](std::string_view, const Staged& staged) { Use(pith::render::Html(staged.tree)); }},
    {"render_markdown", [](std::string_view, const Staged& staged) { Use(pith::render::Markdown(staged.tree)); }},
    {"render_text", [](std::string_view, const Staged& staged) { Use(pith::render::Text(staged.tree)); }},
    {"extract", [](std::string_view page, const Staged&) { Use(pith::Extract(page)); }},
};

/// One work over a set of pages, whose bytes are those of the pages whatever the stage sees of them.
void Register(const std::string& set, const std::vector<std::string_view>& pages, const std::vector<Staged>& staged) {
  std::size_t bytes = 0;
  for (const std::string_view page : pages) bytes += page.size();
  for (const Named& named : kWorks) {
    benchmark::RegisterBenchmark((std::string(named.name) + "/" + set).c_str(), [&pages, &staged, &work = named.work, bytes](benchmark::State& state) {
      for (auto _ : state) {
        for (std::size_t i = 0; i < pages.size(); ++i) work(pages[i], staged[i]);
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

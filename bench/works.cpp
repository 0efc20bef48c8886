#include "bench/works.h"

#include "core/annotate/layout.h"
#include "core/metadata/metadata.h"
#include "core/render/render.h"
#include "pith/pith.h"

namespace bench {
namespace {

/// Keeps the compiler from leaving out what nobody reads.
template <typename T>
void Use(const T& result) {
  asm volatile("" : : "r"(&result) : "memory");
}

constexpr Work kWorks[] = {
    {"decode", [](std::string_view page, const Staged&) { Use(pith::decode::ToUtf8(page, {}, false)); }},
    {"scan", [](std::string_view, const Staged& staged) { Use(pith::scan::Scan(staged.decoded.Text(), {})); }},
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

}  // namespace

bool Stage(std::string_view page, Staged& staged) {
  staged.decoded = pith::decode::ToUtf8(page, {}, false);
  if (staged.decoded.failure.code != pith::Error::kNone) return false;
  staged.scanned = pith::scan::Scan(staged.decoded.Text(), {});
  staged.document = pith::parse::Parse(staged.scanned.markup);
  pith::annotate::LayOut(staged.document);
  staged.blocks = pith::annotate::Annotate(staged.document);
  staged.metadata = pith::metadata::Read(staged.document, staged.blocks, staged.scanned.json_ld, {});
  staged.scores = pith::score::Score(staged.document, staged.blocks, staged.metadata, staged.scanned.json_ld);
  staged.selection = pith::select::Select(staged.document, staged.blocks, staged.scores, staged.metadata);
  staged.tree = pith::clean::Clean(staged.document, staged.blocks, staged.selection, staged.metadata, {});
  return true;
}

std::span<const Work> Works() { return kWorks; }

}  // namespace bench

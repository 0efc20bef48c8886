// Compares extraction with and without the scan before the parser: the same article and the same metadata.
//
// usage: scan_differential [--inputs N] [--seconds N] [--seed N] [PAGE…]

#include "core/scan/scan.h"

#include "core/annotate/annotate.h"
#include "core/annotate/layout.h"
#include "core/clean/clean.h"
#include "core/decode/decode.h"
#include "core/metadata/metadata.h"
#include "core/parse/parse.h"
#include "core/render/render.h"
#include "core/score/score.h"
#include "core/select/select.h"
#include "differential/run.h"

namespace {

/// The tree without what the scan leaves out: the text of scripts and styles is empty, and so is a text that a comment parts from
/// the one before it, which then holds both.
pith::parse::Document DocumentOf(const std::string& markup) {
  pith::parse::Document document = pith::parse::Parse(markup);
  pith::parse::NodeId first = 0;
  for (pith::parse::NodeId id = 1; id < document.nodes.size(); ++id) {
    pith::parse::Node& node = document.nodes[id];
    if (!document.IsText(id)) continue;
    const pith::html::Tag parent = document.nodes[node.parent].tag;
    if (parent == pith::html::Tag::kScript || parent == pith::html::Tag::kStyle) node.count = 0;
    if (!document.IsText(id - 1) || document.nodes[id - 1].parent != node.parent) {
      first = id;
      continue;
    }
    const std::string joined = std::string(document.TextOf(first)) + std::string(document.TextOf(id));
    document.nodes[first].data = static_cast<std::uint32_t>(document.characters.size());
    document.nodes[first].count = static_cast<std::uint32_t>(joined.size());
    document.characters += joined;
    node.count = 0;
  }
  return document;
}

/// What becomes of markup, whether the scan has been over it or not.
std::string ResultOf(const std::string& markup, const std::vector<std::string_view>& json_ld) {
  pith::parse::Document document = DocumentOf(markup);
  pith::annotate::LayOut(document);
  const pith::annotate::Blocks blocks = pith::annotate::Annotate(document);
  const pith::Metadata metadata = pith::metadata::Read(document, blocks, json_ld, {});
  const pith::score::Scores scores = pith::score::Score(document, blocks, metadata, json_ld);
  const pith::select::Selection selection = pith::select::Select(document, blocks, scores, metadata);
  const pith::clean::ArticleTree tree = pith::clean::Clean(document, blocks, selection, metadata, {});
  std::string result = metadata.title + '\n' + metadata.byline + '\n' + metadata.published_time + '\n' + metadata.excerpt + '\n' + metadata.image + '\n';
  for (const pith::annotate::Block& block : blocks.blocks) (result += blocks.TextOf(block)) += '\n';
  return result + pith::render::Html(tree) + pith::render::Text(tree);
}

struct Results {
  std::string with, without;
};

/// Where the scan left something out because of a limit, or elements that end in their start tags, as only XML has them, the results may differ:
/// then there are none.
Results ResultsOf(const std::string& page) {
  const pith::decode::Decoded decoded = pith::decode::ToUtf8(page, "utf-8", false);
  const pith::scan::Scanned scanned = pith::scan::Scan(decoded.Text(), {});
  if (!scanned.warnings.empty() || decoded.Text().substr(0, 5) == "<?xml") return {};
  return {ResultOf(scanned.markup, scanned.json_ld), ResultOf(std::string(decoded.Text()), scanned.json_ld)};
}

}  // namespace

int main(int count, char** arguments) {
  const auto is_equal = [](const std::string& page) {
    const Results results = ResultsOf(page);
    return results.with == results.without;
  };
  const auto explain = [](const std::string& page) {
    const Results results = ResultsOf(page);
    return "with:\n" + results.with + "\nwithout:\n" + results.without;
  };
  return pith::testing::RunDifferential(count, arguments, {false, "the same results with and without the scan", is_equal, explain});
}

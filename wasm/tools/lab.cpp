// The core as a shared library for the trainer (tools/train): Python asks it for features, predictions and selections, so that
// there is one code for each. C functions, for ctypes.

#include <cstring>
#include <string>
#include <vector>

#include "core/annotate/annotate.h"
#include "core/clean/clean.h"
#include "core/decode/decode.h"
#include "core/metadata/metadata.h"
#include "core/parse/parse.h"
#include "core/plain/plain.h"
#include "core/render/render.h"
#include "core/scan/scan.h"
#include "core/score/context.h"
#include "core/score/features.h"
#include "core/score/score.h"
#include "core/select/select.h"

namespace {

/// One page, held open while its model is trained.
struct Page {
  pith::parse::Document document;
  pith::Metadata metadata;
  pith::annotate::Blocks blocks;
  pith::score::FeatureTable table;
  std::string text;  ///< the last article asked for
};

}  // namespace

#define PITH_LAB extern "C" __attribute__((visibility("default")))

PITH_LAB Page* lab_open(const char* bytes, std::size_t size, bool plain) {
  auto* page = new Page;
  const pith::decode::Decoded decoded = pith::decode::ToUtf8({bytes, size}, {}, plain);
  if (plain) {
    page->document = pith::plain::ToDocument(decoded.text);
    page->blocks = pith::annotate::Annotate(page->document);
    page->metadata = pith::metadata::Read(page->document, page->blocks, {}, {});
  } else {
    const pith::scan::Scanned scanned = pith::scan::Scan(decoded.text, {});
    page->document = pith::parse::Parse(scanned.markup);
    page->blocks = pith::annotate::Annotate(page->document);
    page->metadata = pith::metadata::Read(page->document, page->blocks, scanned.json_ld, {});
  }
  page->table = pith::score::ComputeFeatures(page->document, page->blocks, page->metadata);
  return page;
}

PITH_LAB void lab_close(Page* page) { delete page; }
PITH_LAB std::size_t lab_block_count(const Page* page) { return page->blocks.blocks.size(); }
PITH_LAB std::size_t lab_columns(bool second) { return second ? pith::score::kContextFeatures : pith::score::kFeatures; }
PITH_LAB std::uint32_t lab_block_words(const Page* page, std::size_t block) { return page->blocks.blocks[block].words; }

PITH_LAB const char* lab_block_text(const Page* page, std::size_t block, std::size_t* size) {
  const std::string_view text = page->blocks.TextOf(page->blocks.blocks[block]);
  *size = text.size();
  return text.data();
}

PITH_LAB void lab_rows(const Page* page, std::uint8_t* rows) { std::memcpy(rows, page->table.values.data(), page->table.values.size()); }

PITH_LAB void lab_context_rows(const Page* page, const std::uint16_t* beliefs, std::uint8_t* rows) {
  const std::vector<std::uint16_t> given(beliefs, beliefs + page->blocks.blocks.size());
  const std::vector<std::uint8_t> computed = pith::score::ComputeContext(page->document, page->blocks, page->table, given);
  std::memcpy(rows, computed.data(), computed.size());
}

PITH_LAB std::uint16_t lab_probability(std::int32_t log_odds) { return pith::score::Probability(log_odds); }

/// The article's text for given probabilities, and each block's reason; the text lives until the next call for this page.
PITH_LAB const char* lab_select(Page* page, const std::uint16_t* probabilities, std::uint8_t* reasons, std::size_t* size) {
  pith::score::Scores scores;
  scores.probabilities.assign(probabilities, probabilities + page->blocks.blocks.size());
  scores.hits = page->table.hits;
  scores.groups = page->table.groups;
  const pith::select::Selection selection = pith::select::Select(page->document, page->blocks, scores, page->metadata);
  for (std::size_t i = 0; i < selection.reasons.size(); ++i) reasons[i] = static_cast<std::uint8_t>(selection.reasons[i]);
  page->text = pith::render::Text(pith::clean::Clean(page->document, page->blocks, selection, page->metadata, {}));
  *size = page->text.size();
  return page->text.data();
}

/// Final probabilities by a model file's bytes; false where it is no model.
PITH_LAB bool lab_score(const Page* page, const std::uint8_t* model_bytes, std::size_t model_size, std::uint16_t* probabilities) {
  const pith::score::Model model({model_bytes, model_size});
  if (!model.Valid()) return false;
  const pith::score::Scores scores = pith::score::Score(page->document, page->blocks, page->metadata, model);
  std::memcpy(probabilities, scores.probabilities.data(), scores.probabilities.size() * sizeof(std::uint16_t));
  return true;
}

PITH_LAB const char* lab_feature_name(std::size_t column) { return pith::score::FeatureName(column).data(); }

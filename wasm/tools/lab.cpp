// The core as a shared library for the trainer (tools/train): Python asks it for features, predictions and selections, so that
// there is one code for each. C functions, for ctypes.

#include <cstring>
#include <string>
#include <vector>

#include "core/annotate/annotate.h"
#include "core/annotate/layout.h"
#include "core/clean/clean.h"
#include "core/decode/decode.h"
#include "core/metadata/metadata.h"
#include "core/parse/parse.h"
#include "core/plain/plain.h"
#include "core/render/render.h"
#include "core/scan/scan.h"
#include "core/score/alike.h"
#include "core/score/appeal.h"
#include "core/score/features.h"
#include "core/score/logistic.h"
#include "core/score/page_context.h"
#include "core/score/page_type.h"
#include "core/score/score.h"
#include "core/select/select.h"

namespace {

/// One page, held open while its model is trained.
struct Page {
  std::string bytes;
  pith::decode::Decoded decoded;  ///< may be a view of the bytes
  pith::scan::Scanned scanned;  ///< keeps the JSON-LD's bytes
  pith::parse::Document document;
  pith::Metadata metadata;
  pith::annotate::Blocks blocks;
  pith::score::FeatureTable table;
  std::string text;      ///< the last article asked for
  float confidence = 0;  ///< of that article
};

}  // namespace

#define PITH_LAB extern "C" __attribute__((visibility("default")))

PITH_LAB Page* lab_open(const char* bytes, std::size_t size, bool plain) {
  auto* page = new Page;
  page->bytes.assign(bytes, size);
  page->decoded = pith::decode::ToUtf8(page->bytes, {}, plain);
  if (plain) {
    page->document = pith::plain::ToDocument(page->decoded.Text(), {}, page->scanned.warnings);
  } else {
    page->scanned = pith::scan::Scan(page->decoded.Text(), {});
    page->document = pith::parse::Parse(page->scanned.markup);
  }
  pith::annotate::LayOut(page->document);
  page->blocks = pith::annotate::Annotate(page->document);
  page->metadata = pith::metadata::Read(page->document, page->blocks, page->scanned.json_ld, {});
  page->table = pith::score::ComputeFeatures(page->document, page->blocks, page->metadata, page->scanned.json_ld, pith::score::Appeal::Shipped());
  return page;
}

PITH_LAB void lab_close(Page* page) { delete page; }
PITH_LAB std::size_t lab_block_count(const Page* page) { return page->blocks.blocks.size(); }
PITH_LAB std::size_t lab_columns() { return pith::score::kFeatures; }
PITH_LAB std::size_t lab_glance_trees() { return pith::score::Model::kGlanceTrees; }
PITH_LAB std::int32_t lab_hopeless() { return pith::score::Model::kHopeless; }
PITH_LAB std::int32_t lab_percent() { return pith::score::Model::kPercent; }
PITH_LAB std::uint32_t lab_block_words(const Page* page, std::size_t block) { return page->blocks.blocks[block].words; }

PITH_LAB const char* lab_block_text(const Page* page, std::size_t block, std::size_t* size) {
  const std::string_view text = page->blocks.TextOf(page->blocks.blocks[block]);
  *size = text.size();
  return text.data();
}

/// The keys that the model of appeals has for a line.
/// @param keys room for two a stem and one more
PITH_LAB std::size_t lab_appeal_keys(const char* text, std::size_t size, std::uint32_t* keys) {
  std::vector<pith::phrases::Token> stems;
  (void)pith::phrases::Cut({text, size}, pith::score::kCutTokens, &stems);
  std::size_t count = 0;
  pith::score::Appeal::EachKey(stems, stems.size() < pith::score::kCutTokens, [&](std::uint32_t key) { keys[count++] = key; });
  return count;
}

/// What a model of appeals says of a line.
PITH_LAB std::uint8_t lab_appeal(const char* text, std::size_t size, const std::uint8_t* appeal, std::size_t appeal_size) {
  std::vector<pith::phrases::Token> stems;
  (void)pith::phrases::Cut({text, size}, pith::score::kCutTokens, &stems);
  return pith::score::Appeal({appeal, appeal_size}).Of(stems, stems.size() < pith::score::kCutTokens, false);
}

/// Every block's features with a given model of appeals.
PITH_LAB void lab_rows(Page* page, const std::uint8_t* appeal, std::size_t size, std::uint8_t* rows) {
  page->table = pith::score::ComputeFeatures(page->document, page->blocks, page->metadata, page->scanned.json_ld, pith::score::Appeal({appeal, size}));
  std::memcpy(rows, page->table.values.data(), page->table.values.size());
}

PITH_LAB std::uint16_t lab_probability(std::int32_t log_odds) { return pith::score::Probability(log_odds); }

/// The article's text for given probabilities, and each block's reason; the text lives until the next call for this page.
PITH_LAB const char* lab_select(Page* page, const std::uint16_t* probabilities, std::uint8_t* reasons, std::size_t* size) {
  pith::score::Scores scores;
  scores.probabilities.assign(probabilities, probabilities + page->blocks.blocks.size());
  scores.hits = page->table.hits;
  scores.appeals = page->table.appeals;
  scores.groups = page->table.groups;
  pith::score::DrawAlikeTogether(scores.groups, scores.probabilities);
  scores.kind = page->table.kind;
  const pith::score::PageTypes types = pith::score::GuessPageTypes(page->table);
  scores.page_type = types.likeliest;
  scores.may_be_article = types.may_be_article;
  const pith::select::Selection selection = pith::select::Select(page->document, page->blocks, scores, page->metadata);
  for (std::size_t i = 0; i < selection.reasons.size(); ++i) reasons[i] = static_cast<std::uint8_t>(selection.reasons[i]);
  page->confidence = selection.confidence;
  page->text = pith::render::Text(pith::clean::Clean(page->document, page->blocks, selection, page->metadata, {}));
  *size = page->text.size();
  return page->text.data();
}

/// The confidence of the last article asked for.
PITH_LAB float lab_confidence(const Page* page) { return page->confidence; }

/// Probabilities of rows that lab_rows gave, by a model file's bytes; false where it is no model.
PITH_LAB bool lab_predict(const std::uint8_t* model_bytes, std::size_t model_size, const std::uint8_t* rows, std::size_t count, std::uint16_t* probabilities) {
  const pith::score::Model model({model_bytes, model_size});
  if (!model.Valid()) return false;
  for (const std::int32_t log_odds : model.Predict(rows, count)) *probabilities++ = pith::score::Probability(log_odds);
  return true;
}

PITH_LAB std::size_t lab_page_types() { return static_cast<std::size_t>(pith::PageType::kNone); }
PITH_LAB const char* lab_page_type_name(std::size_t type) { return pith::NameOf(static_cast<pith::PageType>(type)).data(); }

PITH_LAB const char* lab_feature_name(std::size_t column) { return pith::score::FeatureName(column).data(); }

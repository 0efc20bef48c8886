// The order of the stages, and why: annotate before metadata, because dates and bylines stand in lines near the headline; metadata
// before score, because a block that repeats the title or the description is judged by it; clean after select, because what is kept decides which structure is worth keeping.

#include <algorithm>
#include <functional>
#include <string>
#include <utility>

#include "core/annotate/annotate.h"
#include "core/clean/classes.h"
#include "core/clean/clean.h"
#include "core/decode/decode.h"
#include "core/metadata/metadata.h"
#include "core/metadata/reading_time.h"
#include "core/parse/parse.h"
#include "core/plain/plain.h"
#include "core/render/bounded.h"
#include "core/render/render.h"
#include "core/readable/readable.h"
#include "core/rules/rules.h"
#include "core/scan/scan.h"
#include "core/score/score.h"
#include "core/select/select.h"
#include "core/snapshot/snapshot.h"
#include "core/unicode/unicode.h"
#include "pith/pith.h"

namespace pith {
namespace {

Result Refused(Failure failure) {
  Result result;
  result.failure = std::move(failure);
  return result;
}

Result TooLarge(std::string_view page, const Limits& limits) {
  return Refused({Error::kInputTooLarge, "the page has " + std::to_string(page.size()) + " bytes, more than the limit of " + std::to_string(limits.bytes), {}});
}

/// Words as people count them: a character of an unspaced script is one.
std::uint32_t CountWords(const annotate::Blocks& blocks, const select::Selection& selection) {
  std::uint32_t words = 0;
  for (std::size_t i = 0; i < blocks.blocks.size(); ++i) {
    if (selection.reasons[i] == select::Reason::kKept && !blocks.blocks[i].caption) words += blocks.blocks[i].words;
  }
  return words;
}

/// Those of them that are one character.
std::uint32_t CountUnspaced(const annotate::Blocks& blocks, const select::Selection& selection) {
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < blocks.blocks.size(); ++i) {
    if (selection.reasons[i] != select::Reason::kKept || blocks.blocks[i].caption) continue;
    const std::string_view text = blocks.TextOf(blocks.blocks[i]);
    for (std::size_t at = 0; at < text.size();) {
      const unicode::Decoded next = unicode::Decode(text, at);
      if (unicode::IsUnspaced(next.code_point)) ++count;
      at += next.size;
    }
  }
  return std::min(count, CountWords(blocks, selection));
}

/// What a page without a description has instead of an excerpt.
std::string FirstParagraph(const annotate::Blocks& blocks, const select::Selection& selection) {
  for (std::size_t i = 0; i < blocks.blocks.size(); ++i) {
    if (selection.reasons[i] == select::Reason::kKept && annotate::IsProse(blocks.blocks[i])) return std::string(blocks.TextOf(blocks.blocks[i]));
  }
  return {};
}

std::vector<Removal> Receipts(const parse::Document& document, const annotate::Blocks& blocks, const select::Selection& selection, const score::Scores& scores, const clean::ArticleTree& tree) {
  // A receipt's place counts what the tree numbers: of lines that became one paragraph, only the first has a number.
  std::vector<bool> numbered(blocks.blocks.size());
  for (const clean::Item& item : tree.items) {
    if (item.block != annotate::kNoBlock) numbered[item.block] = true;
  }
  const std::vector<std::uint32_t> elements_before = document.ElementsBefore();
  std::vector<Removal> removed;
  std::uint32_t before = 0;
  for (std::size_t i = 0; i < blocks.blocks.size(); ++i) {
    if (numbered[i]) ++before;
    const annotate::Block& block = blocks.blocks[i];
    if (selection.reasons[i] == select::Reason::kKept || block.text.size == 0) continue;
    removed.push_back({std::string(NameOf(selection.reasons[i])), std::string(blocks.TextOf(block)), before, elements_before[block.container], static_cast<float>(scores.probabilities[i]) / 65535.0F});
  }
  return removed;
}

/// What comes after parsing.
/// @param json_ld bodies of the page's JSON-LD scripts
Result ExtractFrom(parse::Document document, const rules::Compiled& compiled_rules, const std::vector<std::string_view>& json_ld, std::vector<std::string> warnings, const Options& options) {
  Result result;
  Article& article = result.article;
  article.warnings = std::move(warnings);
  const rules::Verdicts verdicts = rules::Apply(compiled_rules, document);
  if (verdicts.root_missing) article.warnings.emplace_back("root-not-found");
  const annotate::Blocks blocks = annotate::Annotate(document);
  article.metadata = metadata::Read(document, blocks, json_ld, options.url);
  score::Scores scores = score::Score(document, blocks, article.metadata, json_ld);
  if (options.page_type != PageType::kNone) scores.page_type = {options.page_type, 1};
  const select::Selection selection = select::Select(document, blocks, scores, article.metadata, options, verdicts);
  const clean::ArticleTree tree = clean::Clean(document, blocks, selection, article.metadata, metadata::BaseOf(document, options.url), options.parts);

  std::function<void(clean::ArticleTree&)> dress;
  if (!options.keep_classes.empty()) dress = [&](clean::ArticleTree& dressed) { clean::KeepClasses(dressed, document, options.keep_classes); };
  render::Renderings renderings = render::Bounded(tree, options.outputs, options.limits.output_bytes, dress);
  if (renderings.cut) article.warnings.emplace_back("output-limit");
  article.html = std::move(renderings.html);
  article.markdown = std::move(renderings.markdown);
  if (options.outputs.markdown && options.front_matter) article.markdown.insert(0, render::FrontMatter(article.metadata));
  article.text = std::move(renderings.text);
  article.tree = std::move(renderings.tree);
  article.word_count = CountWords(blocks, selection);
  article.reading_minutes = metadata::ReadingMinutes(article.word_count, CountUnspaced(blocks, selection));
  if (article.metadata.excerpt.empty()) article.metadata.excerpt = FirstParagraph(blocks, selection);
  article.confidence = selection.confidence;
  article.page_type = scores.page_type;
  if (options.explain) article.removed = Receipts(document, blocks, selection, scores, tree);
  if (article.word_count == 0) article.warnings.emplace_back("no-content");
  return result;
}

}  // namespace

Result Extract(std::string_view bytes, const Options& options) {
  if (bytes.size() > options.limits.bytes) return TooLarge(bytes, options.limits);
  Failure failure;
  const rules::Compiled compiled_rules = rules::Compile(options.rules, failure);
  if (failure.code != Error::kNone) return Refused(std::move(failure));
  decode::Decoded decoded = decode::ToUtf8(bytes, options.charset, options.plain);
  if (decoded.failure.code != Error::kNone) return Refused(std::move(decoded.failure));

  scan::Scanned scanned;
  parse::Document document;
  if (options.plain) {
    document = plain::ToDocument(decoded.text, options.limits, scanned.warnings);
  } else {
    scanned = scan::Scan(decoded.text, options.limits);
    document = parse::Parse(scanned.markup);
  }
  return ExtractFrom(std::move(document), compiled_rules, scanned.json_ld, std::move(scanned.warnings), options);
}

bool IsProbablyReadable(std::string_view bytes, const Options& options) {
  if (bytes.size() > options.limits.bytes) return false;
  const decode::Decoded decoded = decode::ToUtf8(bytes, options.charset, options.plain);
  return decoded.failure.code == Error::kNone && readable::HasProse(decoded.text, options.plain);
}

Result ExtractSnapshot(std::string_view stream, const Options& options) {
  if (stream.size() > options.limits.bytes) return TooLarge(stream, options.limits);
  Failure failure;
  const rules::Compiled compiled_rules = rules::Compile(options.rules, failure);
  if (failure.code != Error::kNone) return Refused(std::move(failure));
  snapshot::Snapshot read = snapshot::Read(stream, options.limits);
  return ExtractFrom(std::move(read.document), compiled_rules, read.json_ld, std::move(read.warnings), options);
}

}  // namespace pith

// The order of the stages, and why: annotate before metadata, because dates and bylines stand in lines near the headline; metadata
// before score, because a block that repeats the title or the description is judged by it; clean after select, because what is kept decides which structure is worth keeping.

#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "core/annotate/annotate.h"
#include "core/annotate/layout.h"
#include "core/carried/carried.h"
#include "core/clean/classes.h"
#include "core/clean/clean.h"
#include "core/decode/decode.h"
#include "core/metadata/metadata.h"
#include "core/metadata/reading_time.h"
#include "core/parse/parse.h"
#include "core/plain/plain.h"
#include "core/ranges/ranges.h"
#include "core/readable/readable.h"
#include "core/receipts/receipts.h"
#include "core/render/bounded.h"
#include "core/render/render.h"
#include "core/rules/rules.h"
#include "core/scan/scan.h"
#include "core/score/score.h"
#include "core/select/kept.h"
#include "core/select/select.h"
#include "core/select/stories.h"
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

/// @note whoever reads a page need not read it on beyond the limit, so how large it is may not be known
Failure TooLarge(const Limits& limits) { return {Error::kInputTooLarge, "the page has more bytes than the limit of " + std::to_string(limits.bytes), {}}; }

/// What the scripts of a page say beside its elements. The bodies point into the page.
struct Scripts {
  std::vector<std::string_view> json_ld;
  std::vector<std::string_view> data;
  parse::Document (*parse)(std::string_view markup, const Limits& limits);  ///< of text in them; nullptr where there is no parser: of live pages
};

parse::Document ParseScanned(std::string_view markup, const Limits& limits) { return parse::Parse(scan::Scan(markup, limits).markup); }

/// A page's blocks, and which of them make up its article.
struct Judged {
  parse::Document document;
  annotate::Blocks blocks;
  score::Scores scores;
  select::Selection selection;
};

/// The article in what the page carries without showing it, where that is much more than what it shows.
/// @param shown words of the article that the page shows
/// @return nothing where that is not so
std::optional<Judged> Carried(const Scripts& scripts, const Metadata& metadata, std::uint32_t shown, const Options& options) {
  if (shown >= carried::kEnough || !options.rules.root.empty()) return {};
  std::string text = carried::ArticleBody(scripts.json_ld);
  if (text.empty()) text = carried::TextInData(scripts.data, metadata.title);
  if (text.empty()) return {};
  Judged found;
  std::vector<std::string> warnings;  // of these limits the page's own part has spoken
  if (carried::IsMarkup(text)) {
    if (scripts.parse == nullptr) return {};
    found.document = scripts.parse(text, options.limits);
  } else {
    found.document = plain::ToDocument(text, options.limits, warnings);
  }
  annotate::LayOut(found.document);
  found.document.carried = true;
  found.blocks = annotate::Annotate(found.document);
  found.scores = score::Score(found.document, found.blocks, metadata, {});
  found.selection = select::Select(found.document, found.blocks, found.scores, metadata, options, {});
  // Whoever wrote the data said what the article is: of all that is not its headline, nothing is left out.
  for (select::Reason& reason : found.selection.reasons) {
    if (reason != select::Reason::kTitle) reason = select::Reason::kKept;
  }
  if (!carried::IsMuchMore(select::WordsKept(found.blocks, found.selection), shown)) return {};
  return found;
}

/// Where a page's blocks stand; nothing where that is not wanted, or there are no such places.
using RangesOfBlocks = std::function<std::vector<Range>(const parse::Document&, const annotate::Blocks&)>;

/// What comes after parsing.
Result ExtractFrom(parse::Document document, const rules::Compiled& compiled_rules, const Scripts& scripts, std::vector<std::string> warnings, const Options& options,
                   const RangesOfBlocks& ranges_of_blocks = {}) {
  Result result;
  Article& article = result.article;
  article.warnings = std::move(warnings);
  const rules::Verdicts verdicts = rules::Apply(compiled_rules, document);
  if (verdicts.root_missing) article.warnings.emplace_back("root-not-found");
  annotate::LayOut(document);  // selectors of rules knew them by their names
  Judged page{std::move(document), {}, {}, {}};
  page.blocks = annotate::Annotate(page.document);
  article.metadata = metadata::Read(page.document, page.blocks, scripts.json_ld, options.url);
  page.scores = score::Score(page.document, page.blocks, article.metadata, scripts.json_ld);
  if (options.page_type != PageType::kNone) page.scores.SetPageType(options.page_type);
  page.selection = select::Select(page.document, page.blocks, page.scores, article.metadata, options, verdicts);
  const std::string base = metadata::BaseOf(page.document, options.url);
  std::optional<Judged> carried = Carried(scripts, article.metadata, select::WordsKept(page.blocks, page.selection), options);
  if (carried) article.warnings.emplace_back("text-from-data");
  Judged& shown = carried ? *carried : page;
  const clean::ArticleTree tree = clean::Clean(shown.document, shown.blocks, shown.selection, article.metadata, base, options.parts);

  const receipts::Numbers numbers = receipts::NumbersOf(tree);
  std::vector<receipts::Words> words_of_blocks = receipts::WordsOf(shown.blocks, numbers);
  const std::vector<Range> ranges = ranges_of_blocks ? ranges_of_blocks(page.document, page.blocks) : std::vector<Range>();
  const std::vector<Range> ranges_of_tree = carried ? std::vector<Range>() : receipts::RangesOf(numbers, ranges);

  const std::string front_matter = options.front_matter ? render::FrontMatter(article.metadata) : std::string();  // knows of no excerpt but the page's own
  if (article.metadata.excerpt.empty()) article.metadata.excerpt = select::FirstParagraph(shown.blocks, shown.selection);
  article.confidence = shown.selection.confidence;
  article.page_type = page.scores.page_type;
  article.others = select::OthersOf(page.document, page.blocks, article.metadata, base);
  if (options.explain)
    article.removed = receipts::Receipts(page.document, page.blocks, page.scores, page.selection, carried ? receipts::Numbers() : numbers, ranges);

  // HTML, Markdown and text are each about as large as the page, so of it only what is still needed stays.
  std::function<void(clean::ArticleTree&)> dress;
  if (!options.keep_classes.empty()) dress = [&](clean::ArticleTree& dressed) { clean::KeepClasses(dressed, shown.document, options.keep_classes); };
  shown.blocks = {};
  if (!dress) shown.document = {};
  if (carried) page = {};
  render::Renderings renderings = render::Bounded(tree, options.outputs, options.limits.output_bytes, dress, ranges_of_tree);
  if (renderings.items < tree.items.size()) article.warnings.emplace_back("output-limit");
  article.html = std::move(renderings.html);
  article.markdown = std::move(renderings.markdown);
  if (options.outputs.markdown) article.markdown.insert(0, front_matter);
  article.text = std::move(renderings.text);
  article.tree = std::move(renderings.tree);
  const receipts::Words words = receipts::WordsIn(tree, renderings.items, std::move(words_of_blocks));
  article.word_count = words.all;
  article.reading_minutes = metadata::ReadingMinutes(words.all, words.unspaced);
  if (article.word_count == 0) article.warnings.emplace_back("no-content");
  return result;
}

/// Copies what points into the page, so that the page can be given back.
/// @return false where that would be a large part of the page: nothing is copied then
bool Detach(scan::Scanned& scanned, std::size_t page_bytes, std::string& copies) {
  std::size_t size = 0;
  for (const auto* bodies : {&scanned.json_ld, &scanned.data}) {
    for (const std::string_view body : *bodies) size += body.size();
  }
  if (size > page_bytes / 4) return false;
  copies.reserve(size);  // so that none of them moves
  for (auto* bodies : {&scanned.json_ld, &scanned.data}) {
    for (std::string_view& body : *bodies) {
      const std::size_t begin = copies.size();
      copies += body;
      body = std::string_view(copies).substr(begin);
    }
  }
  return true;
}

/// @param owner of the bytes, who may give them back; nullptr where they are the caller's
Result ExtractPage(std::string_view bytes, std::string* owner, const Options& options) {
  if (bytes.size() > options.limits.bytes) return Refused(TooLarge(options.limits));
  Failure failure;
  const rules::Compiled compiled_rules = rules::Compile(options.rules, failure);
  if (failure.code != Error::kNone) return Refused(std::move(failure));
  decode::Decoded decoded = decode::ToUtf8(bytes, options.charset, options.plain);
  if (decoded.failure.code != Error::kNone) return Refused(std::move(decoded.failure));

  scan::Scanned scanned;
  parse::Document document;
  std::vector<std::uint32_t> ends;
  std::string copies;
  const bool gives_back = owner != nullptr && options.ranges == Unit::kNone;  // ranges are places in the page's own bytes
  if (options.plain) {
    document = plain::ToDocument(decoded.Text(), options.limits, scanned.warnings);
    if (gives_back) std::string().swap(*owner);
  } else {
    scanned = scan::Scan(decoded.Text(), options.limits);
    if (gives_back && Detach(scanned, bytes.size(), copies)) {
      std::string().swap(*owner);
      decoded = {};
    }
    document = parse::Parse(scanned.markup, options.ranges == Unit::kNone ? nullptr : &ends);
    std::string().swap(scanned.markup);  // as large as the page
  }
  RangesOfBlocks ranges;
  if (options.ranges != Unit::kNone) {
    ranges = [&](const parse::Document& page, const annotate::Blocks& blocks) {
      return ranges::OfBlocks(page, blocks, ends, scanned, ranges::Input(bytes, decoded, options.ranges));
    };
  }
  return ExtractFrom(std::move(document), compiled_rules, {std::move(scanned.json_ld), std::move(scanned.data), ParseScanned}, std::move(scanned.warnings), options, ranges);
}

}  // namespace

Result Extract(std::string_view bytes, const Options& options) { return ExtractPage(bytes, nullptr, options); }

Result ExtractOwned(std::string bytes, const Options& options) { return ExtractPage(bytes, &bytes, options); }

Probe IsProbablyReadable(std::string_view bytes, const Options& options) {
  if (bytes.size() > options.limits.bytes) return {false, TooLarge(options.limits)};
  decode::Decoded decoded = decode::ToUtf8(bytes, options.charset, options.plain);
  if (decoded.failure.code == Error::kUnsupportedType) return {};
  if (decoded.failure.code != Error::kNone) return {false, std::move(decoded.failure)};
  return {readable::HasProse(decoded.Text(), options.plain), {}};
}

Result ExtractSnapshot(std::string_view stream, const Options& options) {
  if (stream.size() > options.limits.bytes) return Refused(TooLarge(options.limits));
  Failure failure;
  const rules::Compiled compiled_rules = rules::Compile(options.rules, failure);
  if (failure.code != Error::kNone) return Refused(std::move(failure));
  const decode::Decoded decoded = decode::ToUtf8(stream, "utf-8", true);
  snapshot::Snapshot read = snapshot::Read(decoded.Text(), options.limits);
  unicode::BlankControls(read.document.characters);  // as the parser does
  return ExtractFrom(std::move(read.document), compiled_rules, {std::move(read.json_ld), {}, nullptr}, std::move(read.warnings), options);
}

}  // namespace pith

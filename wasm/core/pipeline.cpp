// The order of the stages, and why: annotate before metadata, because dates and bylines stand in lines near the headline; metadata
// before score, because a block that repeats the title or the description is judged by it; clean after select, because what is kept decides which structure is worth keeping.

#include <algorithm>
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
#include "core/render/bounded.h"
#include "core/render/render.h"
#include "core/rules/rules.h"
#include "core/scan/scan.h"
#include "core/score/score.h"
#include "core/select/select.h"
#include "core/select/stories.h"
#include "core/snapshot/snapshot.h"
#include "core/unicode/eight_bytes.h"
#include "core/unicode/unicode.h"
#include "core/url/url.h"
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

/// Words as people count them: of scripts without spaces each character, or unicode::kLettersOfWord of an alphabet.
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
    for (std::size_t at = 0; (at = unicode::FindBeyondAscii(text, at)) < text.size();) {
      const unicode::Decoded next = unicode::Decode(text, at);
      if (unicode::IsWordByItself(next.code_point)) ++count;
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

std::vector<OtherArticle> Others(const Judged& page, const Metadata& metadata, std::string_view base) {
  const std::vector<select::Story> stories = select::OtherStories(page.document, page.blocks, metadata);
  if (stories.empty()) return {};
  const std::vector<std::uint32_t> elements_before = page.document.ElementsBefore();
  std::vector<OtherArticle> others;
  for (const select::Story& story : stories) {
    const std::string_view address = select::AddressOf(page.document, page.blocks.blocks[story.heading]);
    std::string url = address.empty() || address.front() == '#' ? std::string() : url::Resolve(base, address);
    if (!url::IsWeb(url)) url.clear();
    others.push_back({std::string(page.blocks.TextOf(story.heading)), std::move(url), elements_before[story.element]});
  }
  return others;
}

/// Which blocks the tree numbers: of lines that became one paragraph, only the first.
std::vector<bool> Numbered(const Judged& page, const clean::ArticleTree& tree) {
  std::vector<bool> numbered(page.blocks.blocks.size());
  for (const clean::Item& item : tree.items) {
    if (item.block != annotate::kNoBlock) numbered[item.block] = true;
  }
  return numbered;
}

/// The blocks' ranges, each with those of the lines that became one paragraph with it.
std::vector<Range> RangesOf(const Judged& page, const clean::ArticleTree& tree, std::vector<Range> ranges) {
  if (ranges.empty()) return ranges;
  const std::vector<bool> numbered = Numbered(page, tree);
  const std::vector<annotate::Block>& blocks = page.blocks.blocks;
  annotate::BlockId first = annotate::kNoBlock;
  for (annotate::BlockId i = 0; i < blocks.size(); ++i) {
    if (numbered[i]) {
      first = i;
    } else if (first == annotate::kNoBlock || blocks[i].breaks == 0 || blocks[i].container != blocks[first].container) {
      first = annotate::kNoBlock;
    } else if (page.selection.reasons[i] == select::Reason::kKept) {
      ranges[first].end = std::max(ranges[first].end, ranges[i].end);
    }
  }
  return ranges;
}

/// @param tree the article; empty where it is not of the page's blocks, which then all have a receipt
/// @param ranges of the blocks, or nothing
std::vector<Removal> Receipts(const Judged& page, const clean::ArticleTree& tree, const std::vector<Range>& ranges) {
  const std::vector<bool> numbered = Numbered(page, tree);  // what a receipt's place counts
  const std::vector<std::uint32_t> elements_before = page.document.ElementsBefore();
  std::vector<Removal> removed;
  std::uint32_t before = 0;
  for (std::size_t i = 0; i < page.blocks.blocks.size(); ++i) {
    if (numbered[i]) ++before;
    const annotate::Block& block = page.blocks.blocks[i];
    select::Reason reason = page.selection.reasons[i];
    if (reason == select::Reason::kKept && tree.items.empty()) reason = select::Reason::kDuplicate;
    if (reason == select::Reason::kKept || block.text.size == 0) continue;
    removed.push_back({std::string(NameOf(reason)), std::string(page.blocks.TextOf(block)), before, elements_before[block.container], static_cast<float>(page.scores.probabilities[i]) / 65535.0F, ranges.empty() ? Range{} : ranges[i]});
  }
  return removed;
}

/// The article in what the page carries without showing it, where that is much more than what it shows.
/// @param shown words of the article that the page shows
/// @return nothing where that is not so
std::optional<Judged> Carried(const Scripts& scripts, const Metadata& metadata, std::uint32_t shown, const Options& options) {
  constexpr std::uint32_t kEnough = 200;   // words that are an article, whatever else there is
  constexpr std::uint32_t kFewest = 80;    // words, for less is a summary
  constexpr std::uint32_t kTimes = 3;      // as many words as are shown
  if (shown >= kEnough || !options.rules.root.empty()) return {};
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
  found.document.carried = true;
  found.blocks = annotate::Annotate(found.document);
  found.scores = score::Score(found.document, found.blocks, metadata, {});
  found.selection = select::Select(found.document, found.blocks, found.scores, metadata, options, {});
  // Whoever wrote the data said what the article is: of all that is not its headline, nothing is left out.
  for (select::Reason& reason : found.selection.reasons) {
    if (reason != select::Reason::kTitle) reason = select::Reason::kKept;
  }
  const std::uint32_t words = CountWords(found.blocks, found.selection);
  if (words < kFewest || words < kTimes * shown) return {};
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
  if (options.page_type != PageType::kNone) page.scores.page_type = {options.page_type, 1};
  page.selection = select::Select(page.document, page.blocks, page.scores, article.metadata, options, verdicts);
  const std::string base = metadata::BaseOf(page.document, options.url);
  std::optional<Judged> carried = Carried(scripts, article.metadata, CountWords(page.blocks, page.selection), options);
  if (carried) article.warnings.emplace_back("text-from-data");
  Judged& shown = carried ? *carried : page;
  const clean::ArticleTree tree = clean::Clean(shown.document, shown.blocks, shown.selection, article.metadata, base, options.parts);

  const std::vector<Range> ranges = ranges_of_blocks ? ranges_of_blocks(page.document, page.blocks) : std::vector<Range>();
  const std::vector<Range> ranges_of_tree = carried ? std::vector<Range>() : RangesOf(page, tree, ranges);

  const std::string front_matter = options.front_matter ? render::FrontMatter(article.metadata) : std::string();  // knows of no excerpt but the page's own
  article.word_count = CountWords(shown.blocks, shown.selection);
  article.reading_minutes = metadata::ReadingMinutes(article.word_count, CountUnspaced(shown.blocks, shown.selection));
  if (article.metadata.excerpt.empty()) article.metadata.excerpt = FirstParagraph(shown.blocks, shown.selection);
  article.confidence = shown.selection.confidence;
  article.page_type = page.scores.page_type;
  article.others = Others(page, article.metadata, base.empty() ? article.metadata.url : base);
  if (options.explain) article.removed = Receipts(page, carried ? clean::ArticleTree{} : tree, ranges);

  // HTML, Markdown and text are each about as large as the page, so of it only what is still needed stays.
  std::function<void(clean::ArticleTree&)> dress;
  if (!options.keep_classes.empty()) dress = [&](clean::ArticleTree& dressed) { clean::KeepClasses(dressed, shown.document, options.keep_classes); };
  shown.blocks = {};
  if (!dress) shown.document = {};
  if (carried) page = {};
  render::Renderings renderings = render::Bounded(tree, options.outputs, options.limits.output_bytes, dress, ranges_of_tree);
  if (renderings.cut) article.warnings.emplace_back("output-limit");
  article.html = std::move(renderings.html);
  article.markdown = std::move(renderings.markdown);
  if (options.outputs.markdown) article.markdown.insert(0, front_matter);
  article.text = std::move(renderings.text);
  article.tree = std::move(renderings.tree);
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

#pragma once

// The one public header of the Pith core: a page's bytes in, its article out.
// No exceptions, no global state, no I/O: the caller owns files, clocks and the network.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pith {

/// What the caller is willing to spend on one page. Past `bytes` the page is refused (Error::kInputTooLarge); past the others the
/// page or the article is cut there, and the article carries a warning: "depth-limit", "nodes-limit", "attributes-limit",
/// "work-limit", "output-limit".
struct Limits {
  std::size_t bytes = std::size_t{128} << 20;
  std::uint32_t depth = 256;           ///< open elements; deeper tags are dropped, their text stays
  std::uint32_t nodes = 2'000'000;     ///< tags and comments read before the page is cut; for plain text, lines
  std::uint32_t attributes = 4'000'000;  ///< attributes read before the page is cut
  std::size_t output_bytes = std::size_t{256} << 20;  ///< of each rendering, front matter aside; blocks at the article's end are left out until it fits
  /// Instead of seconds: a byte costs 1, a tag or comment 32, an attribute 8, and the page is cut where the sum is spent. The core
  /// has no clock, so that the same page gives the same bytes everywhere; docs/security.md says what a unit takes at most.
  std::uint32_t work = 1'000'000'000;
};

/// Which renderings are wanted; each costs time and memory only when asked for.
struct Outputs {
  bool html = true;
  bool markdown = true;
  bool text = true;
  bool tree = false;  ///< the article tree as JSON, for a view that builds DOM nodes itself
};

/// What a page is for, as readers tell pages apart.
enum class PageType : std::uint8_t { kArticle, kForum, kProduct, kCollection, kListing, kDocumentation, kService, kNone };

/// "article", "forum" and so on; empty for kNone.
[[nodiscard]] std::string_view NameOf(PageType type);

/// The type of that name, kNone where there is none.
[[nodiscard]] PageType PageTypeOf(std::string_view name);

/// A page's type, and how sure it is.
struct PageTypeGuess {
  PageType type = PageType::kNone;  ///< kNone: there is nothing to tell by
  float probability = 0;            ///< 0..1
};

/// Which error weighs more: something missing, or something too much.
enum class Mode : std::uint8_t {
  kBalanced,   ///< as good on the whole as it gets
  kPrecision,  ///< rather too little
  kRecall,     ///< rather too much
};

/// What a user knows of a site, as CSS selector lists (core/rules/selector.h says which). Empty ones say nothing.
struct Rules {
  std::string_view keep;    ///< in the article whatever the scorer thinks
  std::string_view remove;  ///< out of it; outranks `keep`
  std::string_view root;    ///< only what stands in here can be in it; a page without it counts whole, with the warning "root-not-found"
};

/// What the article may consist of.
struct Parts {
  bool links = true;     ///< false: links become their text
  bool images = true;    ///< false: neither images nor their captions
  bool tables = true;    ///< false: no tables of data
  bool comments = false;  ///< true: what readers say of the article stays, where the page has it
};

/// What the numbers of a Range count.
enum class Unit : std::uint8_t {
  kNone,   ///< no ranges are wanted
  kBytes,  ///< bytes of the page as it was given, whatever its encoding
  kUtf16,  ///< units of the UTF-16 text that the caller made the bytes of, as JavaScript counts its strings
};

/// What the caller knows of the page and wants of it; texts are valid UTF-8.
struct Options {
  std::string_view url;      ///< where the page came from; resolves links. May be empty.
  std::string_view charset;  ///< label from the transport (HTTP header); outranks `<meta>`, not a byte order mark
  bool plain = false;        ///< the input is plain text whose blocks are lines, not HTML
  bool explain = false;      ///< fill Article::removed
  Unit ranges = Unit::kNone; ///< say where in the page the blocks of `tree` and Article::removed stand; no effect on live pages
  PageType page_type = PageType::kNone;  ///< where the caller knows it
  bool front_matter = false; ///< begin Article::markdown with the metadata as YAML
  Mode mode = Mode::kBalanced;
  Rules rules;
  Parts parts;
  std::string_view keep_classes;  ///< the page's class names that Article::html and `tree` keep, parted by white space; "*": all
  Outputs outputs;
  Limits limits;
};

/// Why a page was refused. Everything else is total: bad input gives a poorer article, never an error.
enum class Error : std::uint8_t {
  kNone,
  kInputTooLarge,        ///< more than Limits::bytes
  kUnsupportedType,      ///< an image, an archive or other data that is no text
  kUnknownEncoding,      ///< Options::charset is no label of the WHATWG Encoding Standard
  kBadRule,              ///< a selector of Options::rules is wrong; the message says where
  kUnsupportedEncoding,  ///< a known encoding that the caller must turn into UTF-8 first (Failure::encoding)
};

/// The code that stands for an error in JSON, such as `input-too-large`.
[[nodiscard]] std::string_view NameOf(Error error);

/// An error with what a caller needs to act on it.
struct Failure {
  Error code = Error::kNone;
  std::string message;   ///< one English sentence with what and where
  std::string encoding;  ///< for kUnsupportedEncoding: its WHATWG name, as TextDecoder takes it
};

/// The page's words about itself. Empty means that the page does not say.
struct Metadata {
  std::string title;
  std::string byline;                ///< the authors as people read them
  std::vector<std::string> authors;  ///< one name each
  std::string published_time;  ///< ISO 8601, as precise as the page gives it, its time zone kept
  std::string published_text;  ///< as the page writes it; not empty where only people can read it
  std::string modified_time;
  std::string modified_text;
  std::string lang;  ///< BCP 47 tag
  bool lang_detected = false;  ///< read from the text, since the page declares no language or plainly a false one
  std::string dir;   ///< "ltr", "rtl" or empty
  std::string site_name;
  std::string excerpt;
  std::string url;      ///< canonical address, absolute
  std::string image;    ///< lead image, absolute
  std::string favicon;  ///< absolute
  std::string section;  ///< the part of the site that the article belongs to
  std::vector<std::string> tags;
  std::string licence;  ///< an address, or the page's words
};

/// A run of the page as it was given: [begin, end). Empty: not known.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// A block of the page that is not in the article, and why: the receipt that lets a reader restore it.
struct Removal {
  std::string reason;   ///< a code such as "related" or "low-score"; docs/receipts.md lists them
  std::string text;     ///< the block's text
  std::uint32_t before = 0;  ///< how many numbered blocks of `tree` stand before it, which is its place in the article
  std::uint32_t element = 0; ///< the page's block element that it stands in, counting the page's elements in document order from 0
  float score = 0;      ///< probability that it is content, 0..1
  Range range;          ///< with Options::ranges
};

/// An article that a page holds beside the one that it is about.
struct OtherArticle {
  std::string title;
  std::string url;            ///< where its headline leads, absolute; may be empty
  std::uint32_t element = 0;  ///< the page's element that holds it, counted as Removal::element is
};

struct Article {
  Metadata metadata;
  std::string html;      ///< allow-listed `<article>` with title and byline
  std::string markdown;  ///< the same as CommonMark with GFM tables
  std::string text;      ///< the body alone: blocks parted by blank lines, no title, byline or captions
  std::string tree;      ///< the same as JSON, see docs/architecture.md
  std::uint32_t word_count = 0;  ///< words of `text`; a CJK character counts as one
  std::uint32_t reading_minutes = 0;  ///< rounded up; 0 only where there is nothing to read
  float confidence = 0;          ///< 0..1, how sure the selection is
  PageTypeGuess page_type;       ///< probability 1 where Options::page_type gave it
  std::vector<Removal> removed;  ///< in page order; only with Options::explain
  std::vector<OtherArticle> others;  ///< articles of the page that are not this one, in page order
  std::vector<std::string> warnings;  ///< codes such as "depth-limit"; empty when nothing was cut
};

/// Either an article or a failure: `failure.code == Error::kNone` exactly when `article` is meaningful.
struct Result {
  Article article;
  Failure failure;
};

/// Extracts the article of one page.
/// @param bytes the page in any encoding; read only, and not kept after the call
[[nodiscard]] Result Extract(std::string_view bytes, const Options& options = {});

/// The same, of a page that nobody else needs: it is given back once it is read, before most memory is needed.
[[nodiscard]] Result ExtractOwned(std::string bytes, const Options& options = {});

/// Extracts the article of a live page that a script walked over (core/snapshot/snapshot.h says how); needs no parser.
[[nodiscard]] Result ExtractSnapshot(std::string_view stream, const Options& options = {});

/// What is likely of a page: `failure.code == Error::kNone` exactly when `readable` is meaningful.
struct Probe {
  bool readable = false;
  Failure failure;
};

/// Whether a page is likely to have an article, told from its text and tags alone in a fraction of the time that Extract takes: enough
/// text stands in lines that read like prose. Reads Options::charset, plain and limits; data that is no text is not readable, and no failure.
[[nodiscard]] Probe IsProbablyReadable(std::string_view bytes, const Options& options = {});

/// What ToJson() does with HTML, Markdown and text, which are most of an answer.
enum class Texts : std::uint8_t {
  kInJson,
  kApart,  ///< "" stands for each: whoever takes them from the article itself spares escaping them and reading the escapes
};

/// A result as one JSON object in UTF-8, byte for byte the same in every build. On failure
/// `{"error":{"code":…,"message":…,"encoding":…}}`. Renderings that were not asked for are left out.
[[nodiscard]] std::string ToJson(const Result& result, const Options& options = {}, Texts texts = Texts::kInJson);

/// `true`, `false`, or on failure the same as of a result.
[[nodiscard]] std::string ToJson(const Probe& probe);

/// The version of this library, as in package.json.
[[nodiscard]] std::string_view Version();

}  // namespace pith

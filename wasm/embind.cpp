// What JavaScript sees of the core (wasm/embind.d.ts). Converts and does nothing else.

#include <emscripten.h>
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <limits>
#include <new>
#include <string>
#include <utility>

#include "pith/pith.h"

// Without C++ exceptions, `new` cannot fail otherwise: this ends the call, and the instance with it.
EM_JS(void, pith_throw_out_of_memory, (), { throw new Error("out of memory"); });

namespace {

using emscripten::typed_memory_view;
using emscripten::val;

/// pith::Limits, each 0 where the core's own shall hold. Numbers, because JavaScript has no others; what is larger than the core can
/// count is no limit.
struct CoreLimits {
  double bytes = 0;
  double depth = 0;
  double nodes = 0;
  double attributes = 0;
  double output_bytes = 0;
  double work = 0;
};

struct CoreOptions {
  std::string url;
  std::string charset;
  std::string page_type;
  std::string keep;
  std::string remove;
  std::string root;
  std::string keep_classes;
  unsigned mode = 0;
  unsigned ranges = 0;
  bool snapshot = false;
  bool plain = false;
  bool explain = false;
  bool front_matter = false;
  bool html = true;
  bool markdown = true;
  bool text = true;
  bool tree = false;
  bool links = true;
  bool images = true;
  bool tables = true;
  bool comments = false;
  bool texts_apart = false;
  CoreLimits limits;
};

template <typename Number>
void SetLimit(Number& limit, double value) {
  constexpr auto kMost = std::numeric_limits<Number>::max();
  if (value > 0) limit = value < static_cast<double>(kMost) ? static_cast<Number>(value) : kMost;
}

void SetLimits(pith::Limits& limits, const CoreLimits& from) {
  SetLimit(limits.bytes, from.bytes);
  SetLimit(limits.depth, from.depth);
  SetLimit(limits.nodes, from.nodes);
  SetLimit(limits.attributes, from.attributes);
  SetLimit(limits.output_bytes, from.output_bytes);
  SetLimit(limits.work, from.work);
}

// The page and the answer live here between calls, because JavaScript reads and writes them through views.
std::string input_bytes;
std::string output_json;
pith::Result output;  ///< holds the texts of the answer, with `texts_apart`

val ViewOf(const std::string& text) { return val(typed_memory_view(text.size(), reinterpret_cast<const unsigned char*>(text.data()))); }

val Input(unsigned size) {
  output = {};
  input_bytes.assign(size, '\0');
  return val(typed_memory_view(input_bytes.size(), reinterpret_cast<unsigned char*>(input_bytes.data())));
}

/// The caller's options; they point into `from`.
pith::Options OptionsOf(const CoreOptions& from) {
  pith::Options options;
  options.url = from.url;
  options.charset = from.charset;
  options.page_type = pith::PageTypeOf(from.page_type);
  options.plain = from.plain;
  options.explain = from.explain;
  options.front_matter = from.front_matter;
  options.ranges = static_cast<pith::Unit>(from.ranges);
  options.mode = static_cast<pith::Mode>(from.mode);
  options.rules = {from.keep, from.remove, from.root};
  options.parts = {from.links, from.images, from.tables, from.comments};
  options.keep_classes = from.keep_classes;
  options.outputs = {from.html, from.markdown, from.text, from.tree};
  SetLimits(options.limits, from.limits);
  return options;
}

val Extract(const CoreOptions& from) {
  const pith::Options options = OptionsOf(from);
  output = from.snapshot ? pith::ExtractSnapshot(input_bytes, options) : pith::ExtractOwned(std::move(input_bytes), options);
  std::string().swap(input_bytes);
  output_json = pith::ToJson(output, options, from.texts_apart ? pith::Texts::kApart : pith::Texts::kInJson);
  if (!from.texts_apart) output = {};
  return ViewOf(output_json);
}

val Html() { return ViewOf(output.article.html); }
val Markdown() { return ViewOf(output.article.markdown); }
val Text() { return ViewOf(output.article.text); }

val IsProbablyReadable(const CoreOptions& from) {
  output_json = pith::ToJson(pith::IsProbablyReadable(input_bytes, OptionsOf(from)));
  std::string().swap(input_bytes);
  return ViewOf(output_json);
}

std::string Version() { return std::string(pith::Version()); }

}  // namespace

EMSCRIPTEN_BINDINGS(pith) {
  std::set_new_handler(&pith_throw_out_of_memory);
  emscripten::value_object<CoreLimits>("CoreLimits")
      .field("bytes", &CoreLimits::bytes)
      .field("depth", &CoreLimits::depth)
      .field("nodes", &CoreLimits::nodes)
      .field("attributes", &CoreLimits::attributes)
      .field("outputBytes", &CoreLimits::output_bytes)
      .field("work", &CoreLimits::work);
  emscripten::value_object<CoreOptions>("CoreOptions")
      .field("url", &CoreOptions::url)
      .field("charset", &CoreOptions::charset)
      .field("pageType", &CoreOptions::page_type)
      .field("keep", &CoreOptions::keep)
      .field("remove", &CoreOptions::remove)
      .field("root", &CoreOptions::root)
      .field("keepClasses", &CoreOptions::keep_classes)
      .field("mode", &CoreOptions::mode)
      .field("ranges", &CoreOptions::ranges)
      .field("snapshot", &CoreOptions::snapshot)
      .field("plain", &CoreOptions::plain)
      .field("explain", &CoreOptions::explain)
      .field("frontMatter", &CoreOptions::front_matter)
      .field("html", &CoreOptions::html)
      .field("markdown", &CoreOptions::markdown)
      .field("text", &CoreOptions::text)
      .field("tree", &CoreOptions::tree)
      .field("links", &CoreOptions::links)
      .field("images", &CoreOptions::images)
      .field("tables", &CoreOptions::tables)
      .field("comments", &CoreOptions::comments)
      .field("textsApart", &CoreOptions::texts_apart)
      .field("limits", &CoreOptions::limits);
  emscripten::function("input", &Input);
  emscripten::function("extract", &Extract);
  emscripten::function("html", &Html);
  emscripten::function("markdown", &Markdown);
  emscripten::function("text", &Text);
  emscripten::function("isProbablyReadable", &IsProbablyReadable);
  emscripten::function("version", &Version);
}

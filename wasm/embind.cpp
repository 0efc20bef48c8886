// What JavaScript sees of the core (wasm/embind.d.ts). Converts and does nothing else.

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <string>

#include "pith/pith.h"

namespace {

using emscripten::typed_memory_view;
using emscripten::val;

struct CoreOptions {
  std::string url;
  std::string charset;
  std::string page_type;
  bool plain = false;
  bool explain = false;
  bool front_matter = false;
  bool html = true;
  bool markdown = true;
  bool text = true;
  bool tree = false;
};

// The page and the answer live here between calls, because JavaScript reads and writes them through views.
std::string input_bytes;
std::string output_json;

val Input(unsigned size) {
  input_bytes.assign(size, '\0');
  return val(typed_memory_view(input_bytes.size(), reinterpret_cast<unsigned char*>(input_bytes.data())));
}

val Extract(const CoreOptions& from) {
  pith::Options options;
  options.url = from.url;
  options.charset = from.charset;
  options.page_type = pith::PageTypeOf(from.page_type);
  options.plain = from.plain;
  options.explain = from.explain;
  options.front_matter = from.front_matter;
  options.outputs = {from.html, from.markdown, from.text, from.tree};
  output_json = pith::ToJson(pith::Extract(input_bytes, options), options);
  std::string().swap(input_bytes);
  return val(typed_memory_view(output_json.size(), reinterpret_cast<const unsigned char*>(output_json.data())));
}

std::string Version() { return std::string(pith::Version()); }

}  // namespace

EMSCRIPTEN_BINDINGS(pith) {
  emscripten::value_object<CoreOptions>("CoreOptions")
      .field("url", &CoreOptions::url)
      .field("charset", &CoreOptions::charset)
      .field("pageType", &CoreOptions::page_type)
      .field("plain", &CoreOptions::plain)
      .field("explain", &CoreOptions::explain)
      .field("frontMatter", &CoreOptions::front_matter)
      .field("html", &CoreOptions::html)
      .field("markdown", &CoreOptions::markdown)
      .field("text", &CoreOptions::text)
      .field("tree", &CoreOptions::tree);
  emscripten::function("input", &Input);
  emscripten::function("extract", &Extract);
  emscripten::function("version", &Version);
}

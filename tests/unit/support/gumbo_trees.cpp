#include "unit/support/gumbo_trees.h"

#include <dlfcn.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "core/parse/arena.h"
#include "gumbo/fast_gumbo.h"

namespace pith::testing {
namespace {

struct Stock {
  GumboOutput* (*parse)(const GumboOptions*, const char*, size_t) = nullptr;
  void (*destroy)(const GumboOptions*, GumboOutput*) = nullptr;
  const GumboOptions* options = nullptr;
};

/// The system's library. Its functions have the names of ours, but a program's own are not seen by what it loads.
const Stock& TheStock() {
  static const Stock stock = [] {
    Stock found;
    void* library = dlopen("libgumbo.so.1", RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) return found;
    found.parse = reinterpret_cast<decltype(Stock::parse)>(dlsym(library, "gumbo_parse_with_options"));
    found.destroy = reinterpret_cast<decltype(Stock::destroy)>(dlsym(library, "gumbo_destroy_output"));
    found.options = static_cast<const GumboOptions*>(dlsym(library, "kGumboDefaultOptions"));
    return found;
  }();
  return stock;
}

/// With the spaces that ours reads in place of control characters.
std::string WithoutControls(std::string html) {
  std::replace_if(
      html.begin(), html.end(), [](char c) { return (c > '\0' && c < ' ' && c != '\t' && c != '\n' && c != '\f' && c != '\r') || c == '\x7F'; }, ' ');
  return html;
}

void PrintElement(const GumboElement& element, std::string& to) {
  to += '<';
  to += std::to_string(element.tag) + ":" + std::to_string(element.tag_namespace) + "@" + std::to_string(element.start_pos.offset);
  if (element.tag == GUMBO_TAG_UNKNOWN) {
    to += ' ';
    to += WithoutControls(std::string(element.original_tag.data, element.original_tag.length));
  }
  for (unsigned i = 0; i < element.attributes.length; ++i) {
    const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
    to += ' ' + std::to_string(attribute->attr_namespace) + ":" + attribute->name + "=[" + attribute->value + "]";
  }
  to += '>';
}

/// Without recursion: pages may be deep.
std::string Print(const GumboNode* root) {
  std::string words;
  std::vector<std::pair<const GumboNode*, unsigned>> path;
  const auto enter = [&](const GumboNode* node) {
    words += '\n' + std::string(path.size(), ' ') + std::to_string(node->type);
    if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE) {
      PrintElement(node->v.element, words);
      path.push_back({node, 0});
    } else {
      words += '@' + std::to_string(node->v.text.start_pos.offset) + "[" + node->v.text.text + "]";
    }
  };
  if (root != nullptr) enter(root);
  while (!path.empty()) {
    const GumboVector& children = path.back().first->v.element.children;
    if (path.back().second == children.length) {
      path.pop_back();
    } else {
      enter(static_cast<const GumboNode*>(children.data[path.back().second++]));
    }
  }
  return words;
}

}  // namespace

bool HasStockGumbo() { return TheStock().options != nullptr; }

std::string TreeOf(const std::string& html) {
  parse::Arena arena;
  return Print(pith_gumbo_parse(&arena, html.c_str(), html.size()));
}

std::string StockTreeOf(const std::string& page) {
  const std::string html = WithoutControls(page);
  const Stock& stock = TheStock();
  GumboOptions options = *stock.options;
  options.max_errors = 0;
  GumboOutput* output = stock.parse(&options, html.c_str(), html.size());
  std::string words = Print(output->root);
  stock.destroy(&options, output);
  return words;
}

std::string WithComparableNumbers(std::string_view page) {
  constexpr std::size_t kDecimal = 9, kHexadecimal = 7;
  std::string out;
  while (!page.empty()) {
    const std::size_t start = page.find("&#");
    if (start == std::string_view::npos) break;
    std::size_t digits = start + 2;
    const bool hexadecimal = digits < page.size() && (page[digits] | 0x20) == 'x';
    if (hexadecimal) ++digits;
    const std::size_t end = std::min(page.size(), page.find_first_not_of(hexadecimal ? "0123456789abcdefABCDEF" : "0123456789", digits));
    std::string number(page.substr(digits, std::min(end - digits, hexadecimal ? kHexadecimal : kDecimal)));
    const unsigned long c = std::strtoul(number.c_str(), nullptr, hexadecimal ? 16 : 10);
    const bool space = c == '\t' || c == '\n' || c == '\f' || c == '\r';
    if ((c < ' ' && !space) || c == 0x7F || c == 0x81 || c == 0x8D || c == 0x8F || c == 0x90 || c == 0x9D) number.assign(number.size(), '0');
    out.append(page.substr(0, digits)).append(number);
    page.remove_prefix(end);
  }
  return out.append(page);
}

}  // namespace pith::testing

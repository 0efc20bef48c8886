#include "core/carried/carried.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <unordered_set>

#include "core/json/scripts.h"
#include "core/metadata/title.h"
#include "core/unicode/unicode.h"

namespace pith::carried {
namespace {

using json::Tree;
using json::Type;
using json::Value;

// A page spends at most this on its scripts: what is longer holds a site's state and not an article.
constexpr std::size_t kLongestScript = 4 << 20, kMostBytes = 8 << 20;

/// Whether a string reads like sentences: long enough, with spaces as often as scripts that have them use them, and a sentence's end.
bool ReadsLikeProse(std::string_view text) {
  constexpr std::size_t kShortest = 60, kLongestWord = 14;  // bytes; on average, tags and addresses included
  if (text.size() < kShortest) return false;
  std::size_t spaces = 0;
  bool ends = false;
  for (std::size_t at = 0; at < text.size();) {
    const unicode::Decoded next = unicode::Decode(text, at);
    spaces += text[at] == ' ' || unicode::IsUnspaced(next.code_point) ? 1 : 0;
    ends = ends || unicode::EndsSentence(next.code_point);
    at += next.size;
  }
  return ends && spaces * kLongestWord >= text.size();
}

/// A key below an object, and how much stands under it.
struct Key {
  std::string_view name;
  std::size_t prose = 0;  ///< bytes that read so
  std::size_t other = 0;  ///< bytes that don't: labels, names, colours
};

/// The key with most prose.
Key MostProse(const Tree& tree, const Value& object) {
  constexpr std::size_t kMostKeys = 128;  // data whose keys are values (a state by address) has no end of them
  std::vector<Key> keys;
  const auto begin = static_cast<std::uint32_t>(&object - tree.data());
  for (std::uint32_t at = begin + 1; at < object.end; ++at) {
    const Value& value = tree[at];
    if (value.type != Type::kString) continue;
    auto key = std::find_if(keys.begin(), keys.end(), [&](const Key& known) { return known.name == value.key; });
    if (key == keys.end()) {
      if (keys.size() == kMostKeys) continue;
      key = keys.insert(keys.end(), {value.key});
    }
    (ReadsLikeProse(value.text) ? key->prose : key->other) += value.text.size();
  }
  const auto most = std::max_element(keys.begin(), keys.end(), [](const Key& a, const Key& b) { return a.prose < b.prose; });
  return most == keys.end() ? Key{} : *most;
}

/// All strings below an object under that key, a line each; those that come again only once.
std::string TextsUnder(const Tree& tree, const Value& object, std::string_view key) {
  std::string text;
  std::unordered_set<std::string_view> seen;
  const auto begin = static_cast<std::uint32_t>(&object - tree.data());
  for (std::uint32_t at = begin + 1; at < object.end; ++at) {
    if (tree[at].type != Type::kString || tree[at].key != key || !seen.insert(tree[at].text).second) continue;
    text += tree[at].text;
    text += '\n';
  }
  return text;
}

}  // namespace

std::string ArticleBody(const std::vector<std::string_view>& json_ld) {
  std::string body;
  json::ForEachTree(json_ld, kLongestScript, kMostBytes, [&](const Tree& tree) {
    for (const Value& value : tree) {
      if (value.type == Type::kString && value.key == "articleBody" && value.text.size() > body.size()) body = value.text;
    }
  });
  return body;
}

std::string TextInData(const std::vector<std::string_view>& data, std::string_view title) {
  constexpr std::size_t kShare = 6;  // bytes of prose to one of anything else: else it is the pieces that a site is built of
  constexpr int kMostRecords = 6;  // that have the title: each costs a look at all that stands below it
  const std::string wanted = metadata::Essence(title);
  std::string text;
  std::size_t most = 0;
  if (wanted.empty()) return text;
  json::ForEachTree(data, kLongestScript, kMostBytes, [&](const Tree& tree) {
    int records = 0;
    std::vector<std::uint32_t> open;  // the objects and arrays around a value
    for (std::uint32_t at = 0; at < tree.size() && records < kMostRecords; ++at) {
      while (!open.empty() && tree[open.back()].end <= at) open.pop_back();
      const Value& value = tree[at];
      if (value.type == Type::kObject || value.type == Type::kArray) {
        open.push_back(at);
      } else if (value.type == Type::kString && !open.empty() && tree[open.back()].type == Type::kObject && value.text.size() < 2 * title.size() + 64 && metadata::Essence(value.text) == wanted) {
        ++records;
        const Value& record = tree[open.back()];
        const Key key = MostProse(tree, record);
        if (key.prose <= most || key.prose < kShare * key.other) continue;
        most = key.prose;
        text = TextsUnder(tree, record, key.name);
      }
    }
  });
  return text;
}

bool IsMarkup(std::string_view text) {
  for (std::size_t at = 0; (at = text.find('<', at)) != std::string_view::npos; ++at) {
    const std::string_view rest = text.substr(at + 1, 4);
    if (rest.substr(0, 1) == "/" || rest.substr(0, 2) == "p>" || rest.substr(0, 2) == "p " || rest.substr(0, 2) == "br") return true;
  }
  return false;
}

}  // namespace pith::carried

#pragma once

// JSON text → a flat tree, for the little JSON that pages carry (JSON-LD). Tolerant: control characters in strings and a trailing
// comma are accepted, as pages have them. Iterative: nesting costs no stack.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pith::json {

enum class Type : std::uint8_t { kNull, kBool, kNumber, kString, kArray, kObject };

struct Value {
  Type type;
  std::string key;   ///< under which it stands in its object
  std::string text;  ///< a string's text; a number's or literal's spelling
  std::uint32_t end;  ///< one past the last value below it: pre-order, like Document
};

/// values[0] is the root; empty where the text is no JSON.
using Tree = std::vector<Value>;

[[nodiscard]] Tree Read(std::string_view text);

/// The child of the object `parent` with that key; nullptr where there is none.
[[nodiscard]] const Value* Find(const Tree& tree, const Value& parent, std::string_view key);

/// The children of `parent`, for a range-based for.
class Children {
 public:
  Children(const Tree& tree, const Value& parent) : tree_(tree), at_(Index(parent) + 1), end_(parent.end) {}
  struct Iterator {
    const Tree& tree;
    std::uint32_t at;
    const Value& operator*() const { return tree[at]; }
    Iterator& operator++() {
      at = tree[at].end;
      return *this;
    }
    bool operator!=(const Iterator& other) const { return at != other.at; }
  };
  [[nodiscard]] Iterator begin() const { return {tree_, at_}; }
  [[nodiscard]] Iterator end() const { return {tree_, end_}; }

 private:
  [[nodiscard]] std::uint32_t Index(const Value& value) const { return static_cast<std::uint32_t>(&value - tree_.data()); }
  const Tree& tree_;
  std::uint32_t at_;
  std::uint32_t end_;
};

}  // namespace pith::json

#include "core/json/reader.h"

#include <cstddef>

#include "core/unicode/unicode.h"

namespace pith::json {
namespace {

using unicode::IsAsciiSpace;

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  Tree Run() {
    std::string key;
    for (;;) {
      SkipSpace();
      if (at_ == text_.size()) return {};
      const char c = text_[at_];
      const bool in_object = !open_.empty() && tree_[open_.back()].type == Type::kObject;
      if (c == ',' && !open_.empty()) {
        ++at_;
        continue;
      }
      if ((c == ']' || c == '}') && !open_.empty()) {
        if ((c == '}') != in_object) return {};
        ++at_;
        Close();
      } else {
        key.clear();
        if (in_object && !ReadKey(key)) return {};
        if (!ReadValue(std::move(key))) return {};
      }
      if (open_.empty()) break;
    }
    return std::move(tree_);
  }

 private:
  void SkipSpace() {
    while (at_ < text_.size() && (IsAsciiSpace(text_[at_]) || text_[at_] == ';')) ++at_;
  }

  bool ReadKey(std::string& key) {
    if (text_[at_] != '"' || !ReadString(key)) return false;
    SkipSpace();
    if (at_ == text_.size() || text_[at_] != ':') return false;
    ++at_;
    SkipSpace();
    return at_ < text_.size();
  }

  bool ReadValue(std::string key) {
    Value value{Type::kNull, std::move(key), {}, 0};
    const char c = text_[at_];
    if (c == '{' || c == '[') {
      ++at_;
      value.type = c == '{' ? Type::kObject : Type::kArray;
      open_.push_back(static_cast<std::uint32_t>(tree_.size()));
      tree_.push_back(std::move(value));
      return true;
    }
    if (c == '"') {
      value.type = Type::kString;
      if (!ReadString(value.text)) return false;
    } else {
      const std::size_t start = at_;
      while (at_ < text_.size() && !IsAsciiSpace(text_[at_]) && text_[at_] != ',' && text_[at_] != '}' && text_[at_] != ']') ++at_;
      value.text = text_.substr(start, at_ - start);
      if (value.text.empty()) return false;
      value.type = value.text == "null" ? Type::kNull : value.text == "true" || value.text == "false" ? Type::kBool : Type::kNumber;
    }
    value.end = static_cast<std::uint32_t>(tree_.size() + 1);
    tree_.push_back(std::move(value));
    return true;
  }

  void Close() {
    tree_[open_.back()].end = static_cast<std::uint32_t>(tree_.size());
    open_.pop_back();
  }

  bool ReadString(std::string& out) {
    for (++at_; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '"') return ++at_, true;
      if (c != '\\') {
        out += c;
        continue;
      }
      if (++at_ == text_.size()) return false;
      switch (text_[at_]) {
        case 'n': out += '\n'; break;
        case 't': out += '\t'; break;
        case 'r': out += '\r'; break;
        case 'b':
        case 'f': out += ' '; break;
        case 'u': unicode::Append(out, Escape()); break;
        default: out += text_[at_];
      }
    }
    return false;
  }

  /// The character of a \uXXXX escape, with the low surrogate that may follow; at_ is left on its last digit.
  char32_t Escape() {
    char32_t high = Hex4(at_ + 1);
    at_ += 4;
    if (high >= 0xD800 && high < 0xDC00 && text_.substr(at_ + 1 < text_.size() ? at_ + 1 : text_.size(), 2) == "\\u") {
      const char32_t low = Hex4(at_ + 3);
      if (low >= 0xDC00 && low < 0xE000) {
        at_ += 6;
        high = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
      }
    }
    if (at_ >= text_.size()) at_ = text_.size() - 1;
    return high;
  }

  char32_t Hex4(std::size_t from) const {
    char32_t value = 0;
    for (std::size_t i = from; i < from + 4 && i < text_.size(); ++i) {
      const char c = unicode::AsciiLower(text_[i]);
      const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : 0;
      value = value << 4 | static_cast<char32_t>(digit);
    }
    return value;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Tree tree_;
  std::vector<std::uint32_t> open_;
};

}  // namespace

Tree Read(std::string_view text) { return Parser(text).Run(); }

const Value* Find(const Tree& tree, const Value& parent, std::string_view key) {
  if (parent.type != Type::kObject) return nullptr;
  for (const Value& child : Children(tree, parent)) {
    if (child.key == key) return &child;
  }
  return nullptr;
}

}  // namespace pith::json

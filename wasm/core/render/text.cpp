#include <algorithm>
#include <utility>
#include <vector>

#include "core/render/parts.h"
#include "core/render/render.h"
#include "core/unicode/unicode.h"

namespace pith::render {
namespace {

using clean::ArticleTree;
using clean::Item;
using clean::ItemId;
using html::Tag;

/// Joins lines into blocks: remembers what parts the next text from the last and writes it only when there is one.
class TextWriter {
 public:
  void Reserve(std::size_t bytes) { out_.reserve(bytes); }
  /// Parts the next text by so many line breaks, or within a line by a space, or by the border of a cell.
  void Break(int lines) { lines_ = std::max(lines_, lines); }
  void Space() { space_ = true; }
  void Cell() { ++cells_; }
  /// What the next text is preceded by: a list marker.
  void Prefix(std::string prefix) { prefix_ = std::move(prefix); }

  void Append(std::string_view text) {
    if (space_ && (lines_ > 0 || out_.empty())) text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));  // behind a picture that begins a line
    if (text.empty()) return;
    if (lines_ > 0 && !out_.empty()) {
      while (out_.back() == ' ' && out_.size() > 1) out_.pop_back();
      out_.append(static_cast<std::size_t>(lines_), '\n');
    } else if (cells_ > 0) {
      for (; cells_ > 0; --cells_) out_ += " | ";
    } else if (space_ && !out_.empty()) {
      const bool parted = unicode::IsAsciiSpace(out_.back());
      if (!parted && !unicode::IsAsciiSpace(text[0])) out_ += ' ';
      if (parted && text[0] == ' ') text.remove_prefix(1);
    }
    lines_ = cells_ = 0;
    space_ = false;
    out_ += std::exchange(prefix_, {});
    out_ += text;
  }

  /// Takes line breaks off the text added last.
  void TrimLines() {
    while (!out_.empty() && out_.back() == '\n') out_.pop_back();
  }

  std::string Take() {
    while (!out_.empty() && out_.back() == ' ') out_.pop_back();
    return std::move(out_);
  }

 private:
  std::string out_;
  std::string prefix_;
  int lines_ = 0;
  int cells_ = 0;
  bool space_ = false;
};

/// Line breaks around an element: 2 makes it a block, 1 a line, 0 leaves it in its line.
int BreakAround(Tag tag) {
  switch (tag) {
    case Tag::kLi:
    case Tag::kTr:
    case Tag::kDt:
    case Tag::kDd: return 1;
    case Tag::kTd:
    case Tag::kTh:
    case Tag::kThead:
    case Tag::kTbody:
    case Tag::kTfoot: return 0;
    default: return html::IsBlock(tag) ? 2 : 0;
  }
}

class Walker {
 public:
  explicit Walker(const ArticleTree& tree) : tree_(tree) { out_.Reserve(SizeOf(tree)); }

  std::string Run() {
    for (ItemId id = 0; id < tree_.items.size();) {
      CloseUntil(id);
      id = Visit(id);
    }
    return out_.Take();
  }

 private:
  struct List {
    Tag tag;
    ItemNumbers numbers;
  };

  ItemId Visit(ItemId id) {
    const Item& item = tree_.items[id];
    if (tree_.IsText(id)) {
      out_.Append(tree_.TextOf(id));
      return id + 1;
    }
    if (item.tag == Tag::kHeader || item.tag == Tag::kFigcaption || IsEmbed(tree_, id) || IsOwnNoteMark(tree_, id)) return item.end;
    if (item.tag == Tag::kMath) {
      out_.Append(MathText(tree_, id));
      return item.end;
    }
    if (item.tag == Tag::kRt && !HasParentheses(id)) {
      Reading(id);
    } else if (item.tag == Tag::kBr) {
      Break(1);
    } else if (item.tag == Tag::kImg) {
      out_.Space();
    } else {
      Open(id);
    }
    return id + 1;
  }

  /// The reading of a character, which a page sets above it.
  void Reading(ItemId id) {
    out_.Append("(");
    open_.push_back(id);
  }

  /// Whether the page brings the parentheses for readers that cannot set readings above.
  [[nodiscard]] bool HasParentheses(ItemId reading) const {
    return reading > 0 && (tree_.items[reading - 1].tag == Tag::kRp || (tree_.IsText(reading - 1) && reading > 1 && tree_.items[reading - 2].tag == Tag::kRp));
  }

  void Open(ItemId id) {
    const Tag tag = tree_.items[id].tag;
    Around(tag);
    if (IsList(tag)) lists_.push_back({tag, ItemNumbers(tree_, id)});
    if (IsCell(tag) && cells_++ == 0 && !FirstInRow(id)) out_.Cell();
    if (tag == Tag::kLi && cells_ == 0) {
      constexpr std::size_t kDeepest = 20;  // deeper ones are indented no further
      const std::size_t depth = std::max<std::size_t>(lists_.size(), 1) - 1;
      const bool numbered = !lists_.empty() && lists_.back().tag == Tag::kOl;
      out_.Prefix(std::string(std::min(depth, kDeepest) * 2, ' ') + (numbered ? std::to_string(lists_.back().numbers.Next(tree_, id)) + ". " : "- "));
    }
    open_.push_back(id);
  }

  void CloseUntil(ItemId id) {
    while (!open_.empty() && id >= tree_.items[open_.back()].end) {
      const Tag tag = tree_.items[open_.back()].tag;
      if (tag == Tag::kRt && !HasParentheses(open_.back())) out_.Append(")");
      open_.pop_back();
      if (IsList(tag)) lists_.pop_back();
      if (tag == Tag::kPre) out_.TrimLines();
      Around(tag);
      if (IsCell(tag)) --cells_;
    }
  }

  /// The break before or after an element, whose parent is the innermost open one.
  void Around(Tag tag) {
    const Tag parent = open_.empty() ? Tag::kUnknown : tree_.items[open_.back()].tag;
    const bool in_item = parent == Tag::kLi || parent == Tag::kDd;
    const int lines = BreakAround(tag);
    Break(in_item ? std::min(lines, 1) : lines);
  }

  /// Within a table's cell all stays in one line.
  void Break(int lines) {
    if (cells_ == 0) {
      out_.Break(lines);
    } else if (lines > 0) {
      out_.Space();
    }
  }

  [[nodiscard]] bool FirstInRow(ItemId cell) const { return !open_.empty() && open_.back() + 1 == cell; }
  static bool IsList(Tag tag) { return tag == Tag::kUl || tag == Tag::kOl; }
  static bool IsCell(Tag tag) { return tag == Tag::kTd || tag == Tag::kTh; }

  const ArticleTree& tree_;
  TextWriter out_;
  std::vector<ItemId> open_;
  std::vector<List> lists_;  ///< open ones
  std::size_t cells_ = 0;
};

}  // namespace

std::string Text(const ArticleTree& tree) { return Walker(tree).Run(); }

}  // namespace pith::render

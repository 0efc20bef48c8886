#include <vector>

#include "core/render/markdown_escape.h"
#include "core/render/render.h"

namespace pith::render {
namespace {

using clean::ArticleTree;
using clean::Item;
using clean::ItemId;
using clean::Name;
using html::Tag;

/// Writes blocks. `prefix_` is what each further line starts with: quote marks and list indents.
class MarkdownWriter {
 public:
  explicit MarkdownWriter(const ArticleTree& tree) : tree_(tree) {}

  std::string Run() {
    for (ItemId id = 0; id < tree_.items.size();) {
      CloseUntil(id);
      id = tree_.IsText(id) ? Text(id) : Element(id);
    }
    CloseUntil(static_cast<ItemId>(tree_.items.size()));
    while (!out_.empty() && (out_.back() == '\n' || out_.back() == ' ')) out_.pop_back();
    if (!out_.empty()) out_ += '\n';
    return std::move(out_);
  }

 private:
  struct Open {
    ItemId id;
    std::size_t prefix;   ///< length of prefix_ to go back to
    std::string closing;  ///< inline mark that ends it
    std::uint32_t number = 0;  ///< of the next item, in an ordered list; 0 in others
  };

  ItemId Text(ItemId id) {
    AppendInline(tree_.TextOf(id));
    return id + 1;
  }

  /// Opens an element, or writes it whole; returns the next item to look at.
  ItemId Element(ItemId id) {
    const Item& item = tree_.items[id];
    switch (item.tag) {
      case Tag::kH1:
      case Tag::kH2:
      case Tag::kH3:
      case Tag::kH4:
      case Tag::kH5:
      case Tag::kH6: StartBlock(); Mark(std::string(static_cast<std::size_t>(item.tag) - static_cast<std::size_t>(Tag::kH1) + 1, '#') + " "); single_line_ = true; return Push(id);
      case Tag::kBlockquote: StartBlock(); return PushPrefixed(id, "> ", "> ");
      case Tag::kUl: StartList(); return Push(id, {}, 0);
      case Tag::kOl: StartList(); return Push(id, {}, Start(id));
      case Tag::kLi: return ListItem(id);
      case Tag::kPre: return CodeBlock(id);
      case Tag::kTable: return Table(id);
      case Tag::kHr: StartBlock(); Mark("---"); return item.end;
      case Tag::kBr: LineBreak(); return item.end;
      case Tag::kImg: Image(id); return item.end;
      case Tag::kDt: StartBlock(); Mark("**"); return Push(id, "**");
      case Tag::kFigcaption: StartBlock(); Mark("*"); return Push(id, "*");
      case Tag::kSummary: StartBlock(); Mark("**"); return Push(id, "**");
      case Tag::kCode:
      case Tag::kKbd:
      case Tag::kSamp: return CodeSpan(id);
      case Tag::kA: return Link(id);
      case Tag::kEm: return Emphasis(id, "*");
      case Tag::kStrong: return Emphasis(id, "**");
      case Tag::kDel: return Emphasis(id, "~~");
      default:
        if (html::IsBlock(item.tag)) StartBlock();
        return Push(id);
    }
  }

  ItemId Push(ItemId id, std::string closing = {}, std::uint32_t number = 0) {
    open_.push_back({id, prefix_.size(), std::move(closing), number});
    return id + 1;
  }

  /// Opens a container whose first line starts with `first` and whose others with `rest`.
  ItemId PushPrefixed(ItemId id, std::string_view first, std::string_view rest) {
    Push(id);
    Mark(first);
    prefix_ += rest;
    at_start_ = true;
    return id + 1;
  }

  void CloseUntil(ItemId id) {
    for (; !open_.empty() && id >= tree_.items[open_.back().id].end; open_.pop_back()) {
      const Open& top = open_.back();
      const Tag tag = tree_.items[top.id].tag;
      if (!top.closing.empty()) Closing(top.closing);
      if (html::IsHeading(tag)) single_line_ = false;
      prefix_.resize(top.prefix);
      if (html::IsBlock(tag)) due_ = true;
    }
  }

  /// A closing mark goes before white space, or it would not close.
  void Closing(std::string_view mark) {
    std::size_t end = out_.size();
    while (end > 0 && out_[end - 1] == ' ') --end;
    out_.insert(end, mark);
  }

  /// Begins a block: an empty line is due unless a container has just begun.
  void StartBlock() {
    if (at_start_) return;
    due_ = true;
  }

  void Flush() {
    if (due_ && !out_.empty() && !at_start_) {
      while (!out_.empty() && out_.back() == ' ') out_.pop_back();
      if (!tight_next_) NewLine(true);
      NewLine(false);
      line_start_ = true;
    }
    due_ = tight_next_ = at_start_ = false;
  }

  void NewLine(bool empty) {
    out_ += '\n';
    std::string_view prefix = prefix_;
    if (empty) {
      while (!prefix.empty() && prefix.back() == ' ') prefix.remove_suffix(1);
    }
    out_ += prefix;
  }

  /// Appends what Markdown reads as mark-up.
  void Mark(std::string_view mark) {
    Flush();
    out_ += mark;
    line_start_ = false;
  }

  void AppendInline(std::string_view text) {
    if (text.empty()) return;
    Flush();
    AppendEscaped(out_, text, line_start_ || out_.empty());
    line_start_ = false;
  }

  void LineBreak() {
    if (at_start_ || due_) return;
    if (single_line_) {
      out_ += ' ';
      return;
    }
    out_ += "\\";
    NewLine(false);
    line_start_ = true;
  }

  void StartList() {
    const bool nested = !open_.empty() && tree_.items[open_.back().id].tag == Tag::kLi;
    StartBlock();
    tight_next_ = nested;
  }

  std::uint32_t Start(ItemId id) const {
    std::uint32_t start = 0;
    for (const char c : tree_.AttributeOf(id, Name::kStart)) start = start * 10 + static_cast<std::uint32_t>(c - '0');
    return start == 0 ? 1 : start;
  }

  ItemId ListItem(ItemId id) {
    std::string marker = "- ";
    bool first = true;
    for (auto list = open_.rbegin(); list != open_.rend(); ++list) {
      const Tag tag = tree_.items[list->id].tag;
      if (tag != Tag::kUl && tag != Tag::kOl) continue;
      if (tag == Tag::kOl) marker = std::to_string(list->number++) + ". ";
      first = list->id + 1 == id;
      break;
    }
    if (!first) {
      due_ = true;
      tight_next_ = true;
    } else {
      StartBlock();
    }
    const std::string indent(marker.size(), ' ');
    return PushPrefixed(id, marker, indent);
  }

  ItemId CodeBlock(ItemId id) {
    StartBlock();
    std::string code;
    for (ItemId at = id + 1; at < tree_.items[id].end; ++at) {
      if (tree_.IsText(at)) code += tree_.TextOf(at);
      if (tree_.items[at].tag == Tag::kBr) code += '\n';
    }
    while (!code.empty() && code.back() == '\n') code.pop_back();
    const std::string fence(std::max<std::size_t>(3, LongestRun(code, '`') + 1), '`');
    Mark(fence);
    for (std::size_t at = 0; at <= code.size();) {
      std::size_t end = code.find('\n', at);
      if (end == std::string::npos) end = code.size();
      NewLine(end == at);
      out_.append(code, at, end - at);
      at = end + 1;
    }
    NewLine(false);
    out_ += fence;
    due_ = true;
    return tree_.items[id].end;
  }

  ItemId CodeSpan(ItemId id) {
    std::string code;
    for (ItemId at = id + 1; at < tree_.items[id].end; ++at) {
      if (tree_.IsText(at)) code += tree_.TextOf(at);
    }
    if (code.find_first_not_of(' ') == std::string::npos) {
      AppendInline(code);
      return tree_.items[id].end;
    }
    const std::string ticks(LongestRun(code, '`') + 1, '`');
    const bool pad = code.front() == '`' || code.back() == '`' || (code.front() == ' ' && code.back() == ' ');
    Mark(ticks + (pad ? " " : "") + code + (pad ? " " : "") + ticks);
    return tree_.items[id].end;
  }

  ItemId Link(ItemId id) {
    Mark("[");
    return Push(id, "](" + Destination(tree_.AttributeOf(id, Name::kHref)) + ")");
  }

  /// Emphasis needs a mark next to a word; white space at its edge moves out.
  ItemId Emphasis(ItemId id, std::string_view mark) {
    if (tree_.items[id].end == id + 1) return id + 1;
    Mark(mark);
    return Push(id, std::string(mark));
  }

  void Image(ItemId id) {
    Mark("![");
    AppendEscaped(out_, tree_.AttributeOf(id, Name::kAlt), false);
    out_ += "](" + Destination(tree_.AttributeOf(id, Name::kSrc)) + ")";
  }

  /// A GFM table: one line a row; the first row is its header, as the syntax wants one.
  ItemId Table(ItemId table) {
    StartBlock();
    const ItemId end = tree_.items[table].end;
    bool first = true;
    for (ItemId row = table + 1; row < end; ++row) {
      const Tag tag = tree_.items[row].tag;
      if (tag == Tag::kCaption) {
        StartBlock();
        AppendInline(CellText(row));
        due_ = true;
        row = tree_.items[row].end - 1;
      }
      if (tag != Tag::kTr) continue;
      Flush();
      std::size_t cells = 0;
      if (!first) NewLine(false);
      out_ += '|';
      for (ItemId cell = row + 1; cell < tree_.items[row].end; cell = tree_.items[cell].end) {
        out_ += ' ';
        AppendCell(CellText(cell));
        out_ += " |";
        ++cells;
      }
      if (first) {
        NewLine(false);
        out_ += '|';
        for (std::size_t i = 0; i < cells; ++i) out_ += " --- |";
      }
      first = false;
      row = tree_.items[row].end - 1;
    }
    due_ = true;
    return end;
  }

  std::string CellText(ItemId cell) const {
    std::string text;
    for (ItemId at = cell + 1; at < tree_.items[cell].end; ++at) {
      if (tree_.IsText(at)) {
        text += tree_.TextOf(at);
      } else if (!text.empty() && text.back() != ' ' && (html::IsBlock(tree_.items[at].tag) || tree_.items[at].tag == Tag::kBr)) {
        text += ' ';
      }
    }
    return text;
  }

  void AppendCell(std::string_view text) {
    std::string escaped;
    AppendEscaped(escaped, text, false);
    for (const char c : escaped) {
      if (c == '|') out_ += '\\';
      out_ += c == '\n' ? ' ' : c;
    }
  }

  const ArticleTree& tree_;
  std::string out_;
  std::string prefix_;
  std::vector<Open> open_;
  bool due_ = false;         ///< an empty line before the next block
  bool tight_next_ = false;  ///< … or only a line break
  bool at_start_ = true;     ///< a container has just begun: its first block needs no parting
  bool line_start_ = true;   ///< what comes next could be read as block mark-up
  bool single_line_ = false;  ///< inside a heading
};

}  // namespace

std::string Markdown(const ArticleTree& tree) { return MarkdownWriter(tree).Run(); }

}  // namespace pith::render

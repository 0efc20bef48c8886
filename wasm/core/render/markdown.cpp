#include <algorithm>
#include <utility>
#include <vector>

#include "core/render/flanking.h"
#include "core/render/markdown_escape.h"
#include "core/render/render.h"

namespace pith::render {
namespace {

using clean::ArticleTree;
using clean::Item;
using clean::ItemId;
using clean::Name;
using html::Tag;

/// Containers that would indent further than this are transparent: the prefix stands on every line.
constexpr std::size_t kLongestPrefix = 100;  // bytes

/// Writes blocks. `prefix_` is what each further line starts with: quote marks and list indents.
class MarkdownWriter {
 public:
  enum class Form : std::uint8_t { kBlocks, kCell };  ///< a cell is one line, its blocks parted by `<br>`

  explicit MarkdownWriter(const ArticleTree& tree, Form form = Form::kBlocks) : tree_(tree), cell_(form == Form::kCell), single_line_(cell_) {}

  std::string Run(ItemId begin, ItemId end) {
    for (ItemId id = begin; id < end;) {
      CloseUntil(id);
      id = tree_.IsText(id) ? Text(id) : Element(id);
    }
    CloseUntil(end);
    while (!out_.empty() && (out_.back() == '\n' || out_.back() == ' ')) out_.pop_back();
    return std::move(out_);
  }

 private:
  struct Open {
    ItemId id;
    std::size_t prefix;   ///< length of prefix_ to go back to
    std::string closing;  ///< inline mark that ends it
    std::uint32_t number = 0;  ///< of the next item, in an ordered list
    char marker = 0;           ///< in a list: '-' or '*', '.' or ')'
  };

  ItemId Text(ItemId id) {
    if (tree_.items[id].count == 0) return id + 1;
    Flush();
    AppendEscaped(out_, tree_.TextOf(id), line_start_);
    line_start_ = false;
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
      case Tag::kH6: return Heading(id);
      case Tag::kBlockquote: StartBlock(); return PushPrefixed(id, "> ", "> ");
      case Tag::kUl:
      case Tag::kOl: return List(id);
      case Tag::kLi: return ListItem(id);
      case Tag::kPre: return CodeBlock(id);
      case Tag::kTable: return Table(id);
      case Tag::kHr:
        StartBlock();
        if (!cell_) Mark("***");
        due_ = true;
        return item.end;
      case Tag::kBr: break_ = !due_ && !at_start_; return item.end;
      case Tag::kImg: Image(id); return item.end;
      case Tag::kDt:
      case Tag::kSummary: StartBlock(); return Emphasis(id, "**");
      case Tag::kCode:
      case Tag::kKbd:
      case Tag::kSamp: return CodeSpan(id);
      case Tag::kA: return Link(id);
      case Tag::kEm: return Emphasis(id, "*");
      case Tag::kStrong: return Emphasis(id, "**");
      case Tag::kDel: return Emphasis(id, "~~");
      case Tag::kQ:
      case Tag::kSub:
      case Tag::kSup: return Emphasis(id, {});
      default:
        if (html::IsBlock(item.tag)) StartBlock();
        return Push(id);
    }
  }

  ItemId Push(ItemId id, std::string closing = {}) {
    open_.push_back({id, prefix_.size(), std::move(closing)});
    return id + 1;
  }

  /// Opens a container whose first line starts with `first` and whose others with `rest`.
  ItemId PushPrefixed(ItemId id, std::string_view first, std::string_view rest) {
    Push(id);
    if (cell_ || prefix_.size() > kLongestPrefix) return id + 1;
    Mark(first);
    prefix_ += rest;
    at_start_ = line_start_ = true;
    return id + 1;
  }

  void CloseUntil(ItemId id) {
    for (; !open_.empty() && id >= tree_.items[open_.back().id].end; open_.pop_back()) {
      const Open& top = open_.back();
      const Tag tag = tree_.items[top.id].tag;
      if (!top.closing.empty()) {
        out_ += top.closing;
        closed_mark_ = out_.size();
      }
      if (html::IsHeading(tag)) EndHeading();
      prefix_.resize(top.prefix);
      if (tag == Tag::kUl || tag == Tag::kOl) {
        last_list_ = id;
        last_marker_ = top.marker;
      }
      if (html::IsBlock(tag)) {
        due_ = true;
        break_ = false;
      }
    }
  }

  /// Begins a block: an empty line is due unless a container has just begun.
  void StartBlock() {
    break_ = false;
    if (!at_start_) due_ = true;
  }

  /// Writes the white space that is due before what comes next.
  void Flush() {
    if (due_ && !at_start_ && !out_.empty()) {
      if (cell_) {
        out_ += "<br>";
      } else {
        if (!tight_next_) NewLine(true);
        NewLine(false);
        line_start_ = true;
      }
    } else if (break_) {
      out_ += single_line_ ? (cell_ ? "<br>" : " ") : "\\";
      if (!single_line_) {
        NewLine(false);
        line_start_ = true;
      }
    }
    due_ = break_ = tight_next_ = at_start_ = false;
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

  ItemId Heading(ItemId id) {
    StartBlock();
    if (cell_) return Push(id);
    Mark(std::string(static_cast<std::size_t>(tree_.items[id].tag) - static_cast<std::size_t>(Tag::kH1) + 1, '#') + " ");
    single_line_ = true;
    return Push(id);
  }

  /// A heading may end in `#`, which Markdown would take for a closing sequence.
  void EndHeading() {
    single_line_ = cell_;
    std::size_t start = out_.size();
    while (start > 0 && out_[start - 1] == '#') --start;
    if (!cell_ && start < out_.size() && start > 0 && out_[start - 1] == ' ') out_.insert(out_.size() - 1, 1, '\\');
  }

  ItemId List(ItemId id) {
    const bool ordered = tree_.items[id].tag == Tag::kOl;
    const std::uint32_t start = ordered ? Start(id) : 0;
    const bool nested = !open_.empty() && tree_.items[open_.back().id].tag == Tag::kLi;
    StartBlock();
    tight_next_ = nested && start <= 1;  // an ordered list that starts later cannot follow a line of text
    Push(id);
    open_.back().number = start;
    // Two lists in a row are one to Markdown unless their markers differ.
    const bool again = last_list_ == id && last_marker_ == (ordered ? '.' : '-');
    open_.back().marker = ordered ? (again ? ')' : '.') : (again ? '*' : '-');
    return id + 1;
  }

  std::uint32_t Start(ItemId id) const {
    const std::string_view start = tree_.AttributeOf(id, Name::kStart);
    std::uint32_t number = 0;
    for (const char c : start) number = number * 10 + static_cast<std::uint32_t>(c - '0');
    return start.empty() ? 1 : number;
  }

  ItemId ListItem(ItemId id) {
    std::string marker = "- ";
    bool first = true;
    if (!open_.empty() && open_.back().marker != 0) {
      Open& list = open_.back();
      marker = tree_.items[list.id].tag == Tag::kOl ? std::to_string(list.number++) : std::string();
      marker += list.marker;
      marker += ' ';
      first = list.id + 1 == id;
    }
    if (!first) {
      due_ = true;
      tight_next_ = true;
    } else {
      StartBlock();
    }
    return PushPrefixed(id, marker, std::string(marker.size(), ' '));
  }

  /// The text of an element as it stands.
  std::string TextBelow(ItemId id, char line_break) const {
    std::string text;
    for (ItemId at = id + 1; at < tree_.items[id].end; ++at) {
      if (tree_.IsText(at)) text += tree_.TextOf(at);
      if (tree_.items[at].tag == Tag::kBr) text += line_break;
    }
    return text;
  }

  ItemId CodeBlock(ItemId id) {
    if (cell_) return CodeSpan(id);
    StartBlock();
    std::string code = TextBelow(id, '\n');
    while (!code.empty() && code.back() == '\n') code.pop_back();
    const std::string fence(std::max<std::size_t>(3, LongestRun(code, '`') + 1), '`');
    Mark(fence);
    for (std::size_t at = 0; at <= code.size();) {
      const std::size_t end = std::min(code.find('\n', at), code.size());
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
    const ItemId end = tree_.items[id].end;
    if (html::IsBlock(tree_.items[id].tag)) StartBlock();
    std::string code = TextBelow(id, ' ');
    std::replace(code.begin(), code.end(), '\n', ' ');
    if (code.find_first_not_of(' ') == std::string::npos) return end;
    Flush();
    line_start_ = false;
    if (!out_.empty() && out_.back() == '`') {  // two spans would run into each other
      out_ += "<code>";
      AppendEscaped(out_, code, false);
      out_ += "</code>";
    } else {
      const std::string ticks(LongestRun(code, '`') + 1, '`');
      const std::string_view pad = code.front() == '`' || code.back() == '`' || (code.front() == ' ' && code.back() == ' ') ? " " : "";
      (((out_ += ticks) += pad) += code) += pad;
      out_ += ticks;
    }
    if (html::IsBlock(tree_.items[id].tag)) due_ = true;
    return end;
  }

  ItemId Link(ItemId id) {
    if (tree_.items[id].end == id + 1) return id + 1;
    Flush();
    if (!line_start_ && !out_.empty() && out_.back() == '!') out_.insert(out_.size() - 1, 1, '\\');  // `![` would be an image
    Mark("[");
    return Push(id, "](" + Destination(tree_.AttributeOf(id, Name::kHref)) + ")");
  }

  /// Emphasis by delimiters where Markdown reads them as such, by HTML tags elsewhere.
  ItemId Emphasis(ItemId id, std::string_view mark) {
    const ItemId end = tree_.items[id].end;
    if (end == id + 1) return end;
    Flush();
    const bool block = html::IsBlock(tree_.items[id].tag);
    const Side before = line_start_ || out_.empty() ? Side::kSpace : LastOf(out_);
    const bool beside_another = !line_start_ && closed_mark_ == out_.size();
    const bool reads = !mark.empty() && !beside_another && Flanks(before, FirstOf(tree_, id + 1, end)) && Flanks(After(id), LastOf(tree_, id + 1, end));
    if (reads && !(block && HasElements(id))) {
      Mark(mark);
      return Push(id, std::string(mark));
    }
    if (block) return Push(id);
    const std::string name(html::NameOf(tree_.items[id].tag));
    Mark("<" + name + ">");
    return Push(id, "</" + name + ">");
  }

  bool HasElements(ItemId id) const {
    for (ItemId at = id + 1; at < tree_.items[id].end; ++at) {
      if (!tree_.IsText(at)) return true;
    }
    return false;
  }

  /// What follows an inline element in its block.
  Side After(ItemId id) const {
    const ItemId end = tree_.items[id].end;
    if (html::IsBlock(tree_.items[id].tag)) return Side::kSpace;
    for (auto open = open_.rbegin(); open != open_.rend() && tree_.items[open->id].end == end; ++open) {
      if (!open->closing.empty()) return Side::kPunctuation;
      if (html::IsBlock(tree_.items[open->id].tag)) return Side::kSpace;
    }
    return FirstOf(tree_, end, static_cast<ItemId>(tree_.items.size()));
  }

  void Image(ItemId id) {
    Mark("![");
    AppendEscaped(out_, tree_.AttributeOf(id, Name::kAlt), false);
    out_ += "](" + Destination(tree_.AttributeOf(id, Name::kSrc)) + ")";
  }

  // --- tables ---------------------------------------------------------------------------------------------------------------

  std::uint32_t Span(ItemId cell, Name name) const {
    constexpr std::uint32_t kLargest = 50;  // a cell that spans more is broken or hostile
    std::uint32_t span = 0;
    for (const char c : tree_.AttributeOf(cell, name)) span = span * 10 + static_cast<std::uint32_t>(c - '0');
    return std::clamp<std::uint32_t>(span, 1, kLargest);
  }

  /// A table's rows as columns of Markdown: a cell that spans several leaves the others empty.
  std::vector<std::vector<std::string>> Rows(ItemId table) const {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::uint32_t> taken;  // by column: rows that a cell above still spans
    for (ItemId row = table + 1; row < tree_.items[table].end; ++row) {
      const Tag tag = tree_.items[row].tag;
      if (tag == Tag::kCaption) row = tree_.items[row].end - 1;
      if (tag == Tag::kThead || tag == Tag::kTbody || tag == Tag::kTfoot) taken.clear();  // cells end with their group of rows
      if (tag != Tag::kTr) continue;
      std::vector<std::string>& columns = rows.emplace_back();
      const auto skip_taken = [&] {
        for (; columns.size() < taken.size() && taken[columns.size()] > 0; columns.emplace_back()) --taken[columns.size()];
      };
      for (ItemId cell = row + 1; cell < tree_.items[row].end; cell = tree_.items[cell].end) {
        skip_taken();
        std::string text = MarkdownWriter(tree_, Form::kCell).Run(cell + 1, tree_.items[cell].end);
        for (std::uint32_t i = Span(cell, Name::kColspan); i > 0; --i) {
          if (columns.size() >= taken.size()) taken.resize(columns.size() + 1);
          taken[columns.size()] = Span(cell, Name::kRowspan) - 1;
          columns.push_back(std::move(text));
          text.clear();
        }
      }
      skip_taken();
      row = tree_.items[row].end - 1;
    }
    return rows;
  }

  /// A GFM table: one line a row; the first row is its header, as the syntax wants one.
  ItemId Table(ItemId table) {
    const ItemId end = tree_.items[table].end;
    StartBlock();
    if (cell_) return Push(table);  // a table in a cell: its text
    for (ItemId id = table + 1; id < end; id = tree_.items[id].end) {
      if (tree_.items[id].tag != Tag::kCaption) continue;
      Mark(MarkdownWriter(tree_, Form::kCell).Run(id + 1, tree_.items[id].end));
      due_ = true;
    }
    const std::vector<std::vector<std::string>> rows = Rows(table);
    std::size_t width = 0;
    for (const std::vector<std::string>& row : rows) width = std::max(width, row.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (i > 0) NewLine(false);
      Row(rows[i], i == 0 ? width : 0);
      if (i > 0) continue;
      NewLine(false);
      out_ += '|';
      for (std::size_t column = 0; column < width; ++column) out_ += " --- |";
    }
    due_ = true;
    return end;
  }

  void Row(const std::vector<std::string>& columns, std::size_t width) {
    Mark("|");
    for (std::size_t i = 0; i < std::max(columns.size(), width); ++i) {
      out_ += ' ';
      const std::string_view text = i < columns.size() ? std::string_view(columns[i]) : std::string_view();
      for (const char c : text) {
        if (c == '|') out_ += '\\';
        out_ += c;
      }
      out_ += text.empty() ? "|" : " |";
    }
  }

  const ArticleTree& tree_;
  std::string out_;
  std::string prefix_;
  std::vector<Open> open_;
  bool cell_;
  bool single_line_;         ///< inside a heading or a cell
  bool due_ = false;         ///< an empty line before the next block
  bool tight_next_ = false;  ///< … or only a line break
  bool break_ = false;       ///< a hard line break before what comes next in this block
  bool at_start_ = true;     ///< a container has just begun: its first block needs no parting
  bool line_start_ = true;   ///< what comes next could be read as block mark-up
  std::size_t closed_mark_ = 0;  ///< where the last closing mark ended
  ItemId last_list_ = 0;         ///< where the last list ended
  char last_marker_ = 0;
};

}  // namespace

std::string Markdown(const ArticleTree& tree) {
  std::string out = MarkdownWriter(tree).Run(0, static_cast<ItemId>(tree.items.size()));
  if (!out.empty()) out += '\n';
  return out;
}

}  // namespace pith::render

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/for_speed.h"
#include "core/render/dollars.h"
#include "core/render/flanking.h"
#include "core/render/footnotes.h"
#include "core/render/headings.h"
#include "core/render/markdown_escape.h"
#include "core/render/markdown_lines.h"
#include "core/render/parts.h"
#include "core/render/render.h"
#include "core/render/table_grid.h"
#include "core/unicode/unicode.h"

namespace pith::render {
namespace {

using clean::ArticleTree;
using clean::Item;
using clean::ItemId;
using clean::Name;
using html::Tag;

/// Inline elements that Markdown has no mark for, but lets through as HTML.
bool IsRaw(Tag tag) {
  switch (tag) {
    case Tag::kAbbr:
    case Tag::kIns:
    case Tag::kKbd:
    case Tag::kMark:
    case Tag::kQ:
    case Tag::kRp:
    case Tag::kRt:
    case Tag::kRuby:
    case Tag::kSub:
    case Tag::kSup: return true;
    default: return false;
  }
}

/// What all writers of one article share.
struct Article {
  const ArticleTree& tree;
  Footnotes footnotes;
  std::unordered_map<ItemId, std::string> links;  ///< addresses of those that lead to a heading
  std::vector<bool> escaped_dollars;              ///< by item
};

/// Writes what stands between two items of an article.
class MarkdownWriter {
 public:
  using Form = MarkdownLines::Form;

  explicit MarkdownWriter(const Article& article, Form form = Form::kBlocks)
      : article_(article), tree_(article.tree), cell_(form == Form::kCell), lines_(form), out_(lines_.text()) {}

  void Reserve(std::size_t bytes) { out_.reserve(bytes); }

  std::string Run(ItemId begin, ItemId end) {
    for (ItemId id = begin; id < end;) {
      CloseUntil(id);
      const bool left_out = !cell_ && article_.footnotes.left_out.count(id) > 0;
      id = left_out ? tree_.items[id].end : tree_.IsText(id) ? Text(id) : Element(id);
    }
    CloseUntil(end);
    while (!out_.empty() && (out_.back() == '\n' || out_.back() == ' ')) out_.pop_back();
    return std::move(out_);
  }

 private:
  struct Open {
    ItemId id;
    std::size_t prefix;   ///< what its lines begin with: how much of it is its containers'
    std::string closing;  ///< inline mark that ends it
    ItemNumbers numbers;  ///< of an ordered list
    char marker = 0;      ///< in a list: '-' or '*', '.' or ')'
  };

  PITH_APART ItemId Text(ItemId id) {
    std::string_view text = tree_.TextOf(id);
    if (!cell_ && article_.footnotes.behind.count(id) > 0) text.remove_prefix(std::min(text.find_first_not_of("]).:, "), text.size()));
    if (text.empty()) return id + 1;
    if (std::exchange(task_, false) && text.size() > kTaskMark) text.remove_prefix(kTaskMark);
    if (lines_.at_line_start() && !text.empty() && text[0] == ' ') text.remove_prefix(1);  // behind a link that was left out
    lines_.Flush();
    Escaped(id, text, lines_.at_line_start());
    lines_.StartText();
    return id + 1;
  }

  void Escaped(ItemId id, std::string_view text, bool line_start) { AppendEscaped(out_, text, line_start, article_.escaped_dollars[id]); }

  /// Opens an element, or writes it whole; returns the next item to look at.
  ItemId Element(ItemId id) {
    const Item& item = tree_.items[id];
    if (const auto mark = article_.footnotes.references.find(id); mark != article_.footnotes.references.end()) {
      lines_.Mark("[^" + mark->second + "]");
      return item.end;
    }
    if (const auto note = article_.footnotes.notes.find(id); note != article_.footnotes.notes.end() && !cell_) return Footnote(id, note->second);
    switch (item.tag) {
      case Tag::kH1:
      case Tag::kH2:
      case Tag::kH3:
      case Tag::kH4:
      case Tag::kH5:
      case Tag::kH6: return Heading(id);
      case Tag::kBlockquote: lines_.StartBlock(); return PushPrefixed(id, "> ", "> ");
      case Tag::kAside: return Callout(id);
      case Tag::kArticle: return Post(id);
      case Tag::kUl:
      case Tag::kOl: return List(id);
      case Tag::kLi: return ListItem(id);
      case Tag::kPre: return CodeBlock(id);
      case Tag::kTable: return Table(id);
      case Tag::kHr:
        lines_.StartBlock();
        if (!cell_) lines_.Mark("***");
        lines_.EndBlock();
        return item.end;
      case Tag::kBr: lines_.Break(); return item.end;
      case Tag::kImg: Image(id); return item.end;
      case Tag::kDt:
      case Tag::kSummary: lines_.StartBlock(); return Emphasis(id, "**");
      case Tag::kCode:
      case Tag::kSamp: return CodeSpan(id);
      case Tag::kMath: return Math(id);
      case Tag::kA: return Link(id);
      case Tag::kEm: return Emphasis(id, "*");
      case Tag::kStrong: return Emphasis(id, "**");
      case Tag::kDel: return Emphasis(id, "~~");
      default:
        if (IsRaw(item.tag) || TagIsMath(id)) return Raw(id);
        if (html::IsBlock(item.tag)) lines_.StartBlock();
        return Push(id);
    }
  }

  ItemId Push(ItemId id, std::string closing = {}) {
    open_.push_back({id, lines_.prefix_size(), std::move(closing)});
    return id + 1;
  }

  /// Opens a container whose first line starts with `first` and whose others with `rest`.
  ItemId PushPrefixed(ItemId id, std::string_view first, std::string_view rest) {
    Push(id);
    lines_.StartContainer(first, rest);
    return id + 1;
  }

  PITH_APART void CloseUntil(ItemId id) {
    for (; !open_.empty() && id >= tree_.items[open_.back().id].end; open_.pop_back()) {
      const Open& top = open_.back();
      const Tag tag = tree_.items[top.id].tag;
      if (!top.closing.empty()) {
        out_ += top.closing;
        closed_mark_ = out_.size();
      }
      if (html::IsHeading(tag)) EndHeading();
      if (html::IsBlock(tag) && !article_.footnotes.left_out.empty()) lines_.TrimSpace();
      lines_.EndContainer(top.prefix);
      if (tag == Tag::kUl || tag == Tag::kOl) {
        last_list_ = id;
        last_marker_ = top.marker;
      }
      if (html::IsBlock(tag)) lines_.EndBlock();
    }
  }

  PITH_APART ItemId Heading(ItemId id) {
    lines_.StartBlock();
    if (cell_) return Push(id);
    lines_.Mark(std::string(static_cast<std::size_t>(tree_.items[id].tag) - static_cast<std::size_t>(Tag::kH1) + 1, '#') + " ");
    lines_.set_single(true);
    return Push(id);
  }

  /// A heading may end in `#`, which Markdown would take for a closing sequence.
  void EndHeading() {
    lines_.set_single(false);
    std::size_t start = out_.size();
    while (start > 0 && out_[start - 1] == '#') --start;
    if (!cell_ && start < out_.size() && start > 0 && out_[start - 1] == ' ') out_.insert(out_.size() - 1, 1, '\\');
  }

  PITH_APART ItemId List(ItemId id) {
    if (article_.footnotes.lists.count(id) > 0 && !cell_) return Push(id);
    const bool ordered = tree_.items[id].tag == Tag::kOl;
    const bool nested = !open_.empty() && tree_.items[open_.back().id].tag == Tag::kLi;
    lines_.StartBlock();
    Push(id);
    if (ordered) open_.back().numbers = ItemNumbers(tree_, id);
    // An ordered list that starts elsewhere than at 1 cannot follow a line of text.
    lines_.set_tight(nested && (!ordered || ItemNumbers(open_.back().numbers).Next(tree_, id + 1) == 1));
    // Two lists in a row are one to Markdown unless their markers differ.
    const bool again = last_list_ == id && last_marker_ == (ordered ? '.' : '-');
    open_.back().marker = ordered ? (again ? ')' : '.') : (again ? '*' : '-');
    return id + 1;
  }

  PITH_APART ItemId ListItem(ItemId id) {
    std::string marker = "- ";
    bool first = true;
    if (!open_.empty() && open_.back().marker != 0) {
      Open& list = open_.back();
      marker.clear();
      if (tree_.items[list.id].tag == Tag::kOl) marker = std::to_string(std::max(list.numbers.Next(tree_, id), 0));  // it knows none below
      marker += list.marker;
      marker += ' ';
      first = list.id + 1 == id;
    }
    if (first) {
      lines_.StartBlock();
    } else {
      lines_.EndBlock();
      lines_.set_tight(true);
    }
    const std::string indent(marker.size(), ' ');
    // Its box can stand before a line of text only; a heading keeps it as a character.
    const bool begins_with_text = id + 1 < tree_.items[id].end && (tree_.IsText(id + 1) || tree_.items[id + 1].tag == Tag::kP);
    if (begins_with_text && HasClass(tree_, id, "task")) {
      marker += HasClass(tree_, id, "task task-done") ? "[x] " : "[ ] ";
      task_ = true;
    }
    return PushPrefixed(id, marker, indent);
  }

  ItemId Footnote(ItemId id, const std::string& label) {
    lines_.StartBlock();
    return PushPrefixed(id, "[^" + label + "]: ", "    ");
  }

  /// A quotation that begins with its kind, as GFM's readers know it.
  PITH_APART ItemId Callout(ItemId id) {
    lines_.StartBlock();
    PushPrefixed(id, "> ", "> ");
    if (cell_ || open_.back().prefix == lines_.prefix_size()) return id + 1;  // transparent
    std::string kind(tree_.AttributeOf(id, Name::kClass));
    kind = kind.substr(std::min(kind.rfind(' ') + 1, kind.size()));
    std::transform(kind.begin(), kind.end(), kind.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    lines_.Mark("[!" + kind + "]");
    lines_.EndBlock();
    lines_.set_tight(true);
    // A title that only repeats the kind is what readers make of the kind.
    const ItemId title = id + 1;
    return title < tree_.items[id].end && unicode::EqualsIgnoringAsciiCase(TextBelow(tree_, title), kind) ? tree_.items[title].end : title;
  }

  /// A post that answers another stands in it as a quotation does.
  ItemId Post(ItemId id) {
    if (id == 0) return Push(id);
    lines_.StartBlock();
    for (const Open& open : open_) {
      if (tree_.items[open.id].tag == Tag::kArticle && open.id != 0) return PushPrefixed(id, "> ", "> ");
    }
    return Push(id);
  }

  /// The text of an element as it stands.
  std::string CodeBelow(ItemId id, char line_break) const {
    std::string text;
    for (ItemId at = id + 1; at < tree_.items[id].end; ++at) {
      if (tree_.IsText(at)) text += tree_.TextOf(at);
      if (tree_.items[at].tag == Tag::kBr) text += line_break;
    }
    return text;
  }

  PITH_APART ItemId CodeBlock(ItemId id) {
    lines_.StartBlock();
    if (cell_ && HasLink(id)) return Raw(id);
    std::string code = CodeBelow(id, '\n');
    while (!code.empty() && code.back() == '\n') code.pop_back();
    if (cell_) return CodeLines(id, code);
    const std::string fence(std::max<std::size_t>(3, LongestRun(code, '`') + 1), '`');
    lines_.Mark(fence + Language(id));
    for (std::size_t at = 0; at <= code.size();) {
      const std::size_t end = std::min(code.find('\n', at), code.size());
      lines_.NewLine(end == at);
      out_.append(code, at, end - at);
      at = end + 1;
    }
    lines_.NewLine(false);
    out_ += fence;
    lines_.EndBlock();
    return tree_.items[id].end;
  }

  /// A block of code in a cell, which is one line: a span for each of its own.
  ItemId CodeLines(ItemId id, std::string_view code) {
    for (std::size_t at = 0; at <= code.size();) {
      const std::size_t end = std::min(code.find('\n', at), code.size());
      Ticked(id, code.substr(at, end - at));
      lines_.Break();
      at = end + 1;
    }
    lines_.EndBlock();
    return tree_.items[id].end;
  }

  /// The language of a block of code, as its class has it.
  std::string Language(ItemId pre) const {
    constexpr std::string_view kPrefix = "language-";
    const std::string_view name = pre + 1 < tree_.items[pre].end ? tree_.AttributeOf(pre + 1, Name::kClass) : std::string_view();
    return name.substr(0, kPrefix.size()) == kPrefix ? std::string(name.substr(kPrefix.size())) : std::string();
  }

  PITH_APART ItemId CodeSpan(ItemId id) {
    if (HasLink(id)) return Raw(id);
    std::string code = CodeBelow(id, ' ');
    std::replace(code.begin(), code.end(), '\n', ' ');
    Ticked(id, code);
    return tree_.items[id].end;
  }

  /// Whether an element has a link that stays one: between backticks all is text.
  bool HasLink(ItemId id) const {
    for (ItemId at = id; at < tree_.items[id].end; ++at) {
      if (tree_.items[at].tag == Tag::kA && !AddressOf(at).empty()) return true;
    }
    return false;
  }

  /// Code between backticks.
  void Ticked(ItemId id, std::string_view code) {
    if (code.find_first_not_of(' ') == std::string_view::npos) return;
    lines_.Flush();
    lines_.StartText();
    if (!out_.empty() && out_.back() == '`') {  // two spans would run into each other
      out_ += "<code>";
      Escaped(id, code, false);
      out_ += "</code>";
    } else {
      const std::string ticks(LongestRun(code, '`') + 1, '`');
      const std::string_view pad = code.front() == '`' || code.back() == '`' || (code.front() == ' ' && code.back() == ' ') ? " " : "";
      (((out_ += ticks) += pad) += code) += pad;
      out_ += ticks;
    }
  }

  /// Where a link leads; empty for a place in the article that Markdown has no name for.
  std::string AddressOf(ItemId link) const {
    const std::string_view href = tree_.AttributeOf(link, Name::kHref);
    if (href.substr(0, 1) != "#") return Destination(href);
    const auto within = article_.links.find(link);
    return within == article_.links.end() ? "" : within->second;
  }

  PITH_APART ItemId Link(ItemId id) {
    const std::string address = AddressOf(id);
    if (tree_.items[id].end == id + 1 || address.empty()) return id + 1;
    lines_.Flush();
    if (!lines_.at_line_start() && !out_.empty() && out_.back() == '!') out_.insert(out_.size() - 1, 1, '\\');  // `![` would be an image
    lines_.Mark("[");
    return Push(id, "](" + address + ")");
  }

  /// Emphasis by delimiters where Markdown reads them as such, by HTML tags elsewhere.
  PITH_APART ItemId Emphasis(ItemId id, std::string_view mark) {
    const ItemId end = tree_.items[id].end;
    if (end == id + 1) return end;
    lines_.Flush();
    const bool block = html::IsBlock(tree_.items[id].tag);
    const Side before = lines_.at_line_start() || out_.empty() ? Side::kSpace : LastOf(out_);
    const bool beside_another = !lines_.at_line_start() && closed_mark_ == out_.size();
    const bool reads = !mark.empty() && !beside_another && Flanks(before, FirstOf(tree_, id + 1, end)) && Flanks(After(id), LastOf(tree_, id + 1, end));
    if (reads && !(block && HasElements(id))) {
      lines_.Mark(mark);
      return Push(id, std::string(mark));
    }
    if (block) return Push(id);
    return Raw(id);
  }

  /// An inline element as HTML.
  PITH_APART ItemId Raw(ItemId id) {
    const Item& item = tree_.items[id];
    const bool math = item.tag == Tag::kMath || TagIsMath(id);
    if (item.end == id + 1 && !math) return item.end;
    const std::string name(html::NameOf(item.tag));
    std::string tag = "<" + name;
    for (std::uint32_t i = item.data; i < item.data + item.count; ++i) {
      const clean::ItemAttribute& attribute = tree_.attributes[i];
      if (attribute.name == Name::kId || attribute.name == Name::kLang || attribute.name == Name::kDir) continue;
      tag += ' ';
      ((tag += clean::NameOf(attribute.name)) += "=\"") += AttributeValue(tree_.At(attribute.value));
      tag += '"';
    }
    lines_.Mark(tag + ">");
    return Push(id, "</" + name + ">");
  }

  /// What stands in a formula.
  bool TagIsMath(ItemId id) const {
    for (auto open = open_.rbegin(); open != open_.rend(); ++open) {
      if (tree_.items[open->id].tag == Tag::kMath) return true;
      if (html::IsBlock(tree_.items[open->id].tag)) return false;
    }
    return !tree_.IsText(id) && tree_.items[id].tag == Tag::kMath;
  }

  /// A formula's TeX between dollar signs: on lines of its own where it is all of its paragraph. Without TeX, its MathML.
  PITH_APART ItemId Math(ItemId id) {
    const ItemId end = tree_.items[id].end;
    const std::string_view source = TexOf(tree_, id);
    if (source.empty() || source.find_first_of("$`") != std::string_view::npos || source.back() == '\\') return Raw(id);
    const std::string tex = Formula(source);
    const bool display = !tree_.AttributeOf(id, Name::kDisplay).empty();
    const bool alone = display && !cell_ && !lines_.is_single() && !open_.empty() && tree_.items[open_.back().id].tag == Tag::kP && open_.back().id + 1 == id &&
                       tree_.items[open_.back().id].end == end && tex.find("~~~") == std::string::npos;  // a fence to readers without formulas
    if (alone) {
      lines_.Mark("$$");
      lines_.NewLine(false);
      out_ += tex;
      lines_.NewLine(false);
      out_ += "$$";
    } else {
      const std::string_view mark = display ? "$$" : "$";
      lines_.Mark(mark);
      (out_ += tex) += mark;
    }
    return end;
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

  PITH_APART void Image(ItemId id) {
    lines_.Mark("![");
    Escaped(id, tree_.AttributeOf(id, Name::kAlt), false);
    out_ += "](" + Destination(tree_.AttributeOf(id, Name::kSrc)) + ")";
  }

  // --- tables ---------------------------------------------------------------------------------------------------------------

  /// A GFM table: one line a row. The syntax wants a header, which is empty where the table has none.
  PITH_APART ItemId Table(ItemId table) {
    const ItemId end = tree_.items[table].end;
    lines_.StartBlock();
    if (cell_) return Push(table);  // a table in a cell: its text
    const auto cell_text = [&](ItemId cell) { return MarkdownWriter(article_, Form::kCell).Run(cell + 1, tree_.items[cell].end); };
    for (ItemId id = table + 1; id < end; id = tree_.items[id].end) {
      if (tree_.items[id].tag != Tag::kCaption) continue;
      lines_.Mark(cell_text(id));
      lines_.EndBlock();
    }
    const std::vector<std::vector<std::string>> rows = GridOf(tree_, table, cell_text);
    if (rows.empty()) return end;
    std::size_t width = 0;
    for (const std::vector<std::string>& row : rows) width = std::max(width, row.size());
    const std::vector<std::string> no_header;
    const bool has_header = FirstRowIsHeader(tree_, table);
    if (!has_header) Row(no_header, width);
    for (std::size_t i = 0; i <= rows.size(); ++i) {
      if (i > 0 || !has_header) {
        if (i == (has_header ? 1U : 0U)) Delimiters(width);
        if (i == rows.size()) break;
        lines_.NewLine(false);
      }
      Row(rows[i], i == 0 ? width : 0);
    }
    lines_.EndBlock();
    return end;
  }

  void Delimiters(std::size_t width) {
    lines_.NewLine(false);
    out_ += '|';
    for (std::size_t column = 0; column < width; ++column) out_ += " --- |";
  }

  void Row(const std::vector<std::string>& columns, std::size_t width) {
    lines_.Mark("|");
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

  static constexpr std::size_t kTaskMark = 4;  // bytes of "☑ "

  const Article& article_;
  const ArticleTree& tree_;
  const bool cell_;
  MarkdownLines lines_;
  std::string& out_;  ///< of the lines
  std::vector<Open> open_;
  std::size_t closed_mark_ = 0;  ///< where the last closing mark ended
  ItemId last_list_ = 0;         ///< where the last list ended
  char last_marker_ = 0;
  bool task_ = false;  ///< an item of a check list begins, whose box was written
};

}  // namespace

std::string Markdown(const ArticleTree& tree) {
  const Article article{tree, FindFootnotes(tree), LinksToHeadings(tree), EscapedDollars(tree)};
  MarkdownWriter writer(article);
  writer.Reserve(SizeOf(tree));
  std::string out = writer.Run(0, static_cast<ItemId>(tree.items.size()));
  if (!out.empty()) out += '\n';
  return out;
}

}  // namespace pith::render

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pith::render {

/// Markdown as it is written: the white space that parts blocks, and what every line of a container begins with (quote marks and indents of lists).
/// White space is due until something follows it, so that none stands at a container's beginning or at the end.
class MarkdownLines {
 public:
  enum class Form : std::uint8_t { kBlocks, kCell };  ///< a cell is one line, its blocks parted by `<br>`

  explicit MarkdownLines(Form form) : cell_(form == Form::kCell), single_(cell_) {}

  /// All that is written so far. What is appended is text of the line, behind a `Flush`.
  [[nodiscard]] std::string& text() { return text_; }
  /// Whether what comes next could be read as block mark-up.
  [[nodiscard]] bool at_line_start() const { return line_start_; }
  /// Whether a line break would end the block: in a heading and in a cell.
  [[nodiscard]] bool is_single() const { return single_; }
  /// In bytes: what `EndContainer` goes back to.
  [[nodiscard]] std::size_t prefix_size() const { return prefix_.size(); }

  /// Begins a block: an empty line is due unless a container has just begun.
  void StartBlock();
  void EndBlock();
  /// Whether the next block stands on the next line, with no empty one between.
  void set_tight(bool tight) { tight_ = tight; }
  /// Whether the block that begins is a heading.
  void set_single(bool single) { single_ = single || cell_; }
  /// A hard line break before what comes next in this block.
  void Break() { break_ = !due_ && !at_start_; }

  /// A container whose first line starts with `first` and whose others with `rest`. It is transparent in a cell, and where it would stand too far in.
  void StartContainer(std::string_view first, std::string_view rest);
  void EndContainer(std::size_t prefix_size) { prefix_.resize(prefix_size); }

  /// Writes the white space that is due before what comes next.
  void Flush();
  /// Tells that text of a line was written, or is to be.
  void StartText() { line_start_ = false; }
  /// Appends what Markdown reads as mark-up.
  void Mark(std::string_view mark);
  /// Begins a line of the same block. One that stays empty ends in no space.
  void NewLine(bool empty);
  /// Takes off the space that stood before something that was left out.
  void TrimSpace();

 private:
  std::string text_;
  std::string prefix_;
  const bool cell_;
  bool single_;
  bool due_ = false;      ///< an empty line before the next block
  bool tight_ = false;    ///< … or only a line break
  bool break_ = false;    ///< a hard line break
  bool at_start_ = true;  ///< a container has just begun: its first block needs no parting
  bool line_start_ = true;
};

}  // namespace pith::render

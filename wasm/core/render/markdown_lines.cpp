#include "core/render/markdown_lines.h"

namespace pith::render {
namespace {

/// Containers that would indent further than this are transparent: the prefix stands on every line.
constexpr std::size_t kLongestPrefix = 100;  // bytes

}  // namespace

void MarkdownLines::StartBlock() {
  break_ = false;
  if (!at_start_) due_ = true;
}

void MarkdownLines::EndBlock() {
  due_ = true;
  break_ = false;
}

void MarkdownLines::StartContainer(std::string_view first, std::string_view rest) {
  if (cell_ || prefix_.size() > kLongestPrefix) return;
  Mark(first);
  prefix_ += rest;
  at_start_ = line_start_ = true;
}

void MarkdownLines::Flush() {
  if (due_ && !at_start_ && !text_.empty()) {
    if (cell_) {
      text_ += "<br>";
    } else {
      if (!tight_) NewLine(true);
      NewLine(false);
      line_start_ = true;
    }
  } else if (break_) {
    text_ += single_ ? (cell_ ? "<br>" : " ") : "\\";
    if (!single_) {
      NewLine(false);
      line_start_ = true;
    }
  }
  due_ = break_ = tight_ = at_start_ = false;
}

void MarkdownLines::Mark(std::string_view mark) {
  Flush();
  text_ += mark;
  line_start_ = false;
}

void MarkdownLines::NewLine(bool empty) {
  text_ += '\n';
  std::string_view prefix = prefix_;
  if (empty) {
    while (!prefix.empty() && prefix.back() == ' ') prefix.remove_suffix(1);
  }
  text_ += prefix;
}

void MarkdownLines::TrimSpace() {
  while (!at_start_ && !text_.empty() && text_.back() == ' ') text_.pop_back();
}

}  // namespace pith::render

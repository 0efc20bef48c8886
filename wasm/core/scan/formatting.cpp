#include "core/scan/formatting.h"

#include "core/unicode/unicode.h"

namespace pith::scan {

using html::Tag;

namespace {

/// The same as html::BoundsScope of tags that tags.def does not list.
bool BoundsScope(std::string_view token) {
  std::size_t start = token.find_first_not_of("</");
  if (start == std::string_view::npos) return false;
  token.remove_prefix(start);
  token = token.substr(0, token.find_first_of(" \t\n\f\r/>"));
  for (const std::string_view name : {"marquee", "foreignobject", "desc"}) {
    if (unicode::EqualsIgnoringAsciiCase(token, name)) return true;
  }
  return false;
}

}  // namespace

bool ActiveFormatting::Start(Tag tag, std::string_view token) {
  // A second link, or nobr, ends the first.
  if (tag == Tag::kA || tag == Tag::kNobr) End(tag);
  // The parser keeps three that are equal ("Noah's Ark clause").
  std::size_t equal = 0, first_equal = 0;
  for (std::size_t i = entries_.size(); i-- > 0;) {
    if (entries_[i].token != token) continue;
    ++equal;
    first_equal = i;
  }
  constexpr std::size_t kEqual = 3;
  if (equal >= kEqual) Remove(first_equal);
  if (entries_.size() >= kMost) return false;
  entries_.push_back({tag, token, places_.back()});
  bytes_ += token.size();
  return true;
}

void ActiveFormatting::End(Tag tag) {
  for (std::size_t i = entries_.size(); i-- > 0;) {
    if (entries_[i].tag != tag) continue;
    if (Reaches(entries_[i])) Remove(i);
    return;
  }
}

void ActiveFormatting::Other(Tag tag, std::string_view token, bool is_end) {
  switch (tag) {
    case Tag::kTable:
    case Tag::kSelect:
      if (!is_end) {
        places_.push_back(next_place_++);
      } else if (places_.size() > 1) {
        places_.pop_back();
      }
      break;
    case Tag::kCaption:
    case Tag::kTd:
    case Tag::kTh:
      if (places_.size() > 1) places_.back() = next_place_++;
      break;
    default:
      if (html::BoundsScope(tag) || tag == Tag::kTitle || (tag == Tag::kUnknown && BoundsScope(token))) places_.back() = next_place_++;  // an SVG's title
  }
}

void ActiveFormatting::Remove(std::size_t index) {
  bytes_ -= entries_[index].token.size();
  entries_.erase(entries_.begin() + static_cast<std::ptrdiff_t>(index));
}

}  // namespace pith::scan

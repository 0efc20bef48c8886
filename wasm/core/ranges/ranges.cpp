#include "core/ranges/ranges.h"

#include <algorithm>

namespace pith::ranges {
namespace {

constexpr std::uint32_t kStep = 1024;  // bytes

/// What the characters that begin at these bytes of UTF-8 count.
std::uint32_t CountIn(std::string_view text, bool units) {
  std::uint32_t count = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) != 0x80) count += units && byte >= 0xF0 ? 2 : 1;
  }
  return count;
}

}  // namespace

Input::Input(std::string_view bytes, const decode::Decoded& decoded, Unit unit)
    : text_(decoded.Text()),
      form_(decoded.form),
      unit_(unit),
      mark_(unit == Unit::kBytes ? decoded.mark
            : decoded.mark == 0  ? 0
                                 : 1) {
  if (unit_ == Unit::kBytes && form_ == decode::Form::kUtf8) {
    if (!decoded.owned.empty()) repairs_ = decode::RepairsOf(bytes.substr(decoded.mark));
    return;
  }
  const bool units = form_ != decode::Form::kWindows1252;
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < text_.size(); at += kStep) {
    counts_.push_back(count);
    count += CountIn(text_.substr(at, kStep), units);
  }
}

std::uint32_t Input::CountTo(std::uint32_t offset) const {
  if (counts_.empty()) return 0;
  const std::size_t step = std::min<std::size_t>(offset / kStep, counts_.size() - 1);
  const std::size_t begin = step * kStep;
  return counts_[step] + CountIn(text_.substr(begin, offset - begin), form_ != decode::Form::kWindows1252);
}

std::uint32_t Input::At(std::uint32_t offset) const {
  if (unit_ == Unit::kUtf16) return mark_ + CountTo(offset);
  switch (form_) {
    case decode::Form::kWindows1252: return mark_ + CountTo(offset);
    case decode::Form::kUtf16: return mark_ + 2 * CountTo(offset);
    case decode::Form::kUtf8: break;
  }
  const auto after = std::upper_bound(repairs_.begin(), repairs_.end(), offset, [](std::uint32_t at, const decode::Repair& repair) { return at < repair.text; });
  if (after == repairs_.begin()) return mark_ + offset;
  const decode::Repair& repair = *(after - 1);
  return mark_ + repair.input + (offset - repair.text);
}

std::vector<Range> OfBlocks(const parse::Document& document, const annotate::Blocks& blocks, const std::vector<std::uint32_t>& ends, const scan::Scanned& scanned,
                            const Input& input) {
  std::vector<Range> ranges;
  ranges.reserve(blocks.blocks.size());
  for (const annotate::Block& block : blocks.blocks) {
    const parse::Node& last = document.nodes[block.last];
    const std::uint32_t begin = document.nodes[block.first].source;
    const std::uint32_t end = ends.empty() ? last.source + last.count : ends[block.last];
    // The end is that of the last byte, since behind it something may have been left out.
    ranges.push_back(begin < end ? Range{input.At(scanned.ToInput(begin)), input.At(scanned.ToInput(end - 1) + 1)} : Range{});
  }
  return ranges;
}

}  // namespace pith::ranges

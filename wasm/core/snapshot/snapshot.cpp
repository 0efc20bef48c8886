#include "core/snapshot/snapshot.h"

#include <algorithm>

#include "core/scan/scan.h"

namespace pith::snapshot {
namespace {

using html::Tag;
using parse::Document;
using parse::Kind;
using parse::NodeId;
using parse::Slice;

constexpr char kElement = 1, kAttribute = 2, kValue = 3, kEnd = 4, kText = 5, kJsonLd = 6;

class Builder {
 public:
  Builder(Document& document, const Limits& limits) : document_(document), limits_(limits) {}

  void Element(std::string_view name) {
    if (dropped_ > 0 || open_.size() >= limits_.depth) {
      ++dropped_;
      deep_ = true;
      return;
    }
    const Tag tag = open_.empty() ? Tag::kHtml : html::FromName(name);  // all stages take the root for the page
    open_.push_back(Add(Kind::kElement, tag, static_cast<std::uint32_t>(document_.attributes.size()), 0));
    if (tag == Tag::kUnknown) {
      Attribute(parse::kCustomName);
      Value(name);
    }
  }

  void Attribute(std::string_view name) {
    named_ = !open_.empty() && dropped_ == 0 && document_.nodes.size() == open_.back() + std::size_t{1} && name.substr(0, 2) != "on";  // event handlers: no stage may ever see one
    if (!named_) return;
    document_.attributes.push_back({Store(name), {}});
    ++document_.nodes.back().count;
  }

  void Value(std::string_view value) {
    if (named_) document_.attributes.back().value = Store(value);
    named_ = false;
  }

  void Text(std::string_view text) {
    if (open_.empty()) return;
    if (joins_text_) {
      document_.nodes.back().count += Store(text).size;  // texts that follow each other are one, as a parser makes them
      return;
    }
    const Slice slice = Store(text);
    Add(Kind::kText, Tag::kUnknown, slice.begin, slice.size);
    joins_text_ = true;
  }

  void End() {
    if (dropped_ > 0) {
      --dropped_;
      return;
    }
    if (open_.empty()) return;
    document_.nodes[open_.back()].end = static_cast<NodeId>(document_.nodes.size());
    open_.pop_back();
    joins_text_ = false;
  }

  [[nodiscard]] bool Done() const { return open_.empty(); }
  [[nodiscard]] bool Deep() const { return deep_; }

  /// The limit that reading on to byte `at` would pass; nullptr where all hold.
  [[nodiscard]] const char* LimitPassed(std::size_t at) const {
    const std::size_t nodes = document_.nodes.size(), attributes = document_.attributes.size();
    if (nodes > limits_.nodes) return "nodes-limit";
    if (attributes > limits_.attributes) return "attributes-limit";
    return at + nodes * scan::kWorkOfNode + attributes * scan::kWorkOfAttribute > limits_.work ? "work-limit" : nullptr;
  }

 private:
  Slice Store(std::string_view text) {
    const Slice slice{static_cast<std::uint32_t>(document_.characters.size()), static_cast<std::uint32_t>(text.size())};
    document_.characters += text;
    return slice;
  }

  NodeId Add(Kind kind, Tag tag, std::uint32_t data, std::uint32_t count) {
    const auto id = static_cast<NodeId>(document_.nodes.size());
    const auto depth = static_cast<std::uint16_t>(std::min<std::size_t>(open_.size(), 0xFFFF));
    document_.nodes.push_back({open_.empty() ? parse::kNoNode : open_.back(), id + 1, data, count, id, depth, kind, tag});
    joins_text_ = false;
    return id;
  }

  Document& document_;
  const Limits& limits_;
  std::vector<NodeId> open_;
  std::size_t dropped_ = 0;  ///< elements that are open and were left out, all of them below the others
  bool deep_ = false;
  bool named_ = false;
  bool joins_text_ = false;
};

}  // namespace

Snapshot Read(std::string_view stream, const Limits& limits) {
  Snapshot snapshot;
  snapshot.document.characters.reserve(stream.size());
  Builder builder(snapshot.document, limits);
  for (std::size_t at = 0; at < stream.size();) {
    const char mark = stream[at++];
    std::size_t end = at;
    while (end < stream.size() && (stream[end] < kElement || stream[end] > kJsonLd)) ++end;
    const std::string_view field = stream.substr(at, end - at);
    if (const char* passed = builder.LimitPassed(end)) {
      snapshot.warnings.emplace_back(passed);
      break;
    }
    at = end;
    switch (mark) {
      case kElement: builder.Element(field); break;
      case kAttribute: builder.Attribute(field); break;
      case kValue: builder.Value(field); break;
      case kEnd:
        builder.End();
        if (builder.Done()) at = stream.size();  // one root: what stands after it is no page
        break;
      case kText: builder.Text(field); break;
      case kJsonLd: snapshot.json_ld.push_back(field); break;
      default: break;
    }
  }
  while (!builder.Done()) builder.End();
  if (builder.Deep()) snapshot.warnings.emplace_back("depth-limit");
  return snapshot;
}

}  // namespace pith::snapshot

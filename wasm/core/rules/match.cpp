#include "core/rules/match.h"

#include <algorithm>

#include "core/unicode/unicode.h"

namespace pith::rules {
namespace {

using parse::Document;
using parse::NodeId;

using Bits = std::vector<bool>;  // by part

/// An element whose descendants are being read.
struct Open {
  NodeId end;
  std::int32_t children = 0;  ///< elements read so far
  Bits reached;               ///< by the element itself
  Bits above;                 ///< … or one of its ancestors
  Bits last_child, children_reached;  ///< by the child read last; by any
};

bool EqualText(std::string_view a, std::string_view b, bool ignores_case) { return ignores_case ? unicode::EqualsIgnoringAsciiCase(a, b) : a == b; }

bool HasWord(std::string_view value, std::string_view word, bool ignores_case) {
  if (word.empty()) return false;
  for (std::size_t at = 0; at < value.size();) {
    if (unicode::IsAsciiSpace(value[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < value.size() && !unicode::IsAsciiSpace(value[end])) ++end;
    if (EqualText(value.substr(at, end - at), word, ignores_case)) return true;
    at = end;
  }
  return false;
}

bool Compares(const AttributeTest& test, std::string_view value) {
  const std::string_view wanted = test.value;
  const bool fits = !wanted.empty() && value.size() >= wanted.size();
  switch (test.comparison) {
    case Comparison::kPresent: return true;
    case Comparison::kEquals: return EqualText(value, wanted, test.ignores_case);
    case Comparison::kWord: return HasWord(value, wanted, test.ignores_case);
    case Comparison::kDash: return EqualText(value.substr(0, wanted.size()), wanted, test.ignores_case) && (value.size() == wanted.size() || (value.size() > wanted.size() && value[wanted.size()] == '-'));
    case Comparison::kPrefix: return fits && EqualText(value.substr(0, wanted.size()), wanted, test.ignores_case);
    case Comparison::kSuffix: return fits && EqualText(value.substr(value.size() - wanted.size()), wanted, test.ignores_case);
    case Comparison::kSubstring:
      if (!fits) return false;
      if (!test.ignores_case) return value.find(wanted) != std::string_view::npos;
      return unicode::Lowered(value).find(unicode::Lowered(wanted)) != std::string::npos;
  }
  return false;
}

bool HasAttribute(const Document& document, NodeId id, const AttributeTest& test) {
  const parse::Node& node = document.nodes[id];
  for (std::uint32_t i = node.data; i < node.data + node.count; ++i) {
    if (document.At(document.attributes[i].name) == test.name) return Compares(test, document.At(document.attributes[i].value));
  }
  return false;
}

/// Whether the child with that number, from 1, is of the series.
bool Counts(const Nth& nth, std::int32_t child) {
  const std::int32_t distance = child - nth.offset;
  return nth.step == 0 ? distance == 0 : distance % nth.step == 0 && distance / nth.step >= 0;
}

class Matcher {
 public:
  Matcher(const Document& document, const Parts& parts) : document_(document), parts_(parts), nothing_(parts.size()) {}

  std::vector<bool> Run() {
    std::vector<bool> selected(document_.nodes.size());
    for (NodeId id = 0; id < document_.nodes.size(); ++id) {
      if (document_.IsText(id)) continue;
      while (!open_.empty() && id >= open_.back().end) open_.pop_back();
      if (!open_.empty()) ++open_.back().children;
      selected[id] = Enter(id);
    }
    return selected;
  }

 private:
  /// @returns whether a selector ends at the element
  bool Enter(NodeId id) {
    Open* const parent = open_.empty() ? nullptr : &open_.back();
    Bits reached = nothing_;
    bool selected = false;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      if (!IsDue(i, parent) || !Matches(id, parts_[i].compound)) continue;
      reached[i] = true;
      selected = selected || parts_[i].ends;
    }
    Bits above = reached;
    if (parent != nullptr) {
      for (std::size_t i = 0; i < parts_.size(); ++i) {
        if (parent->above[i]) above[i] = true;
        if (reached[i]) parent->children_reached[i] = true;
      }
      parent->last_child = reached;
    }
    if (document_.nodes[id].end > id + 1) open_.push_back({document_.nodes[id].end, 0, std::move(reached), std::move(above), nothing_, nothing_});
    return selected;
  }

  /// Whether what comes before a part was reached where the part needs it.
  [[nodiscard]] bool IsDue(std::size_t part, const Open* parent) const {
    if (parts_[part].combinator == Combinator::kNone) return true;
    if (parent == nullptr) return false;
    switch (parts_[part].combinator) {
      case Combinator::kDescendant: return parent->above[part - 1];
      case Combinator::kChild: return parent->reached[part - 1];
      case Combinator::kNextSibling: return parent->last_child[part - 1];
      case Combinator::kLaterSibling: return parent->children_reached[part - 1];
      case Combinator::kNone: break;
    }
    return true;
  }

  [[nodiscard]] bool Matches(NodeId id, const Compound& compound) const {
    const parse::Node& node = document_.nodes[id];
    if (!compound.any && (node.tag != compound.tag || (node.tag == html::Tag::kUnknown && document_.CustomNameOf(id) != compound.custom_name))) return false;
    for (const AttributeTest& test : compound.attributes) {
      if (!HasAttribute(document_, id, test)) return false;
    }
    const std::int32_t child = open_.empty() ? 1 : open_.back().children;
    for (const Nth& nth : compound.nths) {
      if (!Counts(nth, child)) return false;
    }
    if (compound.last_child && !IsLastChild(id)) return false;
    const auto matches = [&](const Compound& one) { return Matches(id, one); };
    for (const std::vector<Compound>& list : compound.is) {
      if (std::none_of(list.begin(), list.end(), matches)) return false;
    }
    for (const std::vector<Compound>& list : compound.is_not) {
      if (std::any_of(list.begin(), list.end(), matches)) return false;
    }
    return true;
  }

  [[nodiscard]] bool IsLastChild(NodeId id) const {
    const NodeId parent = document_.nodes[id].parent;
    if (parent == parse::kNoNode) return true;
    NodeId next = document_.nodes[id].end;
    while (next < document_.nodes[parent].end && document_.IsText(next)) ++next;  // one at most: texts that follow each other are one
    return next >= document_.nodes[parent].end;
  }

  const Document& document_;
  const Parts& parts_;
  const Bits nothing_;
  std::vector<Open> open_;
};

}  // namespace

std::vector<bool> Match(const Document& document, const Parts& parts) {
  return parts.empty() ? std::vector<bool>(document.nodes.size()) : Matcher(document, parts).Run();
}

}  // namespace pith::rules

#include "core/rules/rules.h"

#include <algorithm>

#include "core/rules/match.h"
#include "core/unicode/unicode.h"

namespace pith::rules {
namespace {

using html::Tag;
using parse::Document;
using parse::NodeId;

void Read(std::string_view name, std::string_view text, Parts& parts, Failure& failure) {
  if (unicode::Trimmed(text).empty() || failure.code != Error::kNone) return;
  std::string error;
  ReadSelectors(text, parts, error);
  if (error.empty()) return;
  constexpr std::size_t kShown = 200;  // bytes of the selector
  std::size_t shown = std::min(text.size(), kShown);
  while (shown > 0 && shown < text.size() && (static_cast<unsigned char>(text[shown]) & 0xC0) == 0x80) --shown;
  failure = {Error::kBadRule, "the rule " + std::string(name) + " is wrong: " + error + " of " + std::string(text.substr(0, shown)) + (shown < text.size() ? "…" : ""), {}};
}

/// Empties what goes of lines that stay.
class LineCutter {
 public:
  LineCutter(Document& document, const std::vector<Verdict>& verdicts) : document_(document), verdicts_(verdicts) {}

  void Run() {
    for (NodeId id = 0; id < document_.nodes.size(); ++id) {
      while (!blocks_.empty() && id >= blocks_.back()) {
        blocks_.pop_back();
        EndLine();
      }
      const parse::Node& node = document_.nodes[id];
      const bool ends_line = !document_.IsText(id) && (html::IsBlock(node.tag) || node.tag == Tag::kBr);
      if (ends_line) EndLine();
      if (ends_line && node.end > id + 1) blocks_.push_back(node.end);
      if (verdicts_[id] != Verdict::kRemove) {
        stays_ = stays_ || (document_.IsText(id) ? !unicode::Trimmed(document_.TextOf(id)).empty() : node.tag == Tag::kImg);
      } else if (!ends_line && (node.parent == parse::kNoNode || verdicts_[node.parent] != Verdict::kRemove)) {
        goes_.push_back(id);
      }
    }
    EndLine();
  }

 private:
  void EndLine() {
    for (const NodeId id : goes_) {
      if (stays_) Empty(id);
    }
    goes_.clear();
    stays_ = false;
  }

  void Empty(NodeId first) {
    for (NodeId id = first; id < document_.nodes[first].end; ++id) {
      document_.nodes[id].count = 0;
      if (!document_.IsText(id) && !html::IsBlock(document_.nodes[id].tag)) document_.nodes[id].tag = Tag::kSpan;  // no image, no formula
    }
  }

  Document& document_;
  const std::vector<Verdict>& verdicts_;
  std::vector<NodeId> blocks_;  ///< ends of those that are open
  std::vector<NodeId> goes_;    ///< of this line
  bool stays_ = false;          ///< something of this line does
};

}  // namespace

Compiled Compile(const Rules& rules, Failure& failure) {
  Compiled compiled;
  Read("keep", rules.keep, compiled.keep, failure);
  Read("remove", rules.remove, compiled.remove, failure);
  Read("root", rules.root, compiled.root, failure);
  return compiled;
}

Verdicts Apply(const Compiled& rules, Document& document) {
  Verdicts verdicts;
  if (rules.Empty()) return verdicts;
  const std::vector<bool> keep = Match(document, rules.keep), remove = Match(document, rules.remove), root = Match(document, rules.root);
  const bool confined = std::find(root.begin(), root.end(), true) != root.end();
  verdicts.root_missing = !rules.root.empty() && !confined;
  std::vector<Verdict> nodes(document.nodes.size());
  for (NodeId id = 0; id < nodes.size(); ++id) {
    const NodeId parent = document.nodes[id].parent;
    if (parent != parse::kNoNode) nodes[id] = nodes[parent];
    if (keep[id] && nodes[id] == Verdict::kNone) nodes[id] = Verdict::kKeep;
    if (remove[id]) nodes[id] = Verdict::kRemove;
  }
  LineCutter(document, nodes).Run();
  if (confined) {
    std::vector<bool> inside = root;
    for (NodeId id = 0; id < nodes.size(); ++id) {
      const NodeId parent = document.nodes[id].parent;
      if (parent != parse::kNoNode && inside[parent]) inside[id] = true;
      if (!inside[id]) nodes[id] = Verdict::kRemove;
    }
  }
  verdicts.nodes = std::move(nodes);
  return verdicts;
}

Verdict Of(const Verdicts& verdicts, const annotate::Block& block) {
  if (verdicts.nodes.empty()) return Verdict::kNone;
  if (verdicts.nodes[block.first] == Verdict::kRemove) return Verdict::kRemove;
  for (NodeId id = block.first; id <= block.last; ++id) {
    if (verdicts.nodes[id] == Verdict::kKeep) return Verdict::kKeep;
  }
  return Verdict::kNone;
}

}  // namespace pith::rules

#include "core/clean/formula.h"

#include <algorithm>
#include <string_view>

#include "core/clean/looks.h"
#include "core/clean/structure.h"
#include "core/for_speed.h"
#include "core/unicode/unicode.h"

namespace pith::clean {
namespace {

using html::Tag;
using parse::Document;
using parse::kNoNode;
using parse::NodeId;

/// What one look around a formula may cost: a paragraph with a thousand formulas is looked at for each.
constexpr NodeId kLookedAt = 2000;           // nodes
constexpr std::size_t kLongestTex = 10'000;  // bytes

bool IsSpace(std::string_view text) { return unicode::Trimmed(text).empty(); }

bool IsTexScript(const Document& document, NodeId id) {
  return document.nodes[id].tag == Tag::kScript && document.AttributeOf(id, "type").substr(0, 8) == "math/tex";
}

/// The node that follows a subtree, white space aside; kNoNode where its parent ends.
NodeId NextSibling(const Document& document, NodeId id) {
  const NodeId parent = document.nodes[id].parent;
  if (parent == kNoNode) return kNoNode;
  NodeId next = document.nodes[id].end;
  while (next < document.nodes[parent].end && document.IsText(next) && IsSpace(document.TextOf(next))) ++next;
  return next < document.nodes[parent].end ? next : kNoNode;
}

/// Whether a text reads like TeX and not like words about a picture.
bool ReadsAsTex(std::string_view text) { return text.find_first_of("\\^_{=") != std::string_view::npos; }

/// TeX without the delimiters that tell a script where it begins and ends. Empty where it has none.
std::string_view Undelimited(std::string_view text) {
  text = unicode::Trimmed(text);
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"\\(", "\\)"}, {"\\[", "\\]"}, {"$$", "$$"}, {"$", "$"}}) {
    if (text.size() > open.size() + close.size() && text.substr(0, open.size()) == open && text.substr(text.size() - close.size()) == close) {
      return unicode::Trimmed(text.substr(open.size(), text.size() - open.size() - close.size()));
    }
  }
  return {};
}

/// `\displaystyle` and the braces around all, which say how a picture is drawn.
std::string_view Undressed(std::string_view tex) {
  tex = unicode::Trimmed(tex);
  constexpr std::string_view kStyle = "{\\displaystyle ";
  if (tex.size() > kStyle.size() && tex.substr(0, kStyle.size()) == kStyle && tex.back() == '}')
    tex = unicode::Trimmed(tex.substr(kStyle.size(), tex.size() - kStyle.size() - 1));
  return tex;
}

/// TeX is text of an output: one line, white space folded, no more than anybody writes.
std::string Tex(std::string_view source) {
  source = Undressed(source);
  return source.size() > kLongestTex ? std::string() : unicode::Collapsed(source);
}

class Finder {
 public:
  explicit Finder(const Document& document) : document_(document) {}

  std::vector<Formula> Run() {
    for (NodeId id = 0; id < document_.nodes.size();) id = Visit(id);
    return std::move(found_);
  }

 private:
  NodeId Visit(NodeId id) {
    if (document_.IsText(id)) return id + 1;
    const Tag tag = document_.nodes[id].tag;
    if (tag == Tag::kPre || tag == Tag::kHead) return document_.nodes[id].end;
    Formula formula{id, document_.nodes[id].end, kNoNode, {}, false};
    if (tag == Tag::kMath) {
      formula.math = id;
      ReadMath(formula);
    } else if (IsTexScript(document_, id)) {
      ReadScript(formula, id);
      if (formula.tex.empty()) return formula.end;
    } else if (tag == Tag::kImg) {
      const std::string_view alt = document_.AttributeOf(id, "alt");
      if (!IsFormulaImage(id) || !ReadsAsTex(alt)) return id + 1;
      formula.tex = Tex(alt);
    } else if ((tag == Tag::kSpan || tag == Tag::kDiv || tag == Tag::kUnknown) && (LooksOf(document_, id) & Bit(Look::kFormula)) != 0) {
      if (!ReadDelimited(formula)) return id + 1;
    } else {
      return id + 1;
    }
    // One that shows nothing is none.
    if (formula.tex.empty() && (formula.math == kNoNode || !ShowsText(document_, formula.math))) return id + 1;
    found_.push_back(std::move(formula));
    return std::max(found_.back().end, id + 1);
  }

  /// Reads a `<math>`, and finds how far the formula reaches that it is the MathML of.
  PITH_APART void ReadMath(Formula& formula) {
    const NodeId math = formula.math;
    formula.display = document_.AttributeOf(math, "display") == "block" || document_.AttributeOf(math, "mode") == "display";
    for (NodeId id = math + 1; id < document_.nodes[math].end && formula.tex.empty(); ++id) {
      if (document_.nodes[id].tag == Tag::kAnnotation && document_.AttributeOf(id, "encoding").find("ex") != std::string_view::npos)
        formula.tex = Tex(document_.TextBelow(id));
    }
    const std::string_view alternative = document_.AttributeOf(math, "alttext");
    if (formula.tex.empty() && ReadsAsTex(alternative)) formula.tex = Tex(alternative);
    const NodeId start = found_.empty() ? 0 : found_.back().end;
    constexpr int kWrappers = 6;
    for (int i = 0; i < kWrappers; ++i) {
      const NodeId parent = document_.nodes[formula.root].parent;
      if (parent == kNoNode || parent < start || !Wraps(parent, formula.root)) break;
      formula.root = parent;
      formula.end = document_.nodes[parent].end;
      formula.display = formula.display || IsDisplay(parent);
    }
    const NodeId next = NextSibling(document_, formula.root);
    if (next != kNoNode && IsTexScript(document_, next)) ReadScript(formula, next);
    if (next != kNoNode && document_.nodes[next].tag == Tag::kImg && IsFormulaImage(next)) formula.end = document_.nodes[next].end;
  }

  /// Whether an element shows nothing but the formula: what else is in it is hidden from listeners, or a picture of the formula.
  PITH_APART bool Wraps(NodeId parent, NodeId inner) const {
    const bool formula_class = (LooksOf(document_, parent) & Bit(Look::kFormula)) != 0;
    const Tag tag = document_.nodes[parent].tag;
    if (html::IsBlock(tag) ? !(tag == Tag::kDiv && formula_class) : (tag != Tag::kSpan && tag != Tag::kUnknown)) return false;
    NodeId left = kLookedAt;
    for (NodeId id = parent + 1; id < document_.nodes[parent].end;) {
      if (--left == 0) return false;
      const bool is_formula =
          id == inner ||
          (!document_.IsText(id) && (document_.AttributeOf(id, "aria-hidden") == "true" || document_.nodes[id].tag == Tag::kScript || IsFormulaImage(id)));
      if (is_formula) {
        id = document_.nodes[id].end;
        continue;
      }
      if (document_.IsText(id) ? !IsSpace(document_.TextOf(id)) : document_.nodes[id].tag == Tag::kImg || document_.nodes[id].tag == Tag::kMath) return false;
      ++id;
    }
    return true;
  }

  bool IsDisplay(NodeId id) const {
    if (document_.AttributeOf(id, "display") == "true" || document_.AttributeOf(id, "display") == "block") return true;
    bool display = false;
    EachClass(document_.AttributeOf(id, "class"), [&](std::string_view name) {
      const std::size_t size = std::string_view("display").size();
      display = display || (name.size() >= size && unicode::EqualsIgnoringAsciiCase(name.substr(name.size() - size), "display"));
    });
    return display;
  }

  bool IsFormulaImage(NodeId id) const {
    if (document_.nodes[id].tag != Tag::kImg) return false;
    bool formula = (LooksOf(document_, id) & Bit(Look::kFormula)) != 0;
    EachClass(document_.AttributeOf(id, "class"), [&](std::string_view name) { formula = formula || name.find("math") != std::string_view::npos; });
    return formula;
  }

  /// The script that keeps a formula's TeX stands behind what was drawn of it.
  PITH_APART void ReadScript(Formula& formula, NodeId script) {
    formula.tex = Tex(document_.TextBelow(script));
    formula.display = formula.display || document_.AttributeOf(script, "type").find("display") != std::string_view::npos;
    formula.end = document_.nodes[script].end;
  }

  /// `<span class="math">\(x\)</span>`, and glyphs without MathML before the script that has their TeX.
  PITH_APART bool ReadDelimited(Formula& formula) {
    const NodeId next = NextSibling(document_, formula.root);
    if (next != kNoNode && IsTexScript(document_, next)) {
      for (NodeId id = formula.root + 1; id < formula.end; ++id) {
        if (document_.nodes[id].tag == Tag::kMath) return false;  // it says more
      }
      ReadScript(formula, next);
      return !formula.tex.empty();
    }
    std::string text;
    for (NodeId id = formula.root + 1; id < formula.end; ++id) {
      if (!document_.IsText(id)) return false;
      text += document_.TextOf(id);
    }
    formula.tex = Tex(Undelimited(text));
    const std::string_view trimmed = unicode::Trimmed(text);
    formula.display = trimmed.substr(0, 2) == "\\[" || trimmed.substr(0, 2) == "$$";
    return !formula.tex.empty();
  }

  const Document& document_;
  std::vector<Formula> found_;
};

/// MathML elements that hold text and nothing else.
bool IsToken(Tag tag) { return tag == Tag::kMi || tag == Tag::kMn || tag == Tag::kMo || tag == Tag::kMs || tag == Tag::kMtext; }

/// MathML elements that hold others.
bool IsLayout(Tag tag) {
  switch (tag) {
    case Tag::kMenclose:
    case Tag::kMfenced:
    case Tag::kMfrac:
    case Tag::kMmultiscripts:
    case Tag::kMover:
    case Tag::kMpadded:
    case Tag::kMphantom:
    case Tag::kMprescripts:
    case Tag::kMroot:
    case Tag::kMrow:
    case Tag::kMspace:
    case Tag::kMsqrt:
    case Tag::kMstyle:
    case Tag::kMsub:
    case Tag::kMsubsup:
    case Tag::kMsup:
    case Tag::kMtable:
    case Tag::kMtd:
    case Tag::kMtr:
    case Tag::kMunder:
    case Tag::kMunderover:
    case Tag::kNone: return true;
    default: return false;
  }
}

void CopyMathAttributes(const Document& document, NodeId id, TreeBuilder& builder) {
  constexpr std::size_t kLongest = 32;  // bytes
  for (const Name name : {Name::kMathvariant, Name::kStretchy, Name::kAccent, Name::kLinethickness, Name::kColumnalign, Name::kOpen, Name::kClose,
                          Name::kSeparators, Name::kNotation}) {
    const std::string_view value = document.AttributeOf(id, NameOf(name));
    if (value.size() <= kLongest && document.HasAttribute(id, NameOf(name))) builder.Attribute(name, value);
  }
}

/// The text of a token; HTML in it is none of a formula.
std::string TokenText(const Document& document, NodeId token) {
  std::string text;
  for (NodeId id = token + 1; id < document.nodes[token].end;) {
    if (document.IsText(id)) text += document.TextOf(id);
    id = !document.IsText(id) && html::HidesContent(document.nodes[id].tag) ? document.nodes[id].end : id + 1;
  }
  return unicode::Collapsed(text);
}

/// The children of a `<math>` that show something: of `<semantics>`, its first.
void CopyMath(const Document& document, NodeId math, bool row, TreeBuilder& builder) {
  std::vector<NodeId> ends;  // of the elements that are open
  if (row) builder.Open(Tag::kMrow, kNoNode);
  for (NodeId id = math + 1; id < document.nodes[math].end;) {
    for (; !ends.empty() && id >= ends.back(); ends.pop_back()) builder.Close();
    const Tag tag = document.nodes[id].tag;
    if (document.IsText(id)) {
      const std::string text = unicode::Collapsed(document.TextOf(id));
      if (!text.empty()) {
        builder.Open(Tag::kMtext, id);
        builder.Text(text, id);
        builder.Close();
      }
      ++id;
    } else if (IsToken(tag)) {
      builder.Open(tag, id);
      CopyMathAttributes(document, id, builder);
      builder.Text(TokenText(document, id), id);
      builder.Close();
      id = document.nodes[id].end;
    } else if (tag == Tag::kAnnotation || tag == Tag::kAnnotationXml || html::HidesContent(tag)) {
      id = document.nodes[id].end;
    } else {
      if (IsLayout(tag)) {
        builder.Open(tag, id);
        CopyMathAttributes(document, id, builder);
        ends.push_back(document.nodes[id].end);
      }
      ++id;
    }
  }
  for (; !ends.empty(); ends.pop_back()) builder.Close();
  if (row) builder.Close();
}

/// How many children a `<math>` shows; MathML's annotation needs it to be one.
std::size_t ShownChildren(const Document& document, NodeId math) {
  std::size_t shown = 0;
  for (NodeId id = math + 1; id < document.nodes[math].end;) {
    const Tag tag = document.nodes[id].tag;
    if (document.IsText(id) && !IsSpace(document.TextOf(id))) ++shown;
    if (tag == Tag::kSemantics || (!document.IsText(id) && !IsToken(tag) && !IsLayout(tag) && tag != Tag::kAnnotation && tag != Tag::kAnnotationXml)) {
      ++id;
      continue;
    }
    if (IsToken(tag) || IsLayout(tag)) ++shown;
    id = document.nodes[id].end;
  }
  return shown;
}

}  // namespace

Formulas::Formulas(const Document& document) : formulas_(Finder(document).Run()) {}

const Formula* Formulas::At(NodeId id) const {
  const auto after = std::upper_bound(formulas_.begin(), formulas_.end(), id, [](NodeId at, const Formula& formula) { return at < formula.root; });
  if (after == formulas_.begin()) return nullptr;
  const Formula& formula = *(after - 1);
  return id < formula.end ? &formula : nullptr;
}

void CopyFormula(const Document& document, const Formula& formula, TreeBuilder& builder) {
  builder.Open(Tag::kMath, formula.root);
  if (formula.display) builder.Attribute(Name::kDisplay, "block");
  if (!formula.tex.empty()) builder.Open(Tag::kSemantics, kNoNode);
  if (formula.math != kNoNode) {
    CopyMath(document, formula.math, !formula.tex.empty() && ShownChildren(document, formula.math) != 1, builder);
  } else {
    builder.Open(Tag::kMtext, kNoNode);
    builder.Text(formula.tex, formula.root);
    builder.Close();
  }
  if (!formula.tex.empty()) {
    builder.Open(Tag::kAnnotation, kNoNode);
    builder.Attribute(Name::kEncoding, "application/x-tex");
    builder.Text(formula.tex, formula.root);
    builder.Close();
    builder.Close();
  }
  builder.Close();
}

}  // namespace pith::clean

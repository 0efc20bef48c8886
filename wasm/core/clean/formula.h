#pragma once

// The formulas of a page. Math comes in many guises, often several at once: MathML for listeners beside glyphs for viewers and TeX
// for the script that made both. A formula is the one thing that they all stand for.

#include <string>
#include <vector>

#include "core/clean/tree_builder.h"
#include "core/parse/document.h"

namespace pith::clean {

struct Formula {
  parse::NodeId root;  ///< all that shows the formula stands in [root, end)
  parse::NodeId end;
  parse::NodeId math = parse::kNoNode;  ///< its `<math>`
  std::string tex;                      ///< its source; may be empty where there is a `<math>`
  bool display = false;                 ///< on a line of its own
};

class Formulas {
 public:
  explicit Formulas(const parse::Document& document);

  /// The formula that a node stands in; nullptr for most.
  [[nodiscard]] const Formula* At(parse::NodeId id) const;
  [[nodiscard]] const std::vector<Formula>& All() const { return formulas_; }

 private:
  std::vector<Formula> formulas_;  ///< in page order, none within another
};

/// Writes a formula as MathML of allow-listed elements, its TeX as an annotation.
void CopyFormula(const parse::Document& document, const Formula& formula, TreeBuilder& builder);

}  // namespace pith::clean

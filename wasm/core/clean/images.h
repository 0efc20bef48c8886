#pragma once

// Which images of the kept blocks the article shows, and from where: decided before any is placed, so that a figure whose image is
// shown already leaves no shell.

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/annotate/blocks.h"
#include "core/clean/formula.h"
#include "core/parse/document.h"

namespace pith::clean {

class Images {
 public:
  /// @param kept the blocks that the article is made of, in page order
  Images(const parse::Document& document, const annotate::Blocks& blocks, const std::vector<annotate::BlockId>& kept, const Formulas& formulas,
         std::string_view base);

  /// The address that an image is shown from; empty where it is not shown.
  [[nodiscard]] std::string_view AddressAt(parse::NodeId image) const;

 private:
  std::unordered_map<parse::NodeId, std::string> addresses_;
};

}  // namespace pith::clean

#pragma once

#include <span>
#include <string_view>

#include "core/annotate/annotate.h"
#include "core/clean/clean.h"
#include "core/decode/decode.h"
#include "core/parse/parse.h"
#include "core/scan/scan.h"
#include "core/score/score.h"
#include "core/select/select.h"

namespace bench {

/// A page with what every stage made of it, so that each can be run by itself.
struct Staged {
  pith::decode::Decoded decoded;
  pith::scan::Scanned scanned;
  pith::parse::Document document;
  pith::Metadata metadata;
  pith::annotate::Blocks blocks;
  pith::score::Scores scores;
  pith::select::Selection selection;
  pith::clean::ArticleTree tree;
};

/// Fills `staged`; false where the page is in an encoding that the core leaves to its host.
[[nodiscard]] bool Stage(std::string_view page, Staged& staged);

/// One stage, or the whole, by its name.
struct Work {
  const char* name;
  void (*run)(std::string_view page, const Staged& staged);
};

/// The stages in their order, then the whole.
[[nodiscard]] std::span<const Work> Works();

}  // namespace bench

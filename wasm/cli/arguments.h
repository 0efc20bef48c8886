#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pith/pith.h"

namespace pith::cli {

enum class Format { kMarkdown, kText, kHtml, kJson, kNdjson };

/// What a command line asks for, in valid UTF-8 but for the inputs' names, by which files are opened. `wrong` is the message for one that cannot be run;
/// web/src/cli/arguments.ts has the same rules.
struct Command {
  Format format = Format::kMarkdown;
  std::string url;
  std::string charset;
  PageType page_type = PageType::kNone;
  bool has_url = false;
  bool has_charset = false;
  bool plain = false;
  bool explain = false;
  bool front_matter = false;
  Limits limits;
  Mode mode = Mode::kBalanced;
  Parts parts;
  std::string keep, remove, root;  ///< selector lists; an option that is given again adds to its list
  std::string keep_classes;
  bool help = false;
  bool version = false;
  std::vector<std::string> inputs;
  std::string wrong;
};

[[nodiscard]] Command ReadArguments(const std::vector<std::string_view>& words);

}  // namespace pith::cli

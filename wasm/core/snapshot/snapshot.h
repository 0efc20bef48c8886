#pragma once

// A live page, as a script in it walked over its nodes → Document.
// Input: a flat stream of UTF-8, fields parted by control bytes. Output: the flat tree and the JSON-LD scripts.
// Idea: the browser has parsed the page already. An engine that is given its tree needs no parser, character references or
// encodings, which is most of the engine, and has to fit a bookmark.
//
//   1 name (2 attribute 3 value)* … 4      an element, its attributes, its content, its end
//   5 text                                 a text node
//   6 json                                 the body of an `application/ld+json` script
//
// No field contains a byte from 1 to 6. Known failure: none; whatever the bytes are, they make some tree.

#include <string>
#include <string_view>
#include <vector>

#include "core/parse/document.h"
#include "pith/pith.h"

namespace pith::snapshot {

struct Snapshot {
  parse::Document document;
  std::vector<std::string> warnings;
  std::vector<std::string_view> json_ld;  ///< point into the input
};

/// Elements below `limits.depth` are left out, their text stays; past the other limits the tree ends.
[[nodiscard]] Snapshot Read(std::string_view stream, const Limits& limits = {});

}  // namespace pith::snapshot

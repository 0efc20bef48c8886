#!/usr/bin/env python3
"""rules/bylines.txt → byline_words.h: its entries by kind, letters folded, sorted, as lists of core/unicode/word_list.h.

    python3 wasm/tools/byline_table.py BYLINES.txt OUT.h
"""

import collections
import pathlib
import sys

import folding
import word_list

NAMES = {"by": "kBy", "within": "kByWithin", "after": "kAfter", "and": "kAnd", "particle": "kParticles", "no": "kNoNames", "never": "kNeverNames", "role": "kRoles", "path": "kAuthorPaths", "account": "kAccountPaths"}


def main(source, out):
    entries = collections.defaultdict(set)
    for line in pathlib.Path(source).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, _, rest = line.partition(":")
            entries[NAMES[kind]] |= {folding.folded(entry.strip()) for entry in rest.split(",")}
    arrays = "".join(
        f"inline constexpr unicode::WordList {name}({word_list.text_of(sorted(entries[name], key=str.encode))});\n" for name in NAMES.values())
    pathlib.Path(out).write_text(
        f"#pragma once\n\n// Generated from rules/bylines.txt by tools/byline_table.py.\n\n#include \"core/unicode/word_list.h\"\n\nnamespace pith::metadata {{\n\n{arrays}\n}}  // namespace pith::metadata\n",
        encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])

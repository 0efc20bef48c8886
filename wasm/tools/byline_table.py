#!/usr/bin/env python3
"""rules/bylines.txt → byline_words.h: its entries by kind, letters folded, sorted.

    python3 wasm/tools/byline_table.py BYLINES.txt OUT.h
"""

import collections
import pathlib
import sys

import phrases_check

NAMES = {"by": "kBy", "within": "kByWithin", "after": "kAfter", "and": "kAnd", "particle": "kParticles", "no": "kNoNames", "never": "kNeverNames", "role": "kRoles", "path": "kAuthorPaths"}


def folded(text):
    return "".join(phrases_check.fold(char) for char in text)


def main(source, out):
    entries = collections.defaultdict(set)
    for line in pathlib.Path(source).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, _, rest = line.partition(":")
            entries[NAMES[kind]] |= {folded(entry.strip()) for entry in rest.split(",")}
    arrays = "".join(
        f"inline constexpr std::string_view {name}[] = {{{', '.join(chr(34) + entry + chr(34) for entry in sorted(entries[name], key=lambda entry: entry.encode()))}}};\n" for name in NAMES.values())
    pathlib.Path(out).write_text(
        f"#pragma once\n\n// Generated from rules/bylines.txt by tools/byline_table.py.\n\n#include <string_view>\n\nnamespace pith::metadata {{\n\n{arrays}\n}}  // namespace pith::metadata\n",
        encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])

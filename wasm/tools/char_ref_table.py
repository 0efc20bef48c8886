#!/usr/bin/env python3
"""Gumbo's char_ref.rl → char_ref_table.h: the names of HTML's character references, front-coded.

    python3 wasm/tools/char_ref_table.py CHAR_REF.rl OUT.h

The names stand sorted. Each has a head byte (bits 0-4: letters shared with the name before, the first letter not counted;
bit 5: known without a semicolon too; bits 6-7: kBmp, kAstral or kPair), the rest of its letters (bit 7 marks the last) and one
value of 16 bits, or two. kStarts says where the names with each first letter begin.
"""

import pathlib
import re
import sys

REFERENCE = re.compile(r"'(\w+)(;?)' => \{ output->first = (0x[0-9a-f]+);(?: output->second = (0x[0-9a-f]+);)? fbreak; \};")
ASTRAL = 0x1D000  # all code points beyond the first plane are mathematical letters
BMP, ASTRAL_KIND, PAIR = 0, 1, 2
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def names(source):
    """Name without semicolon → (code points, whether it is known without a semicolon)."""
    found = {}
    rows = REFERENCE.findall(source)
    assert len(rows) == source.count("fbreak;") > 0, "a reference is written in another way"
    for name, semicolon, first, second in rows:
        points = (int(first, 16), int(second, 16)) if second else (int(first, 16),)
        known, bare = found.get(name, (points, False))
        assert known == points, f"{name} means two things"
        found[name] = (points, bare or not semicolon)
    assert all(f"'{name};'" in source for name in found), "a name is known only without semicolon"
    return found


def array(name, kind, values):
    return f"constexpr std::{kind} {name}[] = {{{','.join(map(str, values))}}};\n"


def main(source, out):
    known = names(pathlib.Path(source).read_text(encoding="utf-8"))
    heads, letters, values, starts = [], [], [], []
    for first in LETTERS:
        starts.append((len(heads), len(letters), len(values)))
        before = first
        for name in sorted(name for name in known if name[0] == first):
            points, bare = known[name]
            shared = next((at for at, (one, other) in enumerate(zip(before, name)) if one != other), len(before))
            rest = name[shared:]
            assert rest and shared - 1 < 32
            kind = PAIR if len(points) == 2 else ASTRAL_KIND if points[0] > 0xFFFF else BMP
            heads.append(shared - 1 | bare << 5 | kind << 6)
            letters += rest[:-1].encode() + bytes([ord(rest[-1]) | 0x80])
            values += [points[0] - ASTRAL] if kind == ASTRAL_KIND else points
            before = name
    starts.append((len(heads), len(letters), len(values)))
    pathlib.Path(out).write_text(
        "#pragma once\n\n// Generated from Gumbo's char_ref.rl by tools/char_ref_table.py.\n\n#include <cstdint>\n\nnamespace {\n\n"
        + array("kHeads", "uint8_t", heads) + array("kRests", "uint8_t", letters) + array("kValues", "uint16_t", values)
        + "\n/// Where the names with one first letter begin in the three arrays: A to Z, a to z, the end.\n"
        + "struct Start {\n  std::uint16_t head;\n  std::uint16_t rest;\n  std::uint16_t value;\n};\n"
        + f"constexpr Start kStarts[] = {{{','.join('{%d,%d,%d}' % start for start in starts)}}};\n\n}}  // namespace\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])

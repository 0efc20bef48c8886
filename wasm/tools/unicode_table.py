#!/usr/bin/env python3
"""What unicode_dump prints of utf8proc → unicode_table.h: only what core/unicode asks, in tables small enough for a bookmark.

    python3 wasm/tools/unicode_table.py DUMP OUT.h

Each table has three levels, so that equal pages are stored once: `top[c >> 7 + 6]` numbers a group of 64 pages, `pages` a page of
128 characters (or what the table says), `leaves` holds the values. tests/unit/unicode compares every code point with utf8proc.
"""

import pathlib
import subprocess
import sys

import folding

SIZE = 0x110000
# Kind in unicode.cpp, by utf8proc's category (Cn Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp Cc Cf Cs Co).
OTHER, SPACE, LETTER, MARK, NUMBER, PUNCTUATION, SYMBOL, DIGIT, FORMAT = range(9)
KINDS = [OTHER] + [LETTER] * 5 + [MARK] * 3 + [DIGIT] + [NUMBER] * 2 + [PUNCTUATION] * 7 + [SYMBOL] * 4 + [SPACE] * 3 + [OTHER, FORMAT, OTHER, OTHER]
NEXT_LINE = 0x85  # a control character that is white space


def read(dump):
    """Kind, lower case and bare letter of every code point."""
    kinds, lowers, bares = [], list(range(SIZE)), list(range(SIZE))
    kind = OTHER
    for line in [*dump.splitlines(), f"{SIZE} 0 0"]:
        code, category, step, *parts = map(int, line.split())
        kinds.extend([kind] * (code - len(kinds)))
        if code == SIZE:
            break
        kind = KINDS[category]
        lowers[code] += step
        if len(parts) > 1 and not 0xAC00 <= code <= 0xD7A3 and all(folding.is_dropped_mark(chr(part)) for part in parts[1:]):
            bares[code] = parts[0]
    kinds[NEXT_LINE] = SPACE
    for one, other in folding.FOLD.items():
        bares[ord(one)] = ord(other)
    # Who asks for the bare letter has lower-cased before.
    return kinds, lowers, [bare if lower == code else code for code, (bare, lower) in enumerate(zip(bares, lowers))]


def shared(values, size):
    """`values` cut into pages: the distinct pages one after the other, and the number of each page."""
    known, numbers, stored = {}, [], []
    for at in range(0, len(values), size):
        page = tuple(values[at:at + size])
        if page not in known:
            known[page] = len(known)
            stored.extend(page)
        numbers.append(known[page])
    assert len(known) <= 256, "page numbers are bytes"
    return stored, numbers


def array(name, kind, values):
    return f"inline constexpr std::{kind} {name}[] = {{{','.join(map(str, values))}}};\n"


def table(name, values, leaf_bits, page_bits, packed_bits=8):
    """A three-level table; `packed_bits` of 4 put two values into a byte, the first lowest."""
    leaves, numbers = shared(values, 1 << leaf_bits)
    pages, top = shared(numbers, 1 << page_bits)
    per = 8 // packed_bits
    leaves = [sum(value << packed_bits * i for i, value in enumerate(leaves[at:at + per])) for at in range(0, len(leaves), per)]
    arrays = array(f"k{name}Top", "uint8_t", top) + array(f"k{name}Pages", "uint8_t", pages) + array(f"k{name}Leaves", "uint8_t", leaves)
    return arrays + f"inline constexpr Table k{name} = {{k{name}Top, k{name}Pages, k{name}Leaves, {leaf_bits}, {page_bits}, {packed_bits}, {len(top) << leaf_bits + page_bits}}};\n\n"


def up_to(values, neutral, unit):
    """`values` without what follows the last that says something, rounded up."""
    last = max(at for at, value in enumerate(values) if value != neutral)
    return values[:-(-(last + 1) // unit) * unit]


def numbered(values, neutral):
    """The distinct values, the neutral one first, and each value's place among them."""
    distinct = [neutral, *sorted(set(values) - {neutral})]
    places = {value: place for place, value in enumerate(distinct)}
    return distinct, [places[value] for value in values]


def main(dump, out):
    kinds, lowers, bares = read(subprocess.run([dump], check=True, capture_output=True, text=True).stdout)
    steps, lower_places = numbered([lower - code for code, lower in enumerate(lowers)], 0)
    letters, bare_places = numbered([0 if bare == code else bare for code, bare in enumerate(bares)], 0)
    text = "#pragma once\n\n// Generated from utf8proc by tools/unicode_table.py.\n\n#include <cstdint>\n\n#include \"core/unicode/table.h\"\n\nnamespace pith::unicode {\n\n"
    text += table("Kind", up_to(kinds, OTHER, 1 << 13), 7, 6, 4)
    text += array("kLowerSteps", "int32_t", steps) + table("Lower", up_to(lower_places, 0, 1 << 10), 5, 5)
    text += array("kBareLetters", "uint16_t", letters) + table("Bare", up_to(bare_places, 0, 1 << 8), 4, 4)
    pathlib.Path(out).write_text(text + "}  // namespace pith::unicode\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])

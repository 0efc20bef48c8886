#!/usr/bin/env python3
"""rules/dates.txt → date_words.h: the hashes of words in dates, each with what it means.

    python3 wasm/tools/date_table.py DATES.txt OUT.h
"""

import pathlib
import sys

import folding
import phrase_table
import word_list

KINDS = {"month": "kMonth", "unit": "kUnit", "filler": "kFiller", "updated": "kUpdated", "published": "kPublished", "half": "kHalf", "zone": "kZone"}
UNITS = {"year": 0, "month": 1, "day": 2}


def word_hash(word):
    return phrase_table.token_hash(folding.folded(word))


def months(language, names):
    if len(names) != 12:
        raise SystemExit(f"dates.txt: month {language} has {len(names)} entries instead of 12")
    for number, forms in enumerate(names, 1):
        for form in forms.split("/"):
            if form != "-":
                yield form, number


def meanings(kind, words):
    """(word, value) of each entry of a line that is no line of months."""
    for word in words:
        if kind == "unit":
            unit, _, word = word.partition("=")
            yield word, UNITS[unit]
        elif kind in ("half", "zone"):
            word, _, number = word.partition("=")
            yield word, int(number)
        else:
            yield word, 0


def main(source, out):
    table = {}
    for line in pathlib.Path(source).read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        head, _, rest = line.partition(":")
        kind, _, language = head.partition(" ")
        for word, value in months(language, rest.split()) if kind == "month" else meanings(kind, rest.split()):
            meaning = (list(KINDS).index(kind), value)
            if table.setdefault(word_hash(word), meaning) != meaning:
                raise SystemExit(f"dates.txt: {word} has two meanings")
    hashes, known = word_list.hashes("kDateWords", table)
    rows = ",".join(f"{{DateWord::{list(KINDS.values())[kind]},{value}}}" for kind, value in known)
    pathlib.Path(out).write_text(
        "#pragma once\n\n// Generated from rules/dates.txt by tools/date_table.py.\n\n#include <cstdint>\n\n#include \"core/metadata/word_hashes.h\"\n\nnamespace pith::metadata {\n\n"
        f"enum class DateWord : std::uint8_t {{ {', '.join(KINDS.values())} }};\n\n"
        "struct DateMeaning {\n  DateWord kind;\n  std::int16_t value;\n};\n\n"
        f"inline constexpr DateMeaning kDateMeanings[] = {{{rows}}};\n{hashes}\n}}  // namespace pith::metadata\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])

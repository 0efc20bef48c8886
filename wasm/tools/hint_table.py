#!/usr/bin/env python3
"""rules/hints.txt → hint_table.h: words sorted for binary search, with the kinds that they hint at.

    python3 wasm/tools/hint_table.py HINTS.txt OUT.h
"""

import pathlib
import sys


def main(source, out):
    kinds, words = [], {}
    for line in pathlib.Path(source).read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        kind, _, listed = line.partition(":")
        for word in listed.split():
            words.setdefault(word, []).append(len(kinds))
        kinds.append(kind)
    for word, of in words.items():
        assert len(of) == 1, f"{word} stands under more than one kind"
    enumerators = ", ".join(f"k{kind.capitalize()}" for kind in kinds)
    rows = "\n".join(f'{{"{word}", Hint::k{kinds[of[0]].capitalize()}}},' for word, of in sorted(words.items(), key=lambda item: item[0].encode()))
    pathlib.Path(out).write_text(
        "#pragma once\n\n// Generated from rules/hints.txt by tools/hint_table.py.\n\n#include <cstdint>\n#include <string_view>\n\nnamespace pith::hints {\n\n"
        f"enum class Hint : std::uint8_t {{ {enumerators}, kCount }};\n\nstruct HintWord {{\n  std::string_view word;\n  Hint hint;\n}};\n\n"
        f"inline constexpr HintWord kHintWords[] = {{\n{rows}\n}};\n\n}}  // namespace pith::hints\n",
        encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])

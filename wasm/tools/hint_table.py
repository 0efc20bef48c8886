#!/usr/bin/env python3
"""rules/hints.txt → hint_table.h: words in order, with the kinds that they hint at.

    python3 wasm/tools/hint_table.py HINTS.txt OUT.h [--text]

With `--text` the words are one text instead, those of a kind behind each other: the bookmarklet's.
"""

import pathlib
import sys


def main(source, out, form=None):
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
    if form == "--text":
        text = "".join(" ".join(sorted(word for word, of in words.items() if of[0] == kind)) + ";" for kind in range(len(kinds)))
        assert " ;" not in text and ";;" not in text, "a kind without words"
        pathlib.Path(out).write_text(
            "#pragma once\n\n// Generated from rules/hints.txt by tools/hint_table.py.\n\n#include <string_view>\n\nnamespace pith::hints {\n\n"
            "/// The words that hint, those of a kind parted by spaces and ended by a semicolon, in the order of Hint.\n"
            f'inline constexpr std::string_view kHintText = "{text}";\n\n}}  // namespace pith::hints\n', encoding="utf-8")
        return
    enumerators = ", ".join(f"k{kind.capitalize()}" for kind in kinds)
    rows = "\n".join(f'{{"{word}", Hint::k{kinds[of[0]].capitalize()}}},' for word, of in sorted(words.items(), key=lambda item: item[0].encode()))
    pathlib.Path(out).write_text(
        "#pragma once\n\n// Generated from rules/hints.txt by tools/hint_table.py.\n\n#include <cstdint>\n#include <string_view>\n\nnamespace pith::hints {\n\n"
        f"enum class Hint : std::uint8_t {{ {enumerators}, kCount }};\n\nstruct HintWord {{\n  std::string_view word;\n  Hint value;\n}};\n\n"
        f"inline constexpr HintWord kHintWords[] = {{\n{rows}\n}};\n\n}}  // namespace pith::hints\n",
        encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])

#!/usr/bin/env python3
"""rules/looks.txt → look_table.h: class names in order, with the look that each gives.

    python3 wasm/tools/look_table.py LOOKS.txt OUT.h
"""

import pathlib
import sys


def main(source, out):
    kinds, looks = [], {}
    for line in pathlib.Path(source).read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        kind, _, names = line.partition(": ")
        enumerator = "k" + "".join(part.capitalize() for part in kind.split("-"))
        kinds.append(enumerator)
        for name in names.split():
            assert name not in looks, f"{name} stands under more than one kind"
            looks[name] = enumerator
    rows = "\n".join(f'{{"{name}", Look::{look}}},' for name, look in sorted(looks.items(), key=lambda item: item[0].encode()))
    pathlib.Path(out).write_text(
        "#pragma once\n\n// Generated from rules/looks.txt by tools/look_table.py.\n\n#include <cstdint>\n#include <string_view>\n\nnamespace pith::clean {\n\n"
        f"enum class Look : std::uint8_t {{ kNone, {', '.join(kinds)} }};\n\nstruct LookName {{\n  std::string_view word;\n  Look value;\n}};\n\n"
        f"inline constexpr LookName kLookNames[] = {{\n{rows}\n}};\n\n}}  // namespace pith::clean\n",
        encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])

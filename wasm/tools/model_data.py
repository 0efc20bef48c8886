#!/usr/bin/env python3
"""A file of rules/model → a header: its bytes as an array.

    python3 wasm/tools/model_data.py MODEL.bin OUT.h NAME
"""

import pathlib
import sys


def main(source, out, name):
    data = ",".join(map(str, pathlib.Path(source).read_bytes()))
    pathlib.Path(out).write_text(
        "#pragma once\n\n// Generated from rules/model by tools/model_data.py.\n\n#include <cstdint>\n\nnamespace pith::score {\n\n"
        f"inline constexpr std::uint8_t {name}[] = {{{data}}};\n\n}}  // namespace pith::score\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])

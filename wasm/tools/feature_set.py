#!/usr/bin/env python3
"""features.def → feature_set.h: which features the build computes: all, or those that the trees of some models ask for.

    python3 wasm/tools/feature_set.py FEATURES.def [TREES.bin ...] OUT.h

A file of trees is one of rules/model: see core/score/model.h and core/score/page_type.h.
"""

import pathlib
import re
import sys

LEAF = 255
HEADER = 5  # bytes, of a model


def asked(path):
    """The columns that a file's trees split by."""
    data = pathlib.Path(path).read_bytes()
    if data[:3] == b"PM5":
        data = data[HEADER:]
    return set(data[::2]) - {LEAF}


def main(source, trees, out):
    names = re.findall(r"^PITH_FEATURE\((\w+)\)", pathlib.Path(source).read_text(encoding="utf-8"), re.MULTILINE)
    wanted = set().union(*map(asked, trees)) if trees else set(range(len(names)))
    flags = ", ".join("true" if column in wanted else "false" for column in range(len(names)))
    pathlib.Path(out).write_text(
        "#pragma once\n\n// Generated from score/features.def by tools/feature_set.py.\n\nnamespace pith::score {\n\n"
        f"/// By Feature: whether a model of this build reads it.\ninline constexpr bool kUsed[] = {{{flags}}};\n\n}}  // namespace pith::score\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:-1], sys.argv[-1])

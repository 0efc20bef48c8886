#!/usr/bin/env python3
"""features.def → feature_set.h: which features the build computes: all, or those that a file lists.

    python3 wasm/tools/feature_set.py FEATURES.def OUT.h [--only rules/compact/features.txt]
"""

import argparse
import pathlib
import re


def listed(path):
    """The names in a list of features, whose comments begin with #."""
    lines = pathlib.Path(path).read_text(encoding="utf-8").splitlines()
    return {name for line in lines if not line.startswith("#") for name in line.split()}


def main(source, out, only):
    names = re.findall(r"^PITH_FEATURE\((\w+)\)", pathlib.Path(source).read_text(encoding="utf-8"), re.MULTILINE)
    wanted = listed(only) if only else set(names)
    assert wanted <= set(names), f"no such features: {wanted - set(names)}"
    flags = ", ".join("true" if name in wanted else "false" for name in names)
    pathlib.Path(out).write_text(
        "#pragma once\n\n// Generated from score/features.def by tools/feature_set.py.\n\nnamespace pith::score {\n\n"
        f"/// By Feature: whether the model of this build reads it.\ninline constexpr bool kUsed[] = {{{flags}}};\n\n}}  // namespace pith::score\n", encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("source")
    parser.add_argument("out")
    parser.add_argument("--only")
    given = parser.parse_args()
    main(given.source, given.out, given.only)

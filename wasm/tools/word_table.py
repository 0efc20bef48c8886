#!/usr/bin/env python3
"""rules/function_words.txt → function_words.h: the words' hashes, as core/phrases cuts text, sorted.

    python3 wasm/tools/word_table.py WORDS.txt OUT.h [--languages en,de]
"""

import argparse
import pathlib

import phrase_table
import phrases_check


def main(source, out, languages):
    hashes = set()
    for line in pathlib.Path(source).read_text(encoding="utf-8").splitlines():
        language = line.partition(":")[0]
        if line and not line.startswith("#") and (not languages or language in languages):
            for token in phrases_check.tokens(line.partition(":")[2]):
                hashes.add(phrase_table.token_hash(token))
    data = ",".join(str(value) for value in sorted(hashes))
    pathlib.Path(out).write_text(
        "#pragma once\n\n// Generated from rules/function_words.txt by tools/word_table.py.\n\n#include <cstdint>\n\nnamespace pith::score {\n\n"
        f"inline constexpr std::uint32_t kFunctionWords[] = {{{data}}};\n\n}}  // namespace pith::score\n", encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("source")
    parser.add_argument("out")
    parser.add_argument("--languages", default="")
    given = parser.parse_args()
    main(given.source, given.out, set(filter(None, given.languages.split(","))))

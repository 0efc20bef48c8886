#!/usr/bin/env python3
"""rules/function_words.txt → language_words.h: which languages each function word belongs to, by its hash, sorted.

    python3 wasm/tools/language_table.py WORDS.txt OUT.h
"""

import collections
import pathlib
import sys

import phrase_table
import phrases_check


def main(source, out):
    languages = []
    table = collections.defaultdict(int)
    for line in pathlib.Path(source).read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        language, _, words = line.partition(":")
        for token in phrases_check.tokens(words):
            table[phrase_table.token_hash(token)] |= 1 << len(languages)
        languages.append(language)
    if len(languages) > 32:
        raise SystemExit("language_table.py: a word's languages have 32 bits")
    names = ", ".join(f'"{language}"' for language in languages)
    rows = ",".join(f"{{{key},{mask}U}}" for key, mask in sorted(table.items()))
    pathlib.Path(out).write_text(
        "#pragma once\n\n// Generated from rules/function_words.txt by tools/language_table.py.\n\n#include <cstdint>\n#include <string_view>\n\nnamespace pith::metadata {\n\n"
        f"inline constexpr std::string_view kLanguages[] = {{{names}}};\n\n"
        "struct LanguageWord {\n  std::uint32_t hash;\n  std::uint32_t languages;  ///< bit n: kLanguages[n]\n};\n\n"
        f"inline constexpr LanguageWord kLanguageWords[] = {{{rows}}};\n\n}}  // namespace pith::metadata\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])

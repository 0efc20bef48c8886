#!/usr/bin/env python3
"""rules/function_words.txt → language_words.h: which languages each function word belongs to, by its hash.

    python3 wasm/tools/language_table.py WORDS.txt OUT.h
"""

import collections
import pathlib
import sys

import folding
import phrase_table
import word_list


def main(source, out):
    languages = []
    table = collections.defaultdict(int)
    for line in pathlib.Path(source).read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        language, _, words = line.partition(":")
        for token in folding.tokens(words):
            table[phrase_table.token_hash(token)] |= 1 << len(languages)
        languages.append(language)
    if len(languages) > 32:
        raise SystemExit("language_table.py: a word's languages have 32 bits")
    names = ", ".join(f'"{language}"' for language in languages)
    hashes, meanings = word_list.hashes("kLanguageWords", table)
    masks = ",".join(f"{mask}U" for mask in meanings)
    pathlib.Path(out).write_text(
        "#pragma once\n\n// Generated from rules/function_words.txt by tools/language_table.py.\n\n#include <cstdint>\n#include <string_view>\n\n#include \"core/metadata/word_hashes.h\"\n\nnamespace pith::metadata {\n\n"
        f"inline constexpr std::string_view kLanguages[] = {{{names}}};\n\n"
        "/// Sets of languages that words belong to; bit n: kLanguages[n].\n"
        f"inline constexpr std::uint32_t kLanguageSets[] = {{{masks}}};\n{hashes}\n}}  // namespace pith::metadata\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])

#!/usr/bin/env python3
"""rules/phrases → phrase_table.h: the patterns of all packs as hashed tokens, sorted by their first.

    python3 wasm/tools/phrase_table.py OUT.h
"""

import pathlib
import sys

import phrases_check

# The hash of core/phrases/phrases.cpp: FNV-1a over each code point's three low bytes, folded to 24 bits.
START, PRIME = 2166136261, 16777619


def token_hash(token):
    if token == "*":
        return 0
    value = START
    for char in token:
        for shift in (0, 8, 16):
            value = ((value ^ (ord(char) >> shift & 0xFF)) * PRIME) & 0xFFFFFFFF
    return ((value ^ value >> 24) & 0xFFFFFF) or 1


def patterns():
    for path in sorted(phrases_check.PACKS.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line == "---":
                break
            kind, source = line.split("\t")
            pattern = phrases_check.parse_pattern(kind, source)
            yield (tuple(token_hash(token) for token in pattern.tokens), phrases_check.CLASSES.index(kind), pattern.start, pattern.end)


def main(out):
    rows = sorted(set(patterns()))
    tokens, phrases = [], []
    for hashes, kind, start, end in rows:
        phrases.append(f"{{{len(tokens)}, {len(hashes)}, {kind}, {int(start)}, {int(end)}}},")
        tokens.extend(hashes)
    data = ",".join(str(token >> shift & 0xFF) for token in tokens for shift in (0, 8, 16))
    pathlib.Path(out).write_text(
        "#pragma once\n\n// Generated from rules/phrases by tools/phrase_table.py.\n\n#include <cstdint>\n\nnamespace pith::phrases {\n\n"
        "/// A pattern: `count` tokens from `first`, three bytes each in kPhraseTokens.\n"
        "struct Phrase {\n  std::uint16_t first;\n  std::uint8_t count : 5;\n  std::uint8_t phrase_class;\n  bool at_start;\n  bool at_end;\n};\n\n"
        f"inline constexpr Phrase kPhrases[] = {{\n{chr(10).join(phrases)}\n}};\n\n"
        f"inline constexpr std::uint8_t kPhraseTokens[] = {{{data}}};\n\n}}  // namespace pith::phrases\n",
        encoding="utf-8")
    assert len(tokens) < 65536, "kPhrases.first is 16 bits wide"


if __name__ == "__main__":
    main(sys.argv[1])

#!/usr/bin/env python3
"""rules/phrases → phrase_table.h: the patterns of all packs. Those without stars, or with stars at their end only, are hashes of their tokens, which is a third of the size.

    python3 wasm/tools/phrase_table.py PACK.txt ... OUT.h [--few-bits]

With `--few-bits` of each hash the table is the bookmarklet's.
"""

import argparse
import dataclasses
import pathlib

import phrases_check

# The hash of core/phrases/phrases.cpp: FNV-1a over each code point's three low bytes; of single words in tables 24 bits of it.
START, PRIME = 2166136261, 16777619
SHORT = 24
STAR = 0
SEQUENCE_FACTOR = 0x9E3779B97F4A7C15  # 2^64 over the golden ratio
CLASS_BITS = 5
GROUP = 16  # buckets whose counts are added up at most


@dataclasses.dataclass(frozen=True)
class Bits:
    """Bits of a hash that are kept."""

    token: int  # 32 or SHORT
    whole: int
    part: int
    short: int
    pair: int  # of the first two tokens
    triple: int  # of the first three; 0 where nothing is told of them


# A block costs one look-up among the whole blocks, a dozen among the short lines and a few dozen among the others, so that by chance one in a
# million blocks meets a pattern. With tokens of 24 bits, one word in ten thousand did.
ALL = Bits(token=32, whole=32, part=36, short=34, pair=13, triple=13)
# Of fewer patterns, with one block in ten thousand by chance.
FEW = Bits(token=SHORT, whole=23, part=25, short=24, pair=10, triple=0)


def token_hash(token, bits=SHORT):
    if token == "*":
        return STAR
    value = START
    for char in token:
        for shift in (0, 8, 16):
            value = ((value ^ (ord(char) >> shift & 0xFF)) * PRIME) & 0xFFFFFFFF
    return ((value ^ value >> SHORT) & (1 << SHORT) - 1 if bits == SHORT else value) or 1


def patterns(packs, bits):
    """Of the files `packs`, sorted, with hashes of so many bits."""
    return sorted(set(read_patterns(packs, bits)))


def read_patterns(packs, bits):
    for path in packs:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line == "---":
                break
            kind, source = line.split("\t")
            pattern = phrases_check.parse_pattern(kind, source)
            yield (tuple(token_hash(token, bits) for token in pattern.tokens), phrases_check.CLASSES.index(kind), pattern.start, pattern.end)


def sequence_hash(hashes):
    """Of a pattern's tokens, as in core/phrases/phrase_set.h."""
    value = 0
    for token in hashes:
        value = (value ^ token) * SEQUENCE_FACTOR & 0xFFFFFFFFFFFFFFFF
        value ^= value >> 32
    return value * SEQUENCE_FACTOR & 0xFFFFFFFFFFFFFFFF


def array(name, kind, values):
    return f"inline constexpr std::{kind} {name}[] = {{{','.join(map(str, values))}}};\n"


def phrase_set(name, rows, key_bits):
    """Patterns without stars as a set of hashes with `key_bits` bits: see core/phrases/phrase_set.h."""
    bucket_bits = max(4, len(rows).bit_length() - 2)
    low_bits = key_bits - bucket_bits
    entries = sorted((sequence_hash(hashes) >> 64 - key_bits, kind) for hashes, kind, _, _ in rows)
    assert len({key for key, _ in entries}) == len(entries), "two patterns with one hash: choose another SEQUENCE_FACTOR"
    counts = [0] * (1 << bucket_bits)
    packed = 0
    for place, (key, kind) in enumerate(entries):
        counts[key >> low_bits] += 1
        packed |= ((key & (1 << low_bits) - 1) << CLASS_BITS | kind) << place * (low_bits + CLASS_BITS)
    assert max(counts) < 16
    assert low_bits + CLASS_BITS + 7 <= 64, "an entry is read as eight bytes"
    starts = [sum(counts[:at]) for at in range(0, len(counts), GROUP)]
    nibbles = [counts[at] | counts[at + 1] << 4 for at in range(0, len(counts), 2)]
    lows = packed.to_bytes(len(entries) * (low_bits + CLASS_BITS) // 8 + 8, "little")  # a read of eight bytes stays within
    longest = max(len(hashes) for hashes, _, _, _ in rows)
    return (array(f"k{name}Starts", "uint16_t", starts) + array(f"k{name}Counts", "uint8_t", nibbles) + array(f"k{name}Lows", "uint8_t", lows)
            + f"inline constexpr PhraseSet k{name} = {{k{name}Starts, k{name}Counts, k{name}Lows, {bucket_bits}, {low_bits}, {longest}}};\n\n")


def prefix_filter(name, number, size, rows, key_bits):
    """One bit for each hash that the first tokens of a pattern may have."""
    prefixes = {sequence_hash(hashes[:size]) >> 64 - key_bits for hashes, _, _, _ in rows if len(hashes) >= size}
    bits = array(f"k{name}s", "uint8_t", (sum((at + bit in prefixes) << bit for bit in range(8)) for at in range(0, 1 << key_bits, 8)))
    return (f"/// Bit sequence hash >> (64 - k{name}Bits) is set for the first {number} tokens of each pattern in kAnywhere.\n"
            f"inline constexpr unsigned k{name}Bits = {key_bits};\n" + bits)


def is_plain(row):
    """Whether a pattern has no star, and begins its block if it ends it."""
    hashes, _, at_start, at_end = row
    return STAR not in hashes and (at_start or not at_end)


def is_short(row, span):
    """Whether a pattern is a beginning of a block that ends within one star, or two: `^follow us on *$`."""
    hashes, _, at_start, at_end = row
    return at_start and at_end and len(hashes) > span and hashes[-span:] == (STAR,) * span and STAR not in hashes[:-span]


def main(packs, out, bits):
    rows = patterns(packs, bits.token)
    plain = [row for row in rows if is_plain(row)]
    short = {span: [((row[0][:-span]), *row[1:]) for row in rows if is_short(row, span)] for span in (1, 2)}
    rest = [row for row in patterns(packs, SHORT) if not is_plain(row) and not is_short(row, 1) and not is_short(row, 2)]
    whole = [row for row in plain if row[2] and row[3]]
    start = [row for row in plain if row[2] and not row[3]]
    anywhere = [row for row in plain if not row[2]]
    tokens, phrases = [], []
    for hashes, kind, at_start, at_end in rest:
        phrases.append(f"{{{len(tokens)}, {len(hashes)}, {int(at_start)}, {int(at_end)}, {kind}}},")
        tokens.extend(hashes)
    pathlib.Path(out).write_text(
        "#pragma once\n\n// Generated from rules/phrases by tools/phrase_table.py.\n\n#include <cstdint>\n\n#include \"core/phrases/phrase_set.h\"\n\nnamespace pith::phrases {\n\n"
        + phrase_set("Whole", whole, bits.whole) + phrase_set("Start", start, bits.part) + phrase_set("Anywhere", anywhere, bits.part)
        + phrase_set("Short", short[1], bits.short) + phrase_set("Shortish", short[2], bits.short)
        + prefix_filter("Pair", "two", 2, anywhere, bits.pair) + prefix_filter("Triple", "three", 3, anywhere, bits.triple)
        + f"\n/// Of the tokens that these hashes are of.\ninline constexpr unsigned kTokenBits = {bits.token};\n"
        + "\n/// A pattern with stars inside, or one that ends a block without beginning it: `count` tokens from `first`, three bytes each in kTokens.\n"
        "struct Phrase {\n  std::uint16_t first;\n  std::uint8_t count : 5;\n  std::uint8_t at_start : 1;\n  std::uint8_t at_end : 1;\n  std::uint8_t phrase_class;\n};\n\n"
        f"inline constexpr Phrase kPhrases[] = {{\n{chr(10).join(phrases)}\n}};\n\n"
        + array("kTokens", "uint8_t", (token >> shift & 0xFF for token in tokens for shift in (0, 8, 16)))
        + "\n}  // namespace pith::phrases\n",
        encoding="utf-8")
    assert len(tokens) < 65536, "Phrase::first is 16 bits wide"


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("packs", nargs="+", type=pathlib.Path)
    parser.add_argument("out")
    parser.add_argument("--few-bits", action="store_true")
    given = parser.parse_args()
    main(given.packs, given.out, FEW if given.few_bits else ALL)

"""What words of short blocks say of them: weights of words, learned from labels. The core reads them (core/score/lexicon.h)."""

import math
import struct

import numpy

SMOOTHING = 1.0
FEWEST = 8.0      # pages (a page counts a word as the logarithm of its blocks that have it)
CLEAR = 0.7       # log-odds; below that a word says next to nothing
LARGEST = 4.0     # log-odds
UNIT = 31         # of a weight, per unit of log-odds: LARGEST fits a signed byte
STEP = 8          # of a weight: few values pack better
MORE = 255


def counts(sample, keys):
    """Word key → (seen in content, seen elsewhere) on one page. Words that a page repeats count less each time."""
    content, chrome = {}, {}
    for block_keys, label in zip(keys, sample.labels):
        seen = content if label > 0.5 else chrome
        for key in set(block_keys):
            seen[key] = seen.get(key, 0) + 1
    return ({key: math.log1p(n) for key, n in content.items()}, {key: math.log1p(n) for key, n in chrome.items()})


def add(total, more, factor=1.0):
    for mine, theirs in zip(total, more):
        for key, n in theirs.items():
            mine[key] = mine.get(key, 0.0) + factor * n


class Entries(bytes):
    """The core's data, of so many words."""

    def __new__(cls, data, words):
        entries = super().__new__(cls, data)
        entries.words = words
        return entries


NONE = Entries(b"", 0)


def learn(total, most):
    """Entries for the core: the `most` words that say the most, by how often they say it."""
    content, chrome = total
    prior = math.log(sum(content.values()) / sum(chrome.values()))
    rated = []
    for key in set(content) | set(chrome):
        with_content, without = content.get(key, 0.0), chrome.get(key, 0.0)
        if with_content + without < FEWEST:
            continue
        weight = math.log((with_content + SMOOTHING) / (without + SMOOTHING)) - prior
        if abs(weight) >= CLEAR:
            rated.append((abs(weight) * math.sqrt(with_content + without), key, max(-LARGEST, min(LARGEST, weight))))
    rated.sort(key=lambda entry: (-entry[0], entry[1]))
    chosen = sorted((key, weight) for _, key, weight in rated[:most])
    gaps, weights, last = bytearray(), bytearray(), 0
    for key, weight in chosen:
        gap, last = key - last, key
        gaps += bytes([MORE] * (gap // MORE) + [gap % MORE])
        weights += struct.pack("b", max(-120, min(120, (round(weight * UNIT / STEP) or 1) * STEP)))
    return Entries(bytes(gaps + weights), len(chosen))

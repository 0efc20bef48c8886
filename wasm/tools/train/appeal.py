"""What appeals to a reader, learned from lines of both sorts in tools/wording: a linear model, which the core reads (core/score/appeal.h).

    PYTHONPATH=wasm/tools python3 -m train.appeal [--lang en]

prints how well models tell lines that they have not seen, of five folds.
"""

import argparse
import collections
import random
import struct
import warnings

import numpy
import scipy.sparse
import sklearn.exceptions
import sklearn.linear_model

import folding
import phrases_check
from pages.phrasing import FOLDS, WORDING
from pages.words import Words

from . import lab

ENTRIES = 16000   # stems and pairs that are kept
ENGLISH = 530     # of them for English, which the bookmarklet has no room for more of
FEWEST = 2        # lines that have a stem or pair
LOOSENESS = 5.0   # of the fit: the inverse of the weight of its L2 penalty
STEPS = 300       # of the fit: it has settled by then, if not to the last digit
SENTENCES = 250   # made up, of each language
UNIT = 12         # steps of the core's byte to one of log-odds
STEP = 8          # few values pack better
LARGEST = 120
MORE = 255
# Classes of phrases that are addressed to the reader; ages, times and menus are not.
PLEADING = {"signup", "newsletter", "app", "related", "trending", "live", "share", "comment", "consent", "author", "ad", "copyright", "translation"}


def read_lines(lang):
    """(text, whether it appeals) of tools/wording, in the order of the file."""
    lines = []
    for line in (WORDING / f"{lang}.txt").read_text(encoding="utf-8").splitlines():
        kind, text = line.split("\t")
        lines.append((text, kind != "-"))
    return lines


def read_pack(lang):
    """The same of the language's phrases: what they say without their stars, and their examples."""
    above, below = (phrases_check.PACKS / f"{lang}.txt").read_text(encoding="utf-8").split("\n---\n")
    lines = []
    for line in above.splitlines():
        kind, pattern = line.split("\t")
        text = pattern.strip("^$").replace("*", " ").replace("#", "3")
        if kind in PLEADING and len(folding.tokens(text)) > 1:
            lines.append((text, True))
    for line in below.splitlines():
        mark, text = line.split("\t")
        if mark == "-" or mark[1:] in PLEADING:
            lines.append((text, mark != "-"))
    return lines


def sentences(lang):
    words = Words(lang, random.Random(lang))
    return [(words.sentence(), False) for _ in range(SENTENCES)]


def corpus(langs, chosen):
    """(language, text, appeals) of all sources, of tools/wording those lines whose number `chosen` takes."""
    rows = []
    for lang in langs:
        lines = [line for number, line in enumerate(read_lines(lang)) if chosen(number)]
        rows += [(lang, *line) for line in lines * 2 + read_pack(lang) + sentences(lang)]
    return rows


def fit(keys, appeals, weights, known):
    """The weights of the known keys, and the matrix of lines by keys that they were fitted to."""
    columns = {key: column for column, key in enumerate(known)}
    places, found, values = [], [], []
    for row, line in enumerate(keys):
        for key in line:
            if key in columns:
                places.append(row)
                found.append(columns[key])
                values.append(len(line) ** -0.5)
    matrix = scipy.sparse.csr_matrix((values, (places, found)), shape=(len(keys), len(known)))
    model = sklearn.linear_model.LogisticRegression(C=LOOSENESS, max_iter=STEPS, tol=1e-3)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", sklearn.exceptions.ConvergenceWarning)  # stopping early is meant
        model.fit(matrix, appeals, sample_weight=weights)
    return model.coef_[0], matrix


def learn(rows):
    """Key → weight, in the core's steps. Each language weighs the same, and each of its two sorts."""
    keys = [lab.appeal_keys(text) for _, text, _ in rows]
    appeals = numpy.array([sort for _, _, sort in rows])
    sizes = collections.Counter((lang, sort) for lang, _, sort in rows)
    weights = numpy.array([1 / sizes[lang, sort] for lang, _, sort in rows])
    weights *= len(weights) / weights.sum()
    lines = collections.Counter(key for line in dict(zip((text for _, text, _ in rows), keys)).values() for key in set(line))
    known = sorted(key for key, count in lines.items() if count >= FEWEST)
    values, matrix = fit(keys, appeals, weights, known)
    use = numpy.abs(values) * numpy.sqrt(numpy.asarray((matrix > 0).multiply(weights[:, None]).sum(axis=0)).ravel())
    known = sorted(known[place] for place in numpy.argsort(-use, kind="stable")[:ENTRIES])
    values, _ = fit(keys, appeals, weights, known)
    rounded = {key: max(-LARGEST, min(LARGEST, round(value * UNIT / STEP) * STEP)) for key, value in zip(known, values)}
    return {key: weight for key, weight in rounded.items() if weight}


def encode(entries, english=frozenset()):
    """The core's data. Keys in `english` are marked: they alone count on English pages."""
    gaps, last = bytearray(), 0
    for key in entries:
        gap, last = key - last, key
        gaps += bytes([MORE] * (gap // MORE) + [gap % MORE])
    return b"PA1" + struct.pack("<H", len(entries)) + bytes(gaps) + struct.pack(f"{len(entries)}b", *(weight | (key in english) for key, weight in entries.items()))


def without(fold, langs=phrases_check.LANGUAGES):
    """The data that the lines of all folds but one taught: those of this fold are what some made pages show (pages/phrasing.py)."""
    entries = learn(corpus(langs, lambda number: number % FOLDS != fold))
    return encode(entries, of_english(entries))


def whole():
    """Entries from all lines."""
    return learn(corpus(phrases_check.LANGUAGES, lambda number: True))


def of_english(entries):
    """Those of them that tell most English lines, of those that as many have: the bookmarklet's."""
    texts = {text for _, text, _ in corpus(["en"], lambda number: True)}
    lines = collections.Counter(key for text in texts for key in set(lab.appeal_keys(text)))
    heard = [key for key in entries if lines[key] >= FEWEST]
    chosen = set(sorted(heard, key=lambda key: -abs(entries[key]) * lines[key] ** 0.5)[:ENGLISH])
    return {key: weight for key, weight in entries.items() if key in chosen}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--lang", default=",".join(phrases_check.LANGUAGES))
    langs = parser.parse_args().lang.split(",")
    models = [without(fold, langs) for fold in range(FOLDS)]
    for lang in langs:
        heard = {sort: sorted(lab.appeal(text, models[number % FOLDS]) for number, (text, appeals) in enumerate(read_lines(lang)) if appeals == sort) for sort in (True, False)}
        highest = heard[False][-len(heard[False]) // 20]
        print(f"{lang}  of lines that appeal, {numpy.mean(numpy.array(heard[True]) > highest):.0%} above 95 % of the others")


if __name__ == "__main__":
    main()

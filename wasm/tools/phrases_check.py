#!/usr/bin/env python3
"""Reference matcher for the phrase packs, and the check of their form and examples.

The format is described in wasm/rules/phrases/README.md. This file is its executable half: the core's matcher has to
agree with `parse_pattern` and `Matcher.matches` here, and with `tokens` of folding.py.

    python3 wasm/tools/phrases_check.py [PACK.txt ...]     checks packs; exit code 1 where one has a fault
    python3 wasm/tools/phrases_check.py --match "A line"   shows which patterns match a line
    python3 wasm/tools/phrases_check.py --stats            shows patterns by language and class
"""

import collections
import pathlib
import sys
import unicodedata

from folding import kind_of, tokens

PACKS = pathlib.Path(__file__).resolve().parent.parent / "rules" / "phrases"

CLASSES = (
    "signup", "newsletter", "app", "related", "trending", "live", "share", "ad", "consent", "comment", "author",
    "copyright", "translation", "age", "updated", "readtime", "nav",
)
# In the order that made pages (tools/pages) draw from.
LANGUAGES = ("en", "de", "fr", "es", "pt", "it", "nl", "pl", "ru", "tr", "ar", "hi", "zh", "ja", "ko",
             "sv", "da", "no", "fi", "cs", "hu", "ro", "el", "uk", "fa", "he", "bn", "id", "vi", "th")
MAX_TOKENS = 16  # of one pattern; keeps the automaton shallow
STAR_SPAN = 4  # tokens that one `*` may stand for

Pattern = collections.namedtuple("Pattern", "kind start end tokens source pack")


def parse_pattern(kind, source, pack=""):
    """A pack line's pattern, taken apart."""
    start, end = source.startswith("^"), source.endswith("$")
    body = source[start:len(source) - end]
    return Pattern(kind, start, end, tuple(tokens(body, wild="#*")), source, pack)


def _match_at(wanted, have, at, end):
    """Whether the pattern's tokens match from position `at`; with `end`, up to the end of the block."""
    states = {at}
    for token in wanted:
        if token == "*":
            states = {s + skip for s in states for skip in range(STAR_SPAN + 1) if s + skip <= len(have)}
        else:
            states = {s + 1 for s in states if s < len(have) and have[s] == token}
        if not states:
            return False
    return not end or len(have) in states


class Matcher:
    """Patterns by their first token, so that a block costs one look-up a token."""

    def __init__(self, patterns):
        self._first = collections.defaultdict(list)
        for pattern in patterns:
            self._first[pattern.tokens[0]].append(pattern)

    def matches(self, text):
        """All patterns that match a block."""
        have = tokens(text)
        found = []
        for at, token in enumerate(have):
            for pattern in self._first.get(token, ()):
                if (at == 0 or not pattern.start) and _match_at(pattern.tokens, have, at, pattern.end):
                    found.append(pattern)
        return found


class Pack:
    """One language's file: patterns and examples, and what is wrong with its form."""

    def __init__(self, path):
        self.path = path
        self.language = path.stem
        self.patterns, self.positive, self.negative, self.faults = [], [], [], []
        text = path.read_text(encoding="utf-8")
        if not unicodedata.is_normalized("NFC", text):
            self.faults.append("is not in normal form C")
        if not text.endswith("\n") or "\r" in text:
            self.faults.append("does not end its lines with a line feed")
        in_examples = False
        seen = {}
        for number, line in enumerate(text.split("\n")[:-1], 1):
            if line == "---":
                if in_examples:
                    self._fault(number, "second ---")
                in_examples = True
            elif line.count("\t") != 1 or line != line.strip():
                self._fault(number, "is not two fields parted by one tab")
            elif in_examples:
                self._example(number, *line.split("\t"))
            else:
                self._pattern(number, seen, *line.split("\t"))
        if not in_examples:
            self.faults.append("has no examples")

    def _fault(self, number, what):
        self.faults.append(f"line {number}: {what}")

    def _example(self, number, mark, sentence):
        if mark == "-":
            self.negative.append(sentence)
        elif mark[:1] == "+" and mark[1:] in CLASSES:
            self.positive.append((mark[1:], sentence))
        else:
            self._fault(number, f"unknown mark {mark!r}")

    def _pattern(self, number, seen, kind, source):
        pattern = parse_pattern(kind, source, self.language)
        if kind not in CLASSES:
            self._fault(number, f"unknown class {kind!r}")
        if source != source.lower() and "i̇" not in source.lower():
            self._fault(number, "is not lower case")
        if "  " in source or source != source.strip() or "^" in source[1:] or "$" in source[:-1]:
            self._fault(number, "has a stray space or anchor")
        stray = [c for c in source[pattern.start:len(source) - pattern.end]
                 if kind_of(c) in ("gap", "nothing") and c not in " #*\u200c"]
        if stray:
            self._fault(number, f"has punctuation {stray[0]!r}: write a space")
        if any(kind_of(c) == "digit" for c in source):
            self._fault(number, "has a digit: write #")
        if not pattern.tokens or len(pattern.tokens) > MAX_TOKENS:
            self._fault(number, f"has {len(pattern.tokens)} tokens, not 1 to {MAX_TOKENS}")
            return
        if pattern.tokens[0] == "*" or (pattern.tokens[-1] == "*" and not pattern.end):
            self._fault(number, "has * where it says nothing")
        words = [t for t in pattern.tokens if t not in "#*"]
        if not words:
            self._fault(number, "has no word")
        if len(pattern.tokens) == 1 and not (pattern.start and pattern.end):
            self._fault(number, "one bare word must be a whole block: ^word$")
        if pattern.tokens[0] == "#" and not pattern.start and len(words) < 2:
            self._fault(number, "begins with # but neither with ^ nor with two words")
        key = (pattern.start, pattern.tokens, pattern.end)
        if key in seen:
            self._fault(number, f"says the same as line {seen[key]}")
        seen[key] = number
        self.patterns.append(pattern)


def load(paths=None):
    """The packs, by language."""
    return [Pack(path) for path in sorted(paths or PACKS.glob("[a-z][a-z].txt"))]


def check(packs, whole):
    """All faults of the packs, each with its file. A pack's editorial sentences must pass every pack."""
    faults = [f"{pack.path.name}: {fault}" for pack in packs for fault in pack.faults]
    everything = Matcher([pattern for pack in packs for pattern in pack.patterns])
    owners = {}
    for pack in packs:
        own = Matcher(pack.patterns)
        for kind, sentence in pack.positive:
            got = {pattern.kind for pattern in own.matches(sentence)}
            if kind not in got:
                faults.append(f"{pack.path.name}: no {kind} pattern matches {sentence!r} (got {sorted(got)})")
        for sentence in pack.negative:
            for pattern in everything.matches(sentence):
                faults.append(f"{pack.path.name}: {pattern.pack} {pattern.kind} {pattern.source!r} matches {sentence!r}")
        least = (40, 25) if pack.language == "en" else (15, 10)
        if len(pack.positive) < least[0] or len(pack.negative) < least[1]:
            faults.append(f"{pack.path.name}: {len(pack.positive)} and {len(pack.negative)} examples, not {least}")
        least = 60 if pack.language == "en" else 25
        if len(pack.patterns) < least:
            faults.append(f"{pack.path.name}: {len(pack.patterns)} patterns, not {least}")
        for pattern in pack.patterns:
            key = (pattern.start, pattern.tokens, pattern.end)
            kind, language = owners.setdefault(key, (pattern.kind, pack.language))
            if kind != pattern.kind:
                faults.append(f"{pack.path.name}: {pattern.source!r} is {pattern.kind}, but {kind} in {language}")
    if whole:
        missing = set(LANGUAGES) - {pack.language for pack in packs}
        if missing:
            faults.append(f"no pack for {', '.join(sorted(missing))}")
        missing = set(CLASSES) - {p.kind for pack in packs if pack.language == "en" for p in pack.patterns}
        if missing:
            faults.append(f"en.txt: no pattern of class {', '.join(sorted(missing))}")
    return faults


def _stats(packs):
    for pack in packs:
        count = collections.Counter(pattern.kind for pattern in pack.patterns)
        size = sum(len(f"{p.kind}\t{p.source}\n".encode()) for p in pack.patterns)
        by_class = " ".join(f"{kind}:{count[kind]}" for kind in CLASSES)
        print(f"{pack.language} {len(pack.patterns):4} patterns {size:6} bytes  {by_class}")


def main(arguments):
    if arguments[:1] == ["--match"]:
        matcher = Matcher([pattern for pack in load() for pattern in pack.patterns])
        for text in arguments[1:]:
            print(tokens(text))
            for pattern in matcher.matches(text):
                print(f"  {pattern.pack}  {pattern.kind}  {pattern.source}")
        return 0
    if arguments == ["--stats"]:
        _stats(load())
        return 0
    packs = load([pathlib.Path(name) for name in arguments])
    faults = check(packs, whole=not arguments)
    for fault in faults:
        print(fault)
    patterns = sum(len(pack.patterns) for pack in packs)
    examples = sum(len(pack.positive) + len(pack.negative) for pack in packs)
    print(f"{len(packs)} packs, {patterns} patterns, {examples} examples, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Wording of chrome: lines made from the phrase packs, with numbers and words put in, and lines that no pack knows."""

import functools
import pathlib
import re

PACKS = pathlib.Path(__file__).resolve().parent.parent.parent / "rules" / "phrases"
WORDING = pathlib.Path(__file__).resolve().parent.parent / "wording"
FOLDS = 5  # of the lines there
# What the packs' classes are called there.
_WORDING_KINDS = {"signup": ("signup", "signup", "donate"), "live": ("related",), "trending": ("related",), "ad": ("notice",), "copyright": ("notice",), "translation": ("notice",)}

# Packs hold tokens; this puts back what a writer types between them.
_GERMAN_NOUNS = (
    r"\b(abo|abonnent|abonnement|konto|artikel|thema|themen|newsletter|postfach|app|store|beitr\w+|nachricht\w*|meldungen|bilder\w*|"
    r"kommentar\w*|werbung|anzeige\w*|cookies?|verwendung|daten\w*|autor\w*|rechte|inhalt\w*|stunden?|minuten?|tage?n?|wochen?|"
    r"monate?n?|jahren?|sekunden?|lesezeit|lesedauer|seite\w*|navigation|startseite|menü|website|adresse|felder|link|provision|redaktion)\b"
)
_ELISIONS = {
    "en": [(r"\b(\w+) (s|t|ve|re|ll|d|m)\b", r"\1’\2")],
    "fr": [(r"\b([ldsnjcmt]|qu|aujourd) (?=[aâeéèêiîoôuh])", r"\1’"), (r"\be mail", "e-mail"), (r"(\w+ez) (vous|nous)\b", r"\1-\2")],
    "it": [(r"\b(l|un|all|dell|sull|nell|ultim|cos) (?=[aeiouàèh])", r"\1’")],
    "pt": [(r"\be mail", "e-mail"), (r"(\w+[aeiour]) (se|nos)\b", r"\1-\2")],
    "de": [(r"\be mail", "E-Mail"), (_GERMAN_NOUNS, lambda match: match.group(0).capitalize())],
    "nl": [(r"\bfoto s\b", "foto’s"), (r"\be mail", "e-mail")],
    "tr": [(r"\be posta", "e-posta"), (r"\be bülten", "e-bülten")],
}
_ELISIONS["fi"] = _ELISIONS["pl"] = _ELISIONS["es"] = [(r"\be mail", "e-mail")]


@functools.lru_cache(maxsize=None)
def _pack(lang):
    """A pack's patterns and examples by class, and its editorial sentences."""
    patterns, examples, editorial = {}, {}, []
    upper, lower = (PACKS / f"{lang}.txt").read_text(encoding="utf-8").split("\n---\n")
    for line in upper.splitlines():
        kind, pattern = line.split("\t")
        patterns.setdefault(kind, []).append(pattern)
    for line in lower.splitlines():
        mark, text = line.split("\t")
        if mark == "-":
            editorial.append(text)
        else:
            examples.setdefault(mark[1:], []).append(text)
    return patterns, examples, editorial


@functools.lru_cache(maxsize=None)
def _wording(lang, fold):
    """A fold of the lines of tools/wording by kind. The pages that show them are read with a model of appeals that the other folds taught
    (train/appeal.py): so trees learn what it is worth on lines that it has not seen."""
    lines = {}
    for line in (WORDING / f"{lang}.txt").read_text(encoding="utf-8").splitlines()[fold::FOLDS]:
        kind, text = line.split("\t")
        lines.setdefault(kind, []).append(text)
    return lines


class Phrasing:
    """Chrome lines in one language."""

    def __init__(self, words, rng, fold):
        self._words = words
        self._rng = rng
        self._patterns, self._examples, self._editorial = _pack(words.lang)
        self._wording = _wording(words.lang, fold)

    def editorial(self):
        """A sentence of an article; half of them only sound like chrome."""
        return self._rng.choice(self._editorial if self._rng.random() < 0.2 else self._wording["-"])

    def headline(self):
        """A headline of another story: some are sentences of an article."""
        if self._rng.random() < 0.35:
            text = self.editorial().rstrip(".。।")
            if len(text) < 90:
                return text
        return self._words.headline()

    def line(self, kind):
        """One line of a class."""
        rng = self._rng
        if rng.random() < 0.4:
            lines = self._wording.get(rng.choice(_WORDING_KINDS.get(kind, (kind,))))
            if lines:
                return rng.choice(lines)
        if rng.random() < 0.25 and kind in self._examples:
            return rng.choice(self._examples[kind])
        if rng.random() < 0.2 and kind in ("signup", "newsletter", "app", "related", "trending"):
            return self._words.draw("X")
        return self.label(kind)

    def label(self, kind):
        """One line straight from a pattern of a class."""
        rng, words = self._rng, self._words
        pattern = rng.choice(self._patterns.get(kind) or self._patterns["related"])
        open_end = not pattern.endswith("$")
        text = pattern.strip("^$")
        text = text.replace("* * *", "*").replace("* *", "*")
        text = text.replace("*", rng.choice((words.draw("K"), words.site)))
        if kind != "age" and rng.random() < 0.15:
            text = self._reworded(text)
        text = re.sub("#", lambda _: str(rng.randint(2, 58)), text)
        for old, new in _ELISIONS.get(words.lang, ()):
            text = re.sub(old, new, text)
        text = text[:1].upper() + text[1:]
        if open_end and rng.random() < 0.5 and kind in ("related", "live", "newsletter", "signup"):
            text += self._tail()
        roll = rng.random()
        if roll < 0.06:
            text = text.upper()
        elif roll < 0.12:
            text = words.join([text, words.site])
        elif roll < 0.2:
            text += rng.choice((":", " »", " →", "…", "!", " >"))
        return text

    def _reworded(self, text):
        """A wording that the packs need not know: a word less, one more, or another order."""
        rng, packed = self._rng, self._words.lang in ("zh", "ja", "th")
        parts = list(text) if packed else text.split(" ")
        at = rng.randrange(len(parts))
        if len(parts) > 2 and rng.random() < 0.5:
            del parts[at]
        elif rng.random() < 0.5:
            parts.insert(at, rng.choice((self._words.site, self._words.draw("K"), self._words.place())))
        else:
            parts = parts[at:] + parts[:at]
        return ("" if packed else " ").join(parts)

    def _tail(self):
        text = self.headline()
        return self._rng.choice((": ", " – ", ": ")) + text

    def age(self):
        """A relative age, with or without a dash."""
        return self._rng.choice(("", "", "- ", "– ", "· ")) + self.label("age").strip(" :»→…!>")

    def count(self):
        """A small number as a page writes it."""
        return str(self._rng.choice((0, 1, 2, 3, 7, 12, 18, 24, 56, 118, 240, 1204)))

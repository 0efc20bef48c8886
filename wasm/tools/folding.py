"""How texts are compared, in the core (core/unicode, core/phrases) and in what makes its tables: characters folded, texts cut into tokens."""

import functools
import unicodedata

# Scripts written without spaces: each character is a token of its own.
_SINGLE = (
    (0x0E00, 0x0E7F), (0x3005, 0x3007), (0x3040, 0x30FF), (0x31F0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF), (0x20000, 0x3134F),
)
# What neither case mapping nor decomposition unites, though writers mix them.
FOLD = {"ς": "σ", "ı": "i", "ى": "ي", "ی": "ي", "ک": "ك"}
_NUMBER_JOINERS = ".,٫٬\u00a0\u202f"


def is_dropped_mark(char):
    """Accents of Latin, Greek and Cyrillic, Arabic vowel signs and hamza marks, tatweel: writers leave them out."""
    code = ord(char)
    return 0x0300 <= code <= 0x036F or 0x064B <= code <= 0x065F or code in (0x0640, 0x0670)


@functools.lru_cache(maxsize=None)
def fold(char):
    """One character as it is compared: lower case, without droppable marks. May be empty."""
    if is_dropped_mark(char):
        return ""
    char = char.lower()[0]  # simple mapping: İ is i
    if not "\uac00" <= char <= "\ud7a3":
        decomposed = unicodedata.normalize("NFD", char)
        if all(is_dropped_mark(mark) for mark in decomposed[1:]):
            char = decomposed[0]
    return FOLD.get(char, char)


def folded(text):
    """A text as it is compared."""
    return "".join(fold(char) for char in text)


@functools.lru_cache(maxsize=None)
def kind_of(char):
    """What a character is to `tokens`: "single", "letter", "digit", "nothing" or "gap"."""
    if any(first <= ord(char) <= last for first, last in _SINGLE):
        return "single" if unicodedata.category(char)[0] in "LMN" else "gap"
    category = unicodedata.category(char)
    if category == "Nd":
        return "digit"
    if category[0] in "LMN":
        return "letter"
    # Soft hyphens and direction marks vanish; zero-width space and non-joiner part words, as a space would.
    if category == "Cf" and char not in "\u200b\u200c":
        return "nothing"
    return "gap"


def tokens(text, wild=""):
    """The tokens of a text: folded words, single characters of scripts without spaces, and "#" for every number.

    @param wild characters that are tokens of their own (the operators of a pattern)
    """
    found = []
    last = "gap"
    for index, char in enumerate(text):
        if char in wild:
            found.append(char)
            last = "gap"
            continue
        if is_dropped_mark(char):
            continue
        kind = kind_of(char)
        if kind == "nothing":
            continue
        if kind == "digit":
            if last != "digit":
                found.append("#")
        elif kind == "single":
            found.append(fold(char))
        elif kind == "letter":
            if last == "letter":
                found[-1] += fold(char)
            else:
                found.append(fold(char))
        elif last == "digit" and char in _NUMBER_JOINERS and index + 1 < len(text) and kind_of(text[index + 1]) == "digit":
            continue  # 1,234 and 1.5 are one number
        last = kind
    return found

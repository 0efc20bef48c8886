"""Puts one page together: kind, language, words, markup, and the document around the body."""

import html
import random

from phrases_check import LANGUAGES

from . import article
from .chrome import Chrome
from .content import Content
from .kinds import KINDS
from .markup import Node, render
from .phrasing import FOLDS, Phrasing
from .pieces import Dresser
from .vocabulary import Vocabulary
from .words import Words

_RTL = ("ar", "fa", "he")


def _noise(rng):
    """What no reader sees."""
    return rng.choice(("<script>window.dataLayer=[];</script>", "<style>.x{color:red}</style>", "<noscript></noscript>", "", "")) + \
        rng.choice(("", "", "<div></div>", "<p>&nbsp;</p>", "<hr>"))


def page(seed, number):
    """One page by seed and number: its HTML, and what is to know about it ("type", "lang", "wording": the fold of its lines, "blocks", "template", "vocabulary")."""
    rng = random.Random(f"{seed}:{number}")
    lang = "en" if rng.random() < 0.4 else rng.choice(LANGUAGES)
    words = Words(lang, rng)
    fold = number % FOLDS
    phrasing = Phrasing(words, rng, fold)
    # Translated and syndicated pages: the story in one language, what the site says in another.
    site = Words(rng.choice(LANGUAGES), rng) if rng.random() < 0.12 else words
    site_phrasing = phrasing if site is words else Phrasing(site, rng, fold)
    vocabulary = Vocabulary(rng)
    dresser = Dresser(rng, vocabulary, flat=rng.random() < 0.2)
    tools = (words, Content(words, phrasing, rng), Chrome(site, site_phrasing, rng), dresser, rng)
    kind = "article" if rng.random() < 0.7 else rng.choice(sorted(KINDS))
    skeleton, parts = (article.compose if kind == "article" else KINDS[kind])(tools)
    children = skeleton(parts, vocabulary, rng)
    noisy = [item for child in children for item in (child, _noise(rng))]
    body, blocks = render(Node("body", {}, noisy), rng)
    title = next((block["text"] for block in blocks if block["label"] == "title"), words.site)
    direction = ' dir="rtl"' if lang in _RTL else ""
    doctype = rng.choice(("<!DOCTYPE html>", "<!doctype html>", '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN">'))
    named = title + rng.choice(("", f" - {words.site}", f" | {words.site}"))
    text = (f'{doctype}\n<html lang="{lang}"{direction}><head><meta charset="utf-8"><title>{html.escape(named)}</title></head>\n'
            f"{body}</html>\n")
    return text, {"type": kind, "lang": lang, "wording": fold, "template": skeleton.__name__, "vocabulary": vocabulary.kind, "blocks": blocks}

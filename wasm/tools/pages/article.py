"""Composes an article page: what stands where, and which chrome comes between, before and after."""

from . import skeletons, story
from .pieces import Line, Piece, piece


class Article:
    """One article's parts; `parts` is what a skeleton takes."""

    def __init__(self, tools):
        self._words, self._content, self._chrome, self._dresser, self._rng = tools
        rng = self._rng
        # A tenth of the pages is clean, the others differ in how much they push.
        self._push = 0.0 if rng.random() < 0.1 else rng.choice((0.05, 0.15, 0.25, 0.4))

    def parts(self):
        """The dressed parts of the page."""
        return {"top": self._dress(self._top()), "head": self._dress(self._head()), "body": self._body(),
                "after": self._dress(self._after()), "side": self._dress(self._side()), "foot": self._dress(self._foot())}

    def _dress(self, pieces):
        return [node for item in pieces for node in self._dresser.dress(item)]

    def _some(self, make, most):
        return [make() for _ in range(self._rng.randint(0, most))] if self._push else []

    def _top(self):
        return [self._chrome.menu()] + self._some(self._chrome.top, 3)

    def _head(self):
        rng, words = self._rng, self._words
        title = Piece("head", [Line("title", words.headline(), "title")], "title")
        pieces = [title]
        if rng.random() < 0.4:
            pieces.append(piece("standfirst", "content", [("text", words.paragraph(1, 2))], rng.choice(("plain", "box"))))
        if rng.random() < 0.7:
            pieces.append(self._byline())
        pieces += self._some(self._chrome.before, 2)
        if rng.random() < 0.4:
            pieces.append(self._content.captioned())
        return pieces

    def _byline(self):
        rng, name = self._rng, self._words.name()
        date = rng.choice((f"{rng.randint(1, 28)}.{rng.randint(1, 12)}.{rng.randint(2009, 2025)}", f"{rng.randint(2009, 2025)}-0{rng.randint(1, 9)}-1{rng.randint(0, 9)}"))
        lines = rng.choice(([name], [f"{name}, {self._words.site}"], [name, date], [f"{name} | {date}"], [date, name]))
        return piece("byline", "byline", [("text", line) for line in lines], rng.choice(("plain", "box", "inline")))

    def _body(self):
        """Groups of nodes: the text and what stands between its paragraphs."""
        rng = self._rng
        pieces = self._content.body(*rng.choice(((2, 5), (5, 12), (8, 20), (15, 40))))
        groups, group = [], []
        for index, item in enumerate(pieces):
            group += self._dresser.dress(item)
            if index and rng.random() < 0.3:
                groups.append(group)
                group = []
            if index < len(pieces) - 1 and rng.random() < self._push:
                between = [self._chrome.between() for _ in range(rng.choice((1, 1, 1, 2)))]
                group += self._dress(between)
        groups.append(group)
        if self._push and rng.random() < 0.12:
            cut = piece("para", "content", [("text", self._words.paragraph(2, 2)[:120].rsplit(" ", 1)[0] + "…")], "plain")
            groups[-1] += self._dress([cut, self._chrome.wall()])
        return groups

    def _after(self):
        rng, chrome = self._rng, self._chrome
        pieces = self._some(chrome.after, 6)
        if self._push and rng.random() < 0.35:
            for _ in range(rng.choice((1, 1, 2))):
                pieces += chrome.next_story(self._content.body(2, 8))
                pieces += self._some(chrome.after, 1)
        if self._push and rng.random() < 0.4:
            at = rng.choice((0, len(pieces)))
            pieces[at:at] = chrome.comments()
        return pieces

    def _side(self):
        return self._some(self._chrome.after, 4)

    def _foot(self):
        return [self._chrome.footer()] + ([self._chrome.cookie()] if self._rng.random() < 0.5 else [])


def compose(tools):
    """An article page's body."""
    _words, _content, _chrome, dresser, rng = tools
    if rng.random() < 0.4:
        return story.compose(tools)
    skeleton = rng.choice(skeletons.SKELETONS)
    if skeleton in (skeletons.one_div, skeletons.breaks):
        dresser.flat = True
    return skeleton, Article(tools).parts()

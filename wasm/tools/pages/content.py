"""What the author wrote, as pieces: paragraphs, and the content that looks like chrome and has to stay."""

from .pieces import piece


class Content:
    """Makes content pieces in a page's language."""

    def __init__(self, words, phrasing, rng):
        self._words = words
        self._phrasing = phrasing
        self._rng = rng
        self._kinds = (
            [self.paragraph] * 14 + [self.heading] * 3 + [self.short] * 3
            + [self.link_paragraph, self.link_list, self.bullets, self.steps, self.quote, self.answers, self.table] + [self.editorial] * 3 + [self.code,
               self.quote_run, self.captioned, self.note])

    def body(self, least, most):
        """The pieces of an article, which begins with a paragraph."""
        count = self._rng.randint(least, most)
        return [self.paragraph()] + [self._rng.choice(self._kinds)() for _ in range(count - 1)]

    def paragraph(self):
        """A paragraph."""
        text = self._words.paragraph(1, 5)
        if self._rng.random() < 0.3:
            text = self._words.join([text, self._phrasing.editorial()])
        return piece("para", "content", [("text", text)], "plain")

    def short(self):
        """A paragraph of one short line."""
        words = self._words
        text = self._rng.choice((words.sentence(), self._phrasing.editorial(), self._phrasing.editorial(), words.draw("Q") + words.stop(), words.draw("D") + "?", words.draw("Q") + "!"))
        return piece("para", "content", [("text", text)], "plain")

    def heading(self):
        """A heading inside the article; some sound like chrome."""
        return piece("para", "content", [("heading", self._words.draw("D"))], "plain")

    def editorial(self):
        """Sentences about newsletters, comments and the like, and others, among made-up ones."""
        sentences = [self._phrasing.editorial(), self._words.sentence()]
        self._rng.shuffle(sentences)
        if self._rng.random() < 0.3:  # an author may well quote a site's promotion
            quoted = self._phrasing.label(self._rng.choice(("signup", "newsletter", "consent", "share", "comment"))).rstrip(" :»→…!>")
            return piece("para", "content", [("text", self._words.join([self._words.sentence(), f"“{quoted}”{self._words.stop()}", self._words.sentence()]))], "plain")
        return piece("para", "content", [("text", self._words.join(sentences[:self._rng.randint(1, 2)]))], "plain")

    def about_chrome(self):
        """One sentence of an article; half of them speak of subscriptions, comments and the like."""
        return self._phrasing.editorial()

    def link_paragraph(self):
        """A paragraph that is all link, and the article's own."""
        return piece("para", "content", [("link", self._words.sentence())], "plain")

    def link_list(self):
        """Sources or further papers that belong to the article."""
        lines = [("link", self._words.headline()) for _ in range(self._rng.randint(2, 5))]
        return piece("list", "content", lines, "list")

    def bullets(self):
        """A list in the middle of a text."""
        make = self._words.sentence if self._rng.random() < 0.5 else lambda: self._words.draw("I")
        return piece("list", "content", [("mixed", make()) for _ in range(self._rng.randint(3, 7))], "list")

    def steps(self):
        """Numbered steps, as in a recipe."""
        return piece("list", "content", [("text", self._words.paragraph(1, 2)) for _ in range(self._rng.randint(3, 6))], "ol")

    def quote(self):
        """A block quotation."""
        lines = [("text", self._words.paragraph(1, 2))]
        if self._rng.random() < 0.4:
            lines.append(("text", "– " + self._words.name()))
        return piece("box", "content", lines, "quote")

    def quote_run(self):
        """A conversation: many short lines of speech."""
        return piece("para", "content", [("text", f"“{self._words.draw('Q')}.”") for _ in range(self._rng.randint(2, 5))], "plain")

    def answers(self):
        """Questions and answers."""
        lines = []
        for _ in range(self._rng.randint(2, 4)):
            lines += [("heading", self._words.draw("Q") + "?"), ("text", self._words.paragraph(1, 3))]
        return piece("para", "content", lines, self._rng.choice(("plain", "box", "strong")))

    def table(self):
        """A table with figures."""
        return piece("para", "content", [("item", f"{self._words.place()} {self._rng.randint(1, 999)}") for _ in range(4)], "table")

    def note(self):
        """A box of facts."""
        lines = [("heading", self._words.draw("D")), ("text", self._words.paragraph(1, 2))]
        return piece("box", "content", lines, self._rng.choice(("box", "aside")))

    def captioned(self):
        """A figure; its caption is a label of its own."""
        return piece("figure", "caption", [("text", self.caption())], "figure")

    def caption(self):
        """A picture's caption, at times with a credit."""
        credit = self._rng.choice(("", "", f" ({self._words.name()})", f" Photo: {self._words.name()}", f" © {self._words.site}"))
        return self._words.sentence() + credit

    def code(self):
        """A program."""
        name = self._words.place().lower()
        name = name if name.isascii() else "value"
        text = self._rng.choice((f"const {name} = load(\"{name}.json\");", f"npm install {name}", f"{name} --verbose --out dist", f"if ({name}) return 0;"))
        return piece("code", "content", [("text", text)], "code")

"""What the site put around it, as pieces: everything that leaks into extracted articles."""

from .pieces import Line, Piece, piece


class Chrome:
    """Makes chrome pieces in a page's language."""

    def __init__(self, words, phrasing, rng):
        self._words = words
        self.phrasing = phrasing
        self._rng = rng

    def _made(self, role, lines, dress=""):
        return piece(role, "chrome", lines, dress)

    def _headlines(self, least, most, shape="link"):
        return [(shape, self.phrasing.headline()) for _ in range(self._rng.randint(least, most))]

    def between(self):
        """Something between two paragraphs."""
        rng = self._rng
        return rng.choice((self.read_also, self.read_also, self.read_also, self.newsletter, self.advert, self.advert, self.app, self.wall, self.live,
                           self.related, self.share, self.gallery, self.support))()

    def after(self):
        """Something below the article."""
        rng = self._rng
        return rng.choice((self.related, self.related, self.headlines_and_ages, self.headlines_and_ages, self.trending, self.newsletter,
                           self.app, self.tags, self.share, self.author, self.copyright, self.updated, self.credit, self.live, self.wall,
                           self.next_previous, self.translation, self.support, self.gallery, self.teasers, self.advert, self.listen))()

    def before(self):
        """Something between the headline and the text."""
        rng = self._rng
        return rng.choice((self.share, self.share, self.updated, self.listen, self.translation, self.live, self.read_time, self.advert, self.comment_count))()

    def top(self):
        """Something above the headline."""
        rng = self._rng
        return rng.choice((self.slogans, self.crumbs, self.crumbs, self.live, self.advert, self.breaking, self.app, self.skip, self.section))()

    def read_also(self):
        """One line to another story."""
        rng = self._rng
        label = self.phrasing.label("related").rstrip(" :»→…!>")
        if rng.random() < 0.7:
            return self._made("related", [(rng.choice(("link", "mixed", "text")), label + rng.choice((": ", " – ", ": ", " | ")) + self.phrasing.headline())])
        return self._made("related", [("heading", label)] + self._headlines(1, 4))

    def bare_headline(self):
        """A link to another story, between two paragraphs, without a word about it."""
        return self._made("related", [("link", self._rng.choice(("", "", "» ", "▶ ", ">> ", "• ")) + self.phrasing.headline())])

    def chain(self):
        """What a site pushes below a story, one line after another."""
        rng = self._rng
        kinds = rng.choices(("signup", "newsletter", "app", "related", "trending", "live", "share", "comment"), k=rng.randint(3, 10))
        return self._made("promo", [(rng.choice(("text", "link", "heading")), self.phrasing.line(kind)) for kind in kinds])

    def related(self):
        """A rail of other stories."""
        rng = self._rng
        lines = [("heading", self.phrasing.label("related"))]
        for _ in range(rng.randint(2, 6)):
            lines.append((rng.choice(("link", "link", "heading")), self.phrasing.headline()))
            if rng.random() < 0.25:
                lines.append(("text", self._words.teaser()))
        return self._made("related", lines)

    def teasers(self):
        """Other stories with their first sentences."""
        lines = [("heading", self.phrasing.label("related"))] if self._rng.random() < 0.6 else []
        for _ in range(self._rng.randint(2, 5)):
            lines += [("link", self.phrasing.headline()), ("text", self._words.teaser())]
        return self._made("related", lines)

    def trending(self):
        """A list of the most read."""
        return self._made("trending", [("heading", self.phrasing.label("trending"))] + self._headlines(3, 8))

    def headlines_and_ages(self):
        """Headline, age, headline, age."""
        rng, lines = self._rng, []
        if rng.random() < 0.4:
            lines.append(("heading", self.phrasing.label("trending")))
        shape = rng.choice(("text", "link", "heading"))
        for _ in range(rng.randint(3, 10)):
            lines += [(shape, self.phrasing.headline()), ("text", self.phrasing.age())]
        return self._made("trending", lines)

    def breaking(self):
        """A strip of news on top."""
        return self._made("trending", [("text", self.phrasing.label("trending"))] + self._headlines(1, 4))

    def live(self):
        """A link to live coverage."""
        text = self.phrasing.line("live")
        if self._rng.random() < 0.4:
            text += self._rng.choice((": ", " – ")) + self.phrasing.headline()
        return self._made("promo", [("link", text)])

    def wall(self):
        """A sign-up wall."""
        rng, line = self._rng, self.phrasing.line
        lines = [("heading", line("signup"))] + [("text", line("signup")) for _ in range(rng.randint(0, 3))]
        lines += [("text", self._words.draw("X"))] * (rng.random() < 0.5) + [("button", self.phrasing.label("signup"))]
        return self._made("wall", lines)

    def support(self):
        """An appeal to the reader."""
        return self._made("promo", [("text", self._words.draw("X")), (self._rng.choice(("link", "button", "text")), self.phrasing.line("signup"))])

    def newsletter(self):
        """A newsletter box."""
        rng, line = self._rng, self.phrasing.line
        lines = [("heading", line("newsletter"))] + [("text", line("newsletter")) for _ in range(rng.randint(0, 2))]
        if rng.random() < 0.4:
            lines.append(("text", self._words.draw("X")))
        return self._made("newsletter", lines + [("button", self.phrasing.label("signup"))] * (rng.random() < 0.6))

    def app(self):
        """An advert for the app."""
        return self._made("promo", [("text", self.phrasing.line("app")) for _ in range(self._rng.randint(1, 2))])

    def advert(self):
        """An advertisement label, at times with the advertisement."""
        rng = self._rng
        lines = [("text", self.phrasing.label("ad"))]
        if rng.random() < 0.35:
            lines += [("link", self._words.draw("X")), ("text", f"{self._words.place()} – {self._words.draw('K')}")]
        return self._made("ad", lines)

    def share(self):
        """A bar of buttons."""
        lines = [("button", self.phrasing.label("share")) for _ in range(self._rng.randint(1, 5))]
        return self._made("share", lines, self._rng.choice(("", "inline", "list")))

    def listen(self):
        """One share or listen line."""
        return self._made("share", [("button", self.phrasing.line("share"))])

    def tags(self):
        """Tags of the story."""
        lines = [("link", self._words.draw("K")) for _ in range(self._rng.randint(2, 9))]
        return self._made("tags", lines, self._rng.choice(("inline", "list", "plain", "box")))

    def author(self):
        """A box about the author."""
        words = self._words
        lines = [("heading", self.phrasing.label("author")), ("text", f"{words.name()}. {words.paragraph(1, 2)}")]
        return self._made("author", lines[self._rng.random() < 0.4:])

    def copyright(self):
        """A rights line."""
        return self._made("footer", [("text", f"© {self._rng.randint(2009, 2025)} {self._words.site}. {self.phrasing.line('copyright')}")])

    def translation(self):
        """A notice of automatic translation."""
        return self._made("promo", [("text", self.phrasing.line("translation"))])

    def updated(self):
        """An updated-at line."""
        rng = self._rng
        date = f"{rng.randint(1, 28)}.{rng.randint(1, 12)}.{rng.randint(2009, 2025)}, {rng.randint(0, 23)}:{rng.randint(10, 59)}"
        label = self.phrasing.label("updated").rstrip(" :»→…!>0123456789")
        return self._made("byline", [("text", f"{label}: {date}")])

    def read_time(self):
        """How long it takes."""
        return self._made("byline", [("text", self.phrasing.label("readtime"))])

    def credit(self):
        """The agency that the story came from."""
        agency = self._words.place()
        return self._made("promo", [("text", self._rng.choice((f"SOURCE: {agency.upper()}", f"({agency})", f"{agency} / {self._words.site}", f"Source: {agency}")))])

    def slogans(self):
        """What the site says about itself."""
        return self._made("header", [("text", self._words.draw("X")) for _ in range(self._rng.randint(1, 3))] + [("button", self.phrasing.label("signup"))])

    def section(self):
        """The section's name, and at times the site's."""
        return self._made("crumbs", [("link", self._words.draw("K")), ("text", self._words.site)][:self._rng.randint(1, 2)])

    def skip(self):
        """A skip link."""
        return self._made("nav", [("link", self.phrasing.label("nav"))])

    def crumbs(self):
        """A trail."""
        lines = [("link", self._words.draw("K")) for _ in range(self._rng.randint(2, 4))]
        return self._made("crumbs", lines, self._rng.choice(("inline", "list", "plain")))

    def next_previous(self):
        """Links to the neighbours."""
        lines = []
        for _ in range(2):
            lines += [("text", self.phrasing.label("nav")), ("link", self.phrasing.headline())]
        return self._made("nav", lines)

    def gallery(self):
        """Pictures of another event with captions."""
        lines = [("heading", self.phrasing.line("live"))]
        lines += [("text", self._words.sentence()) for _ in range(self._rng.randint(2, 5))]
        return self._made("gallery", lines)

    def menu(self):
        """The site's menu."""
        lines = [("link", self._words.draw("K")) for _ in range(self._rng.randint(5, 13))]
        return self._made("nav", lines + [("link", self.phrasing.label("nav"))], self._rng.choice(("list", "list", "inline", "table")))

    def footer(self):
        """The page's foot."""
        lines = [("link", self.phrasing.label(self._rng.choice(("nav", "consent", "copyright", "share")))) for _ in range(self._rng.randint(2, 7))]
        return self._made("footer", lines + [("text", f"© {self._rng.randint(2009, 2025)} {self._words.site}")], self._rng.choice(("list", "box", "inline")))

    def cookie(self):
        """A consent dialog."""
        lines = [("text", self._words.join([self.phrasing.line("consent"), self._words.sentence()]))]
        return self._made("cookie", lines + [("button", self.phrasing.label("consent")) for _ in range(self._rng.randint(1, 3))], "box")

    def comment_count(self):
        """How many comments there are."""
        return self._made("share", [("link", self.phrasing.label("comment"))])

    def comments(self):
        """A thread of comments below an article."""
        rng, words, phrasing = self._rng, self._words, self.phrasing
        made = [self._made("comments", [("heading", phrasing.label("comment"))], "plain")]
        for _ in range(rng.randint(1, 7)):
            lines = [("text", rng.choice((words.name(), words.place().lower() + str(rng.randint(1, 99))))), ("text", phrasing.age())]
            lines += [("text", words.paragraph(1, 3)) for _ in range(rng.randint(1, 2))] + [("button", phrasing.label("comment"))]
            made.append(self._made("comment", lines, rng.choice(("box", "box", "plain", "br"))))
        made.append(self._made("comments", [("heading", phrasing.line("comment")), ("text", phrasing.line("comment"))]))
        return made

    def next_story(self, body):
        """A complete further story appended below, all of it chrome. `body` are the content pieces it is made of."""
        words = self._words
        head = Piece("next", [Line("heading", self.phrasing.headline(), "chrome"), Line("text", words.name(), "chrome"),
                              Line("text", self.phrasing.age(), "chrome")][:self._rng.randint(1, 3)])
        head.dress = "plain"
        for item in body:
            for line in item.lines:
                line.label = "chrome"
        return [head] + body

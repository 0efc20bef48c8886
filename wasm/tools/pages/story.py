"""Short news stories on bare pages: the story's lines and the site's promotion side by side, marked up alike.

On such a page neither names nor nesting tell the two apart: what a line says, how it is built and what stands around it have to. The
promotion may be in another language than the story, as on sites that translate.
"""

from .markup import Node
from .pieces import Line, Piece, piece

_PROSE = ("title", "standfirst", "para")


class Story:
    """One story and what is pushed around it."""

    def __init__(self, tools):
        self._words, self._content, self._chrome, self._dresser, self._rng = tools

    def pieces(self):
        """All pieces of the page, in order."""
        rng = self._rng
        push = rng.choice((0, 1, 1, 2, 2, 3))
        top = [self._top() for _ in range(rng.randint(0, push))]
        lead = [self._lead() for _ in range(rng.randint(0, push))]
        after = [self._after() for _ in range(rng.randint(0, 2 * push))]
        return top + self._head() + lead + self._body(push) + after

    def _head(self):
        rng, words = self._rng, self._words
        pieces = [Piece("title", [Line("text", words.headline(), "title")])]
        if rng.random() < 0.5:
            pieces.append(piece("standfirst", "content", [("text", rng.choice((words.sentence, lambda: words.sentence().rstrip(".।。")))())]))
        if rng.random() < 0.3:
            pieces.append(piece("byline", "byline", [("text", words.name())]))
        if rng.random() < 0.2:
            pieces.append(piece("caption", "caption", [("text", self._content.caption())]))
        return pieces

    def _paragraph(self):
        rng, words = self._rng, self._words
        roll = rng.random()
        if roll < 0.15:
            text = words.sentence()
        elif roll < 0.2:
            text = words.draw("Q") + words.stop()
        elif roll < 0.28:
            text = words.join([words.sentence(), self._content.about_chrome()])
        elif roll < 0.55:
            text = self._content.about_chrome()
        else:
            text = words.paragraph(2, 3)
        return piece("para", "content", [("text", text)])

    def _body(self, push):
        rng = self._rng
        count = rng.choice((3, 4, 5, 6, 7, 8, 10, 13))
        every = rng.choice((0, 0, 2, 3, 5)) if push else 0
        pieces = []
        for index in range(count):
            pieces.append(self._paragraph())
            if every and index < count - 1 and rng.random() < 1 / every:
                pieces += [self._between() for _ in range(rng.choice((1, 1, 2)))]
        if rng.random() < 0.15:
            pieces.append(self._chrome.credit())
        return pieces

    def _label(self, kind):
        return piece("promo", "chrome", [("link" if self._rng.random() < 0.5 else "text", self._chrome.phrasing.line(kind))])

    def _top(self):
        rng = self._rng
        return rng.choice((self._chrome.slogans, self._chrome.section, self._chrome.breaking, lambda: self._label(rng.choice(("app", "newsletter", "consent", "nav", "signup")))))()

    def _lead(self):
        rng = self._rng
        return self._label(rng.choice(("translation", "live", "share", "updated", "readtime", "comment", "ad", "newsletter")))

    def _between(self):
        rng, chrome = self._rng, self._chrome
        return rng.choice((chrome.read_also, chrome.read_also, chrome.read_also, chrome.bare_headline, chrome.related, chrome.live, chrome.newsletter,
                           lambda: self._label("ad"), lambda: self._label("ad"), lambda: self._label(rng.choice(("app", "live", "share", "signup", "newsletter", "comment")))))()

    def _after(self):
        rng, chrome = self._rng, self._chrome
        return rng.choice((chrome.headlines_and_ages, chrome.trending, chrome.related, chrome.wall, chrome.support, chrome.copyright, chrome.updated, chrome.author,
                           chrome.share, chrome.chain, chrome.chain, chrome.chain, chrome.read_also, chrome.tags, chrome.breaking,
                           lambda: self._label(rng.choice(("live", "comment", "share", "app", "newsletter", "translation", "author", "updated", "ad", "related")))))()


class _Maker:
    """Lines as blocks and nodes, in one page's habits."""

    def __init__(self, parts, vocabulary, rng):
        self.pieces, self._dresser = parts["pieces"], parts["dresser"]
        self.rng, self._vocabulary = rng, vocabulary
        self._titles = rng.choice(("h1", "h1", "h2", "same"))
        self.alike = rng.random() < 0.5  # promotion bears the names of paragraphs

    def attrs(self, item):
        """The names of a piece; a promotion's are a paragraph's on many pages."""
        if item.role == "para" or (self.alike and item.role != "title"):
            return self._vocabulary.attrs("para")
        return self._vocabulary.attrs({"title": "head", "caption": "figure"}.get(item.role, item.role))

    def block(self, line):
        """A line's block."""
        return self._dresser.block(line)

    def blocks(self):
        """All lines' blocks."""
        return [self.block(line) for item in self.pieces for line in item.lines]

    def leaf(self, tag, item, line):
        """A line in an element; the title may have one of its own."""
        if item.role == "title" and self._titles != "same":
            tag = self._titles
        return Node(tag, self.attrs(item), [self.block(line)])

    def leaves(self, tag, item):
        """An element a line."""
        return [self.leaf(tag, item, line) for line in item.lines]


def siblings(parts, vocabulary, rng):
    """All lines elements of one kind in one box."""
    make, tag = _Maker(parts, vocabulary, rng), rng.choice(("p", "p", "div"))
    inner = [node for item in make.pieces for node in make.leaves(tag, item)]
    for _ in range(rng.randint(1, 4)):
        inner = [Node(rng.choice(("div", "div", "main", "article", "section")), vocabulary.attrs(rng.choice(("main", "body", "page"))), inner)]
    return inner


def wrapped(parts, vocabulary, rng):
    """Each line in some boxes of its own."""
    make, deep, tag = _Maker(parts, vocabulary, rng), rng.randint(1, 3), rng.choice(("p", "span", "div"))
    nodes = []
    for item in make.pieces:
        for node in make.leaves(tag, item):
            for _ in range(deep):
                node = Node("div", make.attrs(item), [node])
            nodes.append(node)
    return [Node("div", vocabulary.attrs("main"), nodes)]


def broken_lines(parts, vocabulary, rng):
    """Text parted by <br>, at times in spans."""
    make = _Maker(parts, vocabulary, rng)
    gap, spans = rng.choice(("<br>\n", "<br><br>", "<br><br>\n", "<br/>\n<br/>\n")), rng.random() < 0.5
    children = []
    for index, block in enumerate(make.blocks()):
        children += ([gap] if index else []) + [Node("span", {}, [block]) if spans else block]
    inner = Node(rng.choice(("div", "font", "div")), {}, children)
    return [Node("div", vocabulary.attrs("body"), [inner] if rng.random() < 0.5 else children)]


def rows(parts, vocabulary, rng):
    """A table's row a line."""
    make = _Maker(parts, vocabulary, rng)
    made = [Node("tr", {}, [Node("td", {}, [block])]) for block in make.blocks()]
    table = Node("table", {"width": "760"}, made)
    return [Node("table", {"width": "100%"}, [Node("tr", {}, [Node("td", {}, [table])])]) if rng.random() < 0.5 else table]


def cards(parts, vocabulary, rng):
    """Each piece a card, paragraphs and promotions alike."""
    make, tag = _Maker(parts, vocabulary, rng), rng.choice(("section", "div", "article"))
    nodes = []
    for item in make.pieces:
        inner = make.leaves("p", item)
        nodes.append(Node(tag, vocabulary.attrs("card"), [Node("div", vocabulary.attrs("box"), inner)] if rng.random() < 0.8 else inner))
    return [Node("div", vocabulary.attrs("page"), nodes)]


def distinct(parts, vocabulary, rng):
    """Paragraphs are paragraphs; promotions are lists, headed boxes or bold."""
    make = _Maker(parts, vocabulary, rng)
    how = rng.choice(("list", "headed", "bold", "aside"))
    nodes = []
    for item in make.pieces:
        if item.role in _PROSE or item.lines[0].label != "chrome":
            nodes += make.leaves("p", item)
        elif how == "list":
            nodes.append(Node("ul", make.attrs(item), [Node("li", {}, [make.block(line)]) for line in item.lines]))
        elif how == "headed":
            first, *rest = item.lines
            nodes.append(Node("div", make.attrs(item), [Node(rng.choice(("h3", "h4", "h5")), {}, [make.block(first)])] + [make.leaf("div", item, line) for line in rest]))
        elif how == "bold":
            nodes += [Node("p", {}, [Node("strong", {}, [make.block(line)])]) for line in item.lines]
        else:
            nodes.append(Node("aside", make.attrs(item), make.leaves("p", item)))
    return [Node(rng.choice(("main", "div")), vocabulary.attrs("main"), [Node(rng.choice(("article", "div")), vocabulary.attrs("article"), nodes)])]


_LAYOUTS = (siblings, siblings, wrapped, broken_lines, broken_lines, rows, cards, distinct, distinct)


def compose(tools):
    """A bare page's body: a layout, and the parts that it takes."""
    _words, _content, _chrome, dresser, rng = tools
    dresser.links = rng.choice((1.0, 0.7, 0.7, 0.3, 0.0))
    menu = [tools[2].menu()] if rng.random() < 0.4 else []
    layout = rng.choice(_LAYOUTS)
    parts = {"pieces": Story(tools).pieces(), "dresser": dresser, "menu": [node for item in menu for node in dresser.dress(item)]}

    def page(parts, vocabulary, rng):
        return parts["menu"] + layout(parts, vocabulary, rng)

    page.__name__ = layout.__name__
    return page, parts

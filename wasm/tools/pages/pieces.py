"""Pieces: what a page says, before it is decided how it is marked up.

A piece is a role and lines; each line has a shape ("heading", "text", "link", "item", "button", "mixed") and a label. `dress` turns a
piece into nodes. The same dresses serve content and chrome, so that markup alone does not tell them apart.
"""

import dataclasses

from .markup import Block, Node


@dataclasses.dataclass
class Line:
    """A line of text; `shape` says what it is, `label` what it counts as."""

    shape: str
    text: str
    label: str


@dataclasses.dataclass
class Piece:
    """Lines that belong together, under a role of the vocabulary."""

    role: str
    lines: list
    dress: str = ""  # a fixed markup, where the piece needs one


def piece(role, label, lines, dress=""):
    """A piece whose lines, (shape, text) pairs, all have one label."""
    return Piece(role, [Line(shape, text, label) for shape, text in lines], dress)


class Dresser:
    """Turns pieces into nodes in the habits of one page."""

    def __init__(self, rng, vocabulary, flat):
        self._rng = rng
        self._vocabulary = vocabulary
        self.links = 1.0  # the share of links and buttons that are marked up as such
        self.flat = flat  # everything a sibling paragraph: wording and position have to decide
        self._para = rng.choice(("p", "p", "p", "div"))
        self._heading = rng.choice(("h2", "h2", "h3", "strong"))

    def block(self, line):
        """A line's block, with a link or emphasis in it as pages have."""
        rng, text = self._rng, line.text
        if line.shape in ("link", "button") and self.links < 1 and rng.random() >= self.links:
            return Block(line.label, [text])
        if line.shape == "link":
            return Block(line.label, [("a", {"href": self.href()}, text)])
        if line.shape == "button":
            return Block(line.label, [(rng.choice(("button", "a", "span")), {}, text)])
        words = text.split(" ")
        if line.shape in ("text", "mixed") and len(words) > 8 and rng.random() < (0.9 if line.shape == "mixed" else 0.25):
            at = rng.randint(1, len(words) - 4)
            tag, attrs = rng.choice((("a", {"href": self.href()}), ("em", {}), ("strong", {}), ("a", {"href": self.href()})))
            return Block(line.label, [" ".join(words[:at]) + " ", (tag, attrs, " ".join(words[at:at + 3])), " " + " ".join(words[at + 3:])])
        if line.shape == "heading" and rng.random() < 0.2:
            return Block(line.label, [("strong", {}, text)])
        return Block(line.label, [text])

    def attrs(self, role):
        """The attributes of a role."""
        return self._vocabulary.attrs(role)

    def href(self):
        """An address on a site that does not exist."""
        return f"https://example.org/{self._rng.choice(('news', 'a', '2019/05', 'p'))}/{self._rng.randint(1000, 99999)}"

    def leaf(self, tag, line, role=""):
        """One element with one line."""
        return Node(tag, self._vocabulary.attrs(role) if role else {}, [self.block(line)])

    def plain(self, line):
        """A line as an ordinary paragraph or heading of this page."""
        if line.shape == "heading" and not self.flat and self._heading != "strong":
            return self.leaf(self._heading, line)
        if line.shape == "heading" and self.flat:
            return Node(self._para, self._vocabulary.attrs("para"), [Block(line.label, [("strong", {}, line.text)])])
        return self.leaf(self._para, line, "para")

    def dress(self, item):
        """The nodes of a piece."""
        rng = self._rng
        how = item.dress
        if how == "" and self.flat:
            how = "plain"
        if how == "":
            how = rng.choice(("plain", "box", "box", "aside", "list", "strong", "quote", "br", "table") if item.role != "para" else ("plain",))
        attrs = self._vocabulary.attrs(item.role)
        if how == "plain":
            return [self.plain(line) for line in item.lines]
        if how == "title":
            tag = rng.choice(("h1", "h1", "h1", "h2", "div")) if not self.flat else rng.choice(("h1", "h2", "p"))
            return [Node(tag, attrs, [Block(line.label, [line.text]) for line in item.lines])]
        if how == "strong":
            nodes = []
            for line in item.lines:
                if line.shape in ("heading", "link"):
                    nodes.append(Node("p", {}, [Node("strong", {}, [self.block(line)])]))
                else:
                    nodes.append(self.plain(line))
            return nodes
        if how == "quote":
            return [Node("blockquote", attrs, [self.leaf("p", line) for line in item.lines])]
        if how == "br":
            children = []
            for index, line in enumerate(item.lines):
                children += (["<br><br>"] if index else []) + [self.block(line)]
            return [Node("div", attrs, children)]
        if how == "table":
            rows = [Node("tr", {}, [Node("td", {}, [self.block(line)])]) for line in item.lines]
            return [Node("table", attrs, rows)]
        if how == "code":
            return [Node("pre", {}, [Node("code", attrs, [Block(line.label, [line.text]) for line in item.lines])])]
        if how == "figure":
            picture = Node("img", {"src": f"/i/{rng.randint(1, 999)}.jpg", "alt": "", "width": "640"})
            tags = rng.choice((("figure", "figcaption"), ("figure", "figcaption"), ("div", "p"), ("div", "span")))
            return [Node(tags[0], attrs, [picture] + [self.leaf(tags[1], line) for line in item.lines])]
        if how == "ol":
            return [Node("ol", attrs, [self.leaf("li", line) for line in item.lines])]
        if how == "inline":
            parts = []
            for line in item.lines:
                parts += [(rng.choice(("a", "span")), {}, line.text), " "]
            return [Node("div", attrs, [Block(item.lines[0].label, parts)])] if parts else []
        if how == "list":
            rest = [line for line in item.lines if line.shape != "heading"]
            nodes = [self.leaf(rng.choice(("h2", "h3", "h4", "div")), line) for line in item.lines if line.shape == "heading"]
            rows = [self.leaf("li", line) for line in rest]
            bare = "nav" if item.role == "nav" else rng.choice(("div", "div", "section"))
            return [Node("div" if nodes else bare, attrs, nodes + [Node("ul", {}, rows)])]
        tag = "aside" if how == "aside" else rng.choice(("div", "div", "section"))
        return [Node(tag, attrs, [self.boxed(line) for line in item.lines])]

    def boxed(self, line):
        """A line inside a box."""
        rng = self._rng
        if line.shape == "heading":
            return self.leaf(rng.choice(("h2", "h3", "h4", "div", "p")), line)
        if line.shape == "button":
            return self.leaf(rng.choice(("div", "p", "form")), line)
        return self.leaf(rng.choice(("p", "p", "div")), line)

"""Composes the pages that are no articles: forum, listing, product, documentation, service, collection."""

from . import skeletons
from .markup import Node
from .pieces import Line, Piece, piece

_SKELETONS = (skeletons.semantic, skeletons.promotions_inside, skeletons.soup, skeletons.tables, skeletons.sections, skeletons.deep, skeletons.rail_first,
              skeletons.one_div)


class Kind:
    """What the kinds share: a title, some chrome around."""

    def __init__(self, tools):
        self.words, self.content, self.chrome, self.dresser, self.rng = tools

    def dress(self, pieces):
        """The nodes of pieces."""
        return [node for item in pieces for node in self.dresser.dress(item)]

    def title(self, text):
        """The page's title."""
        return Piece("head", [Line("title", text, "title")], "title")

    def frame(self, head, body, after=()):
        """All parts, with the usual chrome."""
        rng, chrome = self.rng, self.chrome
        top = [chrome.menu()] + ([chrome.crumbs()] if rng.random() < 0.6 else []) + ([chrome.top()] if rng.random() < 0.3 else [])
        side = [chrome.after() for _ in range(rng.randint(0, 3))]
        foot = [chrome.footer()] + ([chrome.cookie()] if rng.random() < 0.5 else [])
        return rng.choice(_SKELETONS), {"top": self.dress(top), "head": self.dress(head), "body": body,
                                        "after": self.dress([*after, *(chrome.after() for _ in range(rng.randint(0, 2)))]),
                                        "side": self.dress(side), "foot": self.dress(foot)}


def forum(tools):
    """A thread: each post is content, names are bylines, signatures and buttons chrome."""
    kind = Kind(tools)
    rng, words, chrome = kind.rng, kind.words, kind.chrome
    wrap = rng.choice(("div", "li", "tr", "article", "section"))
    posts = []
    for _ in range(rng.randint(2, 10)):
        member = piece("byline", "byline", [("text", words.place().lower() + str(rng.randint(1, 99)))], rng.choice(("plain", "box")))
        since = piece("byline", "chrome", [("text", rng.choice((chrome.phrasing.age(), f"{words.draw('K')}: {rng.randint(1, 4000)}")))], "plain")
        text = []
        if rng.random() < 0.25:
            text.append(piece("box", "content", [("text", words.sentence())], "quote"))
        text += [piece("para", "content", [(rng.choice(("text", "mixed")), words.paragraph(1, 4))], "plain") for _ in range(rng.randint(1, 4))]
        if rng.random() < 0.15:
            text.append(kind.content.code())
        tail = [chrome.share()] if rng.random() < 0.7 else []
        if rng.random() < 0.3:
            tail.append(piece("promo", "chrome", [("text", words.draw("Q"))], rng.choice(("plain", "box"))))
        parts = [kind.dress([member, since]), kind.dress(text), kind.dress(tail)]
        if wrap == "tr":
            posts.append(Node("tr", {}, [Node("td", {}, parts[0]), Node("td", {}, parts[1] + parts[2])]))
        else:
            posts.append(Node(wrap, kind.dresser.attrs("comment"), parts[0] + [Node("div", kind.dresser.attrs("body"), parts[1])] + parts[2]))
    holder = Node({"li": "ol", "tr": "table"}.get(wrap, "div"), kind.dresser.attrs("comments"), posts)
    return kind.frame([kind.title(words.headline())], [[holder]], [chrome.related()])


def listing(tools):
    """Teasers of many stories: here they are the content."""
    kind = Kind(tools)
    rng, words, chrome = kind.rng, kind.words, kind.chrome
    cards = []
    dress = rng.choice(("box", "box", "plain", "table", "br"))
    aged, teased, more = rng.random() < 0.5, rng.random() < 0.8, rng.random() < 0.4
    for index in range(rng.randint(5, 20)):
        lines = [Line("heading" if rng.random() < 0.3 else "link", words.headline(), "content")]
        if teased:
            lines.append(Line("text", words.teaser(), "content"))
        if aged:
            lines.append(Line("text", chrome.phrasing.age(), "byline"))
        if more:
            lines.append(Line("link", chrome.phrasing.label("related"), "chrome"))
        card = Node(rng.choice(("div", "article")) if dress != "br" else "div", kind.dresser.attrs("card"), kind.dress([Piece("card", lines, dress)]))
        cards.append([card])
        if index and rng.random() < 0.05:
            cards.append(kind.dress([chrome.advert()]))
    return kind.frame([kind.title(words.draw("K"))], cards, [chrome.next_previous()] if rng.random() < 0.5 else [])


def collection(tools):
    """Cards of things for sale or to read, with a sentence each."""
    kind = Kind(tools)
    rng, words, chrome = kind.rng, kind.words, kind.chrome
    rows = []
    priced, bought = rng.random() < 0.7, rng.random() < 0.6
    for _ in range(rng.randint(4, 16)):
        lines = [Line("heading", f"{words.place()} {words.draw('K')}", "content")]
        if rng.random() < 0.6:
            lines.append(Line("text", words.sentence(), "content"))
        if priced:
            lines.append(Line("text", f"{rng.choice('€$£')}{rng.randint(2, 400)}.{rng.choice(('00', '50', '99'))}", "content"))
        if bought:
            lines.append(Line("button", chrome.phrasing.label("share"), "chrome"))
        rows.append(Node("li", kind.dresser.attrs("card"), kind.dress([Piece("card", lines, "plain")])))
    intro = [piece("standfirst", "content", [("text", words.paragraph(1, 3))], "plain")] if rng.random() < 0.6 else []
    return kind.frame([kind.title(words.draw("D"))] + intro, [[Node("ul", kind.dresser.attrs("list"), rows)]])


def product(tools):
    """Description and specifications are content; cross-selling is chrome."""
    kind = Kind(tools)
    rng, words, chrome, content = kind.rng, kind.words, kind.chrome, kind.content
    price = piece("box", "content", [("text", f"{rng.choice('€$£')} {rng.randint(5, 900)}.{rng.randint(10, 99)}")], "plain")
    buttons = piece("promo", "chrome", [("button", chrome.phrasing.label("share")) for _ in range(rng.randint(1, 3))], rng.choice(("box", "plain")))
    specs = piece("box", "content", [("item", f"{words.draw('K')}: {rng.randint(1, 900)} {rng.choice(('mm', 'g', 'l', 'V'))}") for _ in range(rng.randint(3, 9))],
                  rng.choice(("table", "list", "plain")))
    text = [content.paragraph() for _ in range(rng.randint(1, 4))]
    text += [content.bullets()] if rng.random() < 0.5 else []
    sold = piece("related", "chrome", [("heading", chrome.phrasing.label("related"))] + [
        line for _ in range(rng.randint(2, 6)) for line in (("link", f"{words.place()} {words.draw('K')}"), ("text", f"€{rng.randint(3, 300)}.00"))],
        rng.choice(("", "box", "list")))
    body = [kind.dress([price, buttons]), kind.dress(text), kind.dress([content.heading(), specs])]
    return kind.frame([kind.title(f"{words.place()} {words.draw('K')} {rng.randint(1, 900)}")], body, [sold])


def documentation(tools):
    """A manual's page: text, code, tables; contents, edit and helpful lines are chrome."""
    kind = Kind(tools)
    rng, words, chrome, content = kind.rng, kind.words, kind.chrome, kind.content
    body = []
    for _ in range(rng.randint(2, 7)):
        pieces = [content.heading(), content.paragraph()]
        pieces += [rng.choice((content.code, content.paragraph, content.bullets, content.table, content.note, content.code))() for _ in range(rng.randint(1, 4))]
        body.append(kind.dress(pieces))
    contents = piece("nav", "chrome", [("heading", chrome.phrasing.label("nav"))] + [("link", words.draw("D")) for _ in range(rng.randint(3, 8))], "list")
    feedback = piece("promo", "chrome", [("text", chrome.phrasing.label("share")), ("button", chrome.phrasing.label("nav"))])
    pages = piece("nav", "chrome", [("link", words.headline()) for _ in range(rng.randint(8, 30))], "list")
    skeleton, parts = kind.frame([kind.title(words.draw("D"))], body, [feedback, chrome.next_previous()])
    parts["side"] = kind.dress([pages, contents])
    return skeleton, parts


def service(tools):
    """A company's page: claims, features, questions; calls to act are chrome."""
    kind = Kind(tools)
    rng, words, chrome, content = kind.rng, kind.words, kind.chrome, kind.content
    body = [kind.dress([content.paragraph()])]
    for _ in range(rng.randint(2, 6)):
        lines = []
        for _ in range(rng.randint(2, 4)):
            lines += [Line("heading", words.draw("D"), "content"), Line("text", words.paragraph(1, 2), "content")]
        body.append(kind.dress([content.heading(), Piece("card", lines, rng.choice(("box", "plain", "box")))]))
        if rng.random() < 0.5:
            body[-1] += kind.dress([piece("promo", "chrome", [("button", chrome.phrasing.label(rng.choice(("signup", "related", "app"))))], "box")])
    body.append(kind.dress([content.answers()]))
    return kind.frame([kind.title(words.headline())], body, [chrome.newsletter()])


KINDS = {"forum": forum, "listing": listing, "collection": collection, "product": product, "documentation": documentation, "service": service}

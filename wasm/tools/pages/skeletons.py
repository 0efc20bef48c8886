"""Page skeletons: how the parts of a page are nested. Each takes dressed parts and gives the body's children.

`parts` maps "top", "head", "body", "after", "side", "foot" to lists of nodes; `body` is a list of groups, a group a list of nodes that
belong to one stretch of text.
"""

from .markup import Block, Node


def _flat(groups):
    return [node for group in groups for node in group]


def semantic(parts, vocabulary, _rng):
    """header, main, article, aside, footer."""
    article = Node("article", vocabulary.attrs("article"), [
        Node("header", vocabulary.attrs("head"), parts["head"]),
        Node("div", vocabulary.attrs("body"), _flat(parts["body"])),
    ])
    main = Node("main", vocabulary.attrs("main"), [article] + parts["after"])
    return [Node("header", vocabulary.attrs("header"), parts["top"]), main,
            Node("aside", vocabulary.attrs("side"), parts["side"]), Node("footer", vocabulary.attrs("footer"), parts["foot"])]


def promotions_inside(parts, vocabulary, _rng):
    """One div holds the text and all that follows it, as siblings."""
    inner = parts["head"] + _flat(parts["body"]) + parts["after"]
    return [Node("div", vocabulary.attrs("header"), parts["top"]), Node("div", vocabulary.attrs("body"), inner),
            Node("div", vocabulary.attrs("footer"), parts["side"] + parts["foot"])]


def soup(parts, vocabulary, rng):
    """Every block in some more divs."""
    def wrapped(nodes):
        return [Node("div", vocabulary.attrs(rng.choice(("box", "card", "para"))), [Node("div", {}, [node])] if rng.random() < 0.4 else [node])
                for node in nodes]
    return [Node("div", vocabulary.attrs("page"), [
        Node("div", vocabulary.attrs("header"), wrapped(parts["top"])),
        Node("div", vocabulary.attrs("main"), wrapped(parts["head"]) + wrapped(_flat(parts["body"])) + wrapped(parts["after"])),
        Node("div", vocabulary.attrs("side"), wrapped(parts["side"])), Node("div", vocabulary.attrs("footer"), wrapped(parts["foot"]))])]


def one_div(parts, _vocabulary, _rng):
    """Everything in a single div, nothing named."""
    return [Node("div", {"id": "content"}, parts["top"] + parts["head"] + _flat(parts["body"]) + parts["after"] + parts["side"] + parts["foot"])]


def breaks(parts, vocabulary, rng):
    """One div, lines parted by <br><br>."""
    blocks = []
    for node in parts["top"] + parts["head"] + _flat(parts["body"]) + parts["after"] + parts["foot"]:
        blocks += list(leaves(node))
    children = []
    for index, block in enumerate(blocks):
        children += ([rng.choice(("<br><br>", "<br><br>\n", "<br />\n<br />"))] if index else []) + [block]
    return [Node("div", vocabulary.attrs("body"), children)]


def leaves(node):
    """The blocks below a node, in order."""
    stack = [node]
    while stack:
        item = stack.pop()
        if isinstance(item, Block):
            yield item
        elif isinstance(item, Node):
            stack.extend(reversed(item.children))


def tables(parts, vocabulary, rng):
    """A layout of table cells, as in 2009."""
    cell = {"valign": "top", "width": rng.choice(("100%", "600", "70%"))}
    left = Node("td", {"valign": "top", "bgcolor": "#eeeeee"}, parts["side"])
    middle = Node("td", {**cell, **vocabulary.attrs("body")}, parts["head"] + _flat(parts["body"]) + parts["after"])
    rows = [Node("tr", {}, [Node("td", {"colspan": "2"}, parts["top"])]), Node("tr", {}, rng.sample([left, middle], 2)),
            Node("tr", {}, [Node("td", {"colspan": "2"}, parts["foot"])])]
    return [Node("table", {"width": "100%", "cellpadding": "4"}, rows)]


def rows(parts, _vocabulary, rng):
    """A mail's or an old site's table: each piece is a row, some with a table of their own."""
    cell = rng.choice(({"style": f"padding:0 {rng.randint(8, 40)}px;font-size:{rng.randint(13, 18)}px"}, {"align": "left"}, {"class": "content-cell"}, {}))
    bare, nested = rng.random() < 0.6, rng.random() < 0.4

    def row(node):
        children = node.children if bare and isinstance(node, Node) and node.tag in ("p", "div") else [node]
        inner = [Node("table", {"width": "100%", "border": "0"}, [Node("tr", {}, [Node("td", cell, children)])])] if nested else children
        return Node("tr", {}, [Node("td", cell, inner)])

    table = Node("table", {"width": rng.choice(("600", "100%")), "cellpadding": "0", "role": rng.choice(("presentation", ""))},
                 [row(node) for node in parts["top"] + parts["head"] + _flat(parts["body"]) + parts["after"] + parts["foot"]])
    return [Node("center", {}, [table])] if rng.random() < 0.5 else [table]


def custom(parts, vocabulary, rng):
    """Custom elements for everything, paragraphs included."""
    prefix = "".join(rng.choice("abcdefghiklmnoprstuvwx") for _ in range(rng.randint(1, 4)))
    names = {"p": rng.choice(("para", "text", "paragraph", "p")), "div": rng.choice(("box", "block", "slot")), "section": "section", "aside": rng.choice(("rail", "box"))}

    def renamed(node):
        if not isinstance(node, Node):
            return node
        return Node(f"{prefix}-{names[node.tag]}" if node.tag in names else node.tag, node.attrs, [renamed(child) for child in node.children])

    story = Node(f"{prefix}-article", vocabulary.attrs("article"), parts["head"] + _flat(parts["body"]) + parts["after"])
    page = Node(f"{prefix}-app", {}, [Node(f"{prefix}-header", {}, parts["top"]), story, Node(f"{prefix}-footer", {}, parts["side"] + parts["foot"])])
    return [renamed(page)]


def sections(parts, vocabulary, rng):
    """The text split over sibling sections, chrome between them in sections of its own."""
    made = [Node("section", vocabulary.attrs(rng.choice(("body", "card", "box"))), group) for group in parts["body"] if group]
    after = [Node("section", vocabulary.attrs(rng.choice(("related", "promo", "body"))), [node]) for node in parts["after"]]
    return [Node("header", vocabulary.attrs("header"), parts["top"]), Node("section", vocabulary.attrs("head"), parts["head"]), *made, *after,
            Node("footer", vocabulary.attrs("footer"), parts["side"] + parts["foot"])]


def lead_outside(parts, vocabulary, _rng):
    """The first paragraphs stand in the head, apart from the body."""
    body = _flat(parts["body"])
    return [Node("div", vocabulary.attrs("header"), parts["top"]),
            Node("div", vocabulary.attrs("head"), parts["head"] + [Node("div", vocabulary.attrs("standfirst"), body[:1])]),
            Node("div", vocabulary.attrs("side"), parts["side"]),
            Node("div", vocabulary.attrs("body"), body[1:]), *parts["after"], Node("div", vocabulary.attrs("footer"), parts["foot"])]


def in_sidebar(parts, vocabulary, _rng):
    """A template whose names mislead: the article in an aside, the rest in main."""
    return [Node("div", {"class": "layout-sidebar widget-area"}, [
        Node("aside", {"class": "sidebar"}, parts["head"] + _flat(parts["body"])), Node("div", vocabulary.attrs("main"), parts["after"] + parts["side"])]),
        Node("div", {"class": "footer-widget"}, parts["top"] + parts["foot"])]


def wordpress(parts, _vocabulary, _rng):
    """A blog's nesting, with what plugins append inside the entry."""
    entry = Node("div", {"class": "entry-content"}, _flat(parts["body"]) + parts["after"])
    return [Node("div", {"id": "page", "class": "hfeed site"}, [
        Node("header", {"id": "masthead", "class": "site-header"}, parts["top"]),
        Node("div", {"id": "primary", "class": "content-area"}, [Node("article", {"class": "post hentry"}, [
            Node("header", {"class": "entry-header"}, parts["head"]), entry])]),
        Node("div", {"id": "secondary", "class": "widget-area"}, parts["side"]), Node("footer", {"id": "colophon"}, parts["foot"])])]


def deep(parts, vocabulary, rng):
    """Text at many depths of nested divs."""
    inner = parts["head"] + _flat(parts["body"]) + parts["after"]
    for _ in range(rng.randint(4, 12)):
        cut = rng.randint(0, len(inner) // 2)
        inner = [Node("div", vocabulary.attrs(rng.choice(("page", "main", "box"))), inner[:cut] and [Node("div", {}, inner[:cut])] or []), *inner[cut:]] \
            if rng.random() < 0.3 else [Node("div", vocabulary.attrs(rng.choice(("page", "main", "article"))), inner)]
    return [*parts["top"], *inner, *parts["side"], *parts["foot"]]


def markdown_like(parts, vocabulary, _rng):
    """Rendered Markdown: bare elements in one article, chrome as bare as text."""
    return [Node("nav", {}, parts["top"]), Node("article", {"class": "markdown-body"}, parts["head"] + _flat(parts["body"]) + parts["after"]),
            Node("footer", vocabulary.attrs("footer"), parts["side"] + parts["foot"])]


def rail_first(parts, vocabulary, _rng):
    """Rail and foot stand before the text in the source."""
    return [Node("div", vocabulary.attrs("footer"), parts["foot"]), Node("div", vocabulary.attrs("side"), parts["side"]),
            Node("div", vocabulary.attrs("main"), parts["top"] + [Node("div", vocabulary.attrs("article"), parts["head"] + _flat(parts["body"]))]
                 + parts["after"])]


SKELETONS = (semantic, semantic, promotions_inside, soup, one_div, breaks, tables, rows, custom, sections, lead_outside, in_sidebar, wordpress, deep,
             markdown_like, rail_first)

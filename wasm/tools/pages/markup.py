"""A page as a small tree: nodes, and blocks of visible text with their labels. Renders both the HTML and the labels."""

import dataclasses
import html

LABELS = ("content", "chrome", "title", "byline", "caption")
VOID = ("img", "hr", "input", "br", "meta", "link")


@dataclasses.dataclass
class Block:
    """One run of visible text. `parts` are strings, or (tag, attributes, string) for inline elements."""

    label: str
    parts: list

    def text(self):
        """The text as a reader sees it: white space collapsed."""
        return " ".join("".join(p if isinstance(p, str) else p[2] for p in self.parts).split())

    def html(self):
        """The inline HTML."""
        return "".join(
            html.escape(p, quote=False) if isinstance(p, str)
            else f"<{p[0]}{attributes(p[1])}>{html.escape(p[2], quote=False)}</{p[0]}>"
            for p in self.parts)


@dataclasses.dataclass
class Node:
    """An element. Children are nodes, blocks, or strings of ready HTML without visible text."""

    tag: str
    attrs: dict = dataclasses.field(default_factory=dict)
    children: list = dataclasses.field(default_factory=list)


def attributes(attrs):
    """A start tag's attributes; empty values are left out."""
    return "".join(f' {name}="{html.escape(value)}"' for name, value in attrs.items() if value)


def render(root, rng):
    """The HTML of a tree and its blocks as {"text", "label"}, both in page order."""
    pieces, blocks = [], []
    airy = rng.random() < 0.7  # some sites put white space between elements, some do not
    stack = [root]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            pieces.append(item)
        elif isinstance(item, Block):
            text = item.text()
            if text:
                pieces.append(item.html())
                blocks.append({"text": text, "label": item.label})
        else:
            pieces.append(f"<{item.tag}{attributes(item.attrs)}>")
            if item.tag not in VOID:
                after = f"</{item.tag}>" + ("\n" if airy and rng.random() < 0.8 else "")
                stack.append(after)
                stack.extend(reversed(item.children))
    return "".join(pieces), blocks

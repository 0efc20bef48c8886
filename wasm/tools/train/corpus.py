"""Pages with known answers: WCXB, and pages of our own making."""

import collections
import hashlib
import html
import json
import pathlib
import urllib.parse

import numpy

from . import labels, lab


class Sample:
    """A page, its blocks' labels and weights, and the fold that it is tested in."""

    def __init__(self, name, kind, page, truth, block_labels, fold, page_weight, wording=None):
        """wording: of a made page, the fold of tools/wording whose lines it shows"""
        self.name, self.kind, self.page, self.truth, self.fold, self.wording = name, kind, page, truth, fold, wording
        self.labels = block_labels
        # Pages count alike, as the measure averages over pages; inside a page its words do. The constant keeps pages with next
        # to no text from weighing more than others.
        content = float((page.words * block_labels).sum())
        total = float(page.words.sum())
        scale = 100.0 / (content + 0.1 * total + 50.0)
        self.weights = page_weight * numpy.minimum(page.words + 0.5, 150) * scale


def fold_of(url, folds):
    host = urllib.parse.urlsplit(url).hostname or url
    domain = ".".join(host.removeprefix("www.").split(".")[-2:])
    return int(hashlib.sha256(domain.encode()).hexdigest(), 16) % folds


def read_wcxb(folder, folds, limit=None):
    samples = []
    for path in sorted((pathlib.Path(folder) / "truth").glob("*.json"))[:limit]:
        truth = json.loads(path.read_text(encoding="utf-8"))
        kind = truth["_internal"]["page_type"]["primary"]
        page = lab.Page((pathlib.Path(folder) / "html" / (path.stem + ".html")).read_bytes())
        text = truth["ground_truth"].get("main_content") or ""
        samples.append(Sample(path.stem, "collection" if kind == "category" else kind, page, text, labels.labels(page.texts, text), fold_of(truth["url"], folds), 1.0))
    return samples


def read_made(folder, page_weight):
    """Pages of tools/pages, which only train: their labels are known. With them come other forms of the same words that people
    give a reader: plain text, bare fragments, and pages as long as books."""
    samples, articles = [], []
    for path in sorted(pathlib.Path(folder).glob("*.json")):
        known = json.loads(path.read_text(encoding="utf-8"))
        page = lab.Page(path.with_suffix(".html").read_bytes())
        blocks = [(" ".join(block["text"].split()), block["label"] == "content") for block in known["blocks"]]
        samples.append(_sample("made-" + path.stem, known["type"], page, blocks, page_weight, known["wording"]))
        if known["type"] == "article":
            articles.append([block for block in blocks if block[0]])
            samples.append(_other_form(path.stem, articles, page_weight, known["wording"]))
    return samples


def _sample(name, kind, page, blocks, page_weight, wording):
    wanted = collections.defaultdict(list)
    for text, kept in blocks:
        wanted[text].append(kept)
    marks = numpy.zeros(page.count)
    for i, text in enumerate(page.texts):
        queue = wanted.get(text)
        if queue:
            marks[i] = float(queue.pop(0) if len(queue) > 1 else queue[0])
    return Sample(name, kind, page, None, marks, -1, page_weight, wording)


def _other_form(stem, articles, page_weight, wording):
    seed = int(hashlib.sha256(stem.encode()).hexdigest(), 16)
    blocks = articles[-1]
    content = [block for block in blocks if block[1]] or blocks
    form = seed % 8
    if form < 4:  # lines of plain text: all, or a short run
        if form and content is not blocks:
            first = max(0, [k for k, block in enumerate(blocks) if block[1]][seed // 8 % len(content)] - seed // 64 % 4)
            blocks = blocks[first:first + 3 + seed // 256 % 12]
        page = lab.Page("\n".join(text for text, _ in blocks).encode(), plain=True)
        return _sample("plain-" + stem, "article", page, blocks, page_weight, wording)
    if form < 7:  # a fragment, as a reader gives it back: nothing but content
        blocks = content[:1 + seed // 8 % 30]
        wrap = ("%s", "<article>%s</article>", "<div>%s</div>", "<main><article>%s</article></main>")[seed // 512 % 4]
        head = ("", "<title>A page</title>")[seed // 4096 % 2]
    else:  # a book: the paragraphs of many articles in one, between a menu and a footer, or alone
        chrome = [block for block in blocks if not block[1]][:6] if seed // 8 % 2 else []
        many = [block for article in articles[-(5 + seed // 64 % 150):] for block in article if block[1]]
        blocks = chrome[:3] + many + chrome[3:]
        wrap, head = "<div>%s</div>", "<title>A book</title>"
    body = "\n".join(f"<p>{html.escape(text)}</p>" for text, _ in blocks)
    return _sample("form-" + stem, "article", lab.Page((head + wrap % body).encode()), blocks, page_weight, wording)

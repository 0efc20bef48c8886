"""Pages with known answers: WCXB, and pages of our own making."""

import hashlib
import json
import pathlib
import urllib.parse

import numpy

from . import labels, lab


class Sample:
    """A page, its blocks' labels and weights, and the fold that it is tested in."""

    def __init__(self, name, kind, page, truth, block_labels, fold, page_weight):
        self.name, self.kind, self.page, self.truth, self.fold = name, kind, page, truth, fold
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
    """Pages of tools/pages: their labels are known, so they only train."""
    samples = []
    for path in sorted(pathlib.Path(folder).glob("*.json")):
        known = json.loads(path.read_text(encoding="utf-8"))
        page = lab.Page(path.with_suffix(".html").read_bytes())
        wanted = {}
        for block in known["blocks"]:
            wanted.setdefault(" ".join(block["text"].split()), []).append(block["label"] == "content")
        marks = numpy.zeros(page.count)
        for i, text in enumerate(page.texts):
            queue = wanted.get(text)
            if queue:
                marks[i] = float(queue.pop(0) if len(queue) > 1 else queue[0])
        samples.append(Sample("made-" + path.stem, known["type"], page, None, marks, -1, page_weight))
    return samples

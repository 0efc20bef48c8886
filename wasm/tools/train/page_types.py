"""Trains what tells page types apart, and cross-validates it.

    PYTHONPATH=wasm/tools python3 -m train.page_types --wcxb DIR --made DIR [--out wasm/rules/model]

Writes forum.bin, article.bin, page_types.bin (core/score/page_type.h) and page_types.json (digests, cross-validated accuracy and calibration). It sees of a
row what is the page's own. Fixed seeds; folds are by domain. Made pages only teach: among them are bare ones, without names, nesting or metadata, of
which WCXB has none, and which they would be taken for services without.
"""

import argparse
import hashlib
import json
import pathlib

import numpy
import xgboost

from . import corpus, forest, lab

TYPES = lab.PAGE_TYPES
ARTICLE, FORUM = TYPES.index("article"), TYPES.index("forum")
OTHERS = [i for i in range(len(TYPES)) if i not in (ARTICLE, FORUM)]
ROUNDS = 18  # more tell a little better (.80 of the pages at 100), but grow the model by 160 bytes each
SCALE = 64  # of scores, per unit
MADE_WEIGHT = 0.04  # of a made page: a tenth more of all; from .02 to .1 the figures are the same
SHARED = {"tree_method": "hist", "base_score": 0.5, "nthread": 2, "seed": 1}


def columns(*prefixes):
    return [i for i in range(lab.COLUMNS) if lab.feature_name(i).startswith(prefixes)]


class Boosted:
    """Some boosted trees over some of a row's columns."""

    def __init__(self, pages, labels, used, rounds, parameters):
        self.used = used
        self.booster = xgboost.train({**SHARED, **parameters}, xgboost.DMatrix(pages.rows[:, used], label=labels, weight=pages.weights), num_boost_round=rounds)

    def predict(self, rows):
        return self.booster.predict(xgboost.DMatrix(rows[:, self.used]))

    def encode(self):
        """Trees as the core reads them; XGBoost's rounds hold one a class, too."""
        def leaf(value):
            return int(max(-127, min(127, round(value * SCALE))))
        trees = (forest.nodes(json.loads(text), leaf) for text in self.booster.get_dump(dump_format="json"))
        return b"".join(forest.encode([(f if f == forest.LEAF else self.used[f], *rest) for f, *rest in tree]) for tree in trees)


# Of forums and of articles: few and small trees, since the bookmarklet carries them.
SMALL = {"objective": "binary:logistic", "max_bin": 64, "grow_policy": "lossguide", "max_leaves": 4, "eta": 0.4, "min_child_weight": 2}


class Pages:
    """Of each page a row, its type's number and its weight."""

    def __init__(self, rows, types, weights):
        self.rows, self.types, self.weights = rows, types, weights

    def __getitem__(self, chosen):
        return Pages(self.rows[chosen], self.types[chosen], self.weights[chosen])


def read(samples, weight):
    """Pages of samples, each of the same weight."""
    return Pages(numpy.array([s.page.rows()[0] for s in samples]), numpy.array([TYPES.index(s.kind) for s in samples]), numpy.full(len(samples), weight))


def both(known, made):
    """The pages of two in one."""
    return Pages(*(numpy.concatenate(pair) for pair in ((known.rows, made.rows), (known.types, made.types), (known.weights, made.weights))))


def train_forum(pages):
    return Boosted(pages, pages.types == FORUM, columns("kPage", "kKind"), 8, SMALL)


def train_article(pages):
    """Of pages that are no forums."""
    pages = pages[pages.types != FORUM]
    return Boosted(pages, pages.types == ARTICLE, columns("kPage", "kKind", "kAddress"), 16, SMALL)


def train_others(pages):
    pages = pages[numpy.isin(pages.types, OTHERS)]
    parameters = {"objective": "multi:softprob", "num_class": len(OTHERS), "max_bin": 256, "max_depth": 3, "eta": 0.3, "min_child_weight": 3, "subsample": 0.8, "colsample_bytree": 0.5, "lambda": 2.0}
    return Boosted(pages, numpy.searchsorted(OTHERS, pages.types), columns("kPage", "kKind", "kAddress"), ROUNDS, parameters)


def beliefs(forum, article, others, rows):
    """By row, the probability of each type: of a forum, of an article where it is none, or of what else it is."""
    found = numpy.zeros((len(rows), len(TYPES)))
    found[:, FORUM] = forum.predict(rows)
    found[:, ARTICLE] = article.predict(rows) * (1 - found[:, FORUM])
    found[:, OTHERS] = others.predict(rows) * (1 - found[:, [FORUM]] - found[:, [ARTICLE]])
    return found


def verdicts(probabilities):
    """As the core decides: a forum where that is likelier than not, else an article by the same measure, else the likeliest other."""
    others = probabilities.copy()
    others[:, [FORUM, ARTICLE]] = -1
    is_article = probabilities[:, ARTICLE] * 2 >= 1 - probabilities[:, FORUM]
    return numpy.where(probabilities[:, FORUM] >= 0.5, FORUM, numpy.where(is_article, ARTICLE, others.argmax(1)))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--wcxb", required=True)
    parser.add_argument("--made", required=True)
    parser.add_argument("--out", default="wasm/rules/model")
    options = parser.parse_args()
    samples = [sample for sample in corpus.read_wcxb(options.wcxb, 5) if sample.page.count]
    pages = read(samples, 1.0)
    made = read([sample for sample in corpus.read_made(options.made, 0) if sample.name.startswith("made-") and sample.page.count], MADE_WEIGHT)
    folds = numpy.array([sample.fold for sample in samples])
    probabilities = numpy.zeros((len(samples), len(TYPES)))
    for fold in range(5):
        known = both(pages[folds != fold], made)
        probabilities[folds == fold] = beliefs(*(train(known) for train in (train_forum, train_article, train_others)), pages.rows[folds == fold])
    types = pages.types
    said = verdicts(probabilities)
    sure = probabilities[numpy.arange(len(said)), said]
    right = said == types
    out = pathlib.Path(options.out)
    facts = {"pages": len(samples), "made": len(made.rows), "made_weight": MADE_WEIGHT}
    for name, train in (("forum", train_forum), ("article", train_article), ("page_types", train_others)):
        data = train(both(pages, made)).encode()
        (out / f"{name}.bin").write_bytes(data)
        facts[name] = {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
    facts["cross_validated"] = {"accuracy": round(float(right.mean()), 4), **{name: {"recall": round(float(right[types == i].mean()), 3), "precision": round(float(right[said == i].mean()), 3)} for i, name in enumerate(TYPES)}}
    facts["calibration"] = [[round(float(sure[group].mean()), 3), round(float(right[group].mean()), 3)] for group in numpy.array_split(numpy.argsort(sure, kind="stable"), 8)]
    (out / "page_types.json").write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(facts, indent=1))


if __name__ == "__main__":
    main()

"""Trains the bookmarklet's scorer: fewer features, a smaller lexicon, and trees that pack well. Cross-validated as the package's is.

    PYTHONPATH=wasm/tools python3 -m train.compact --wcxb DIR [--made DIR] [--out wasm/rules/compact] [--folds 5] [--final-only]

Also what tells forums from other pages (forum.bin). Needs libpith_lab_compact.so (target pith_lab_compact): the core with the bookmarklet's phrases. Writes model.bin and model.json.
"""

import hashlib
import json
import os
import pathlib

os.environ.setdefault("PITH_LAB", "libpith_lab_compact.so")

import numpy
import xgboost

from . import __main__ as trainer
from . import forest, lab, labels

LEAF_STEP = 8  # of log-odds in 1/256: leaves of fewer values pack better
PARAMETERS = {
    "objective": "binary:logistic", "base_score": 0.5, "tree_method": "hist", "max_bin": 32, "grow_policy": "lossguide", "max_depth": 12,
    "eta": 0.15, "subsample": 0.7, "colsample_bytree": 0.5, "min_child_weight": 60, "lambda": 3.0, "nthread": 2,
}


def columns():
    """The columns that the bookmarklet computes: those in rules/compact/features.txt, and all hints."""
    path = lab.ROOT / "wasm" / "rules" / "compact" / "features.txt"
    used = {name for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#") for name in line.split()}
    return [column for column in range(lab.COLUMNS) if lab.feature_name(column) in used or lab.feature_name(column) == "kHint"]


def forum_trees(rows, is_forum):
    """A few trees over a page's own columns: whether it is a forum."""
    wanted = [column for column in columns() if lab.feature_name(column).startswith(("kPage", "kKind"))]
    parameters = {"objective": "binary:logistic", "base_score": 0.5, "tree_method": "hist", "max_bin": 64, "grow_policy": "lossguide", "max_leaves": 4, "eta": 0.4, "min_child_weight": 2, "nthread": 1, "seed": 1}
    booster = xgboost.train(parameters, xgboost.DMatrix(rows[:, wanted], label=is_forum), num_boost_round=8)
    trees = [forest.nodes(json.loads(text), 64) for text in booster.get_dump(dump_format="json")]
    return [[(f if f == forest.LEAF else wanted[f], v, left, right) for f, v, left, right in tree] for tree in trees]


def sums(trees, rows):
    """By row, the sum of the leaves that it comes to."""
    def leaf(tree, row):
        node = 0
        while tree[node][0] != forest.LEAF:
            feature, threshold, left, right = tree[node]
            node = left if row[feature] < threshold else right
        return tree[node][1]
    return numpy.array([sum(leaf(tree, row) for tree in trees) for row in rows])


def train_forum(samples):
    """Its trees as the core reads them, and how many forums it finds and how many of those it finds are, cross-validated."""
    paged = [sample for sample in samples if sample.page.count]
    rows = numpy.array([sample.page.rows()[0] for sample in paged])
    is_forum = numpy.array([sample.kind == "forum" for sample in paged])
    folds = numpy.array([sample.fold for sample in paged])
    said = numpy.zeros(len(paged), dtype=bool)
    for fold in set(folds):
        said[folds == fold] = sums(forum_trees(rows[folds != fold], is_forum[folds != fold]), rows[folds == fold]) >= 0
    found = {"recall": round(float(said[is_forum].mean()), 3), "precision": round(float(is_forum[said].mean()), 3)}
    return b"".join(map(forest.encode, forum_trees(rows, is_forum))), found


class Trees:
    """Boosted trees with leaves of few values."""

    def __init__(self, samples, rows, wanted, options, seed):
        values, targets, weights, words = trainer.training_rows(samples, rows)
        matrix = xgboost.DMatrix(values[:, wanted], label=targets, weight=weights)
        self.columns = wanted
        self.booster = xgboost.train({**PARAMETERS, "max_leaves": options.leaves, "seed": seed}, matrix, num_boost_round=options.trees)
        self.leaves = []  # of each tree, the values of its nodes by XGBoost's number
        self.trees = []
        for text in self.booster.get_dump(dump_format="json"):
            root = json.loads(text)
            self.leaves.append(self._leaves(root))
            self.trees.append([(f if f == forest.LEAF else wanted[f], self._rounded(v) if f == forest.LEAF else v, left, right) for f, v, left, right in forest.nodes(root)])

    @staticmethod
    def _rounded(value):
        return max(-120, min(120, round(value / LEAF_STEP) * LEAF_STEP))

    def _leaves(self, root):
        values, todo = {}, [root]
        while todo:
            node = todo.pop()
            todo.extend(node.get("children", ()))
            if "leaf" in node:
                values[node["nodeid"]] = self._rounded(int(max(-127, min(127, round(node["leaf"] * forest.SCALE)))))
        table = numpy.zeros(max(values) + 1, dtype=numpy.int32)
        for node, value in values.items():
            table[node] = value
        return table

    def predict(self, rows):
        """Log-odds in 1/256, as the core sums them."""
        found = self.booster.predict(xgboost.DMatrix(rows[:, self.columns]), pred_leaf=True).astype(numpy.int32).reshape(len(rows), -1)
        return sum(table[found[:, tree]] for tree, table in enumerate(self.leaves))

    def encode(self):
        return b"".join(forest.encode(tree) for tree in self.trees)


def main():
    parser = trainer.arguments("wasm/rules/compact", leaves=20, trees=110, words=400)
    parser.add_argument("--forum-only", action="store_true", help="trains what tells forums, and nothing else")
    options = parser.parse_args()
    note = trainer.notes()
    samples, made = trainer.read_pages(options)
    note(f"{len(samples)} pages, {len(made)} made")
    forum, forum_found = train_forum(samples)
    (pathlib.Path(options.out) / "forum.bin").write_bytes(forum)
    note(f"forums: {forum_found}")
    if options.forum_only:
        return
    lexicons = trainer.Lexicons(samples, options.folds, options.words)
    wanted = columns()
    out = pathlib.Path(options.out)

    rows = {s.name: s.page.rows(lexicons.without(s.fold)) for s in samples + made}
    trees = Trees(samples + made, rows, wanted, options, 100)
    lexicon = lexicons.without()
    data = forest.model_bytes(lexicon, trees)
    (out / "model.bin").write_bytes(data)
    path = out / "model.json"
    facts = {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data), "pages": len(samples), "made": len(made), "made_weight": options.made_weight, "trees": options.trees,
             "leaves": options.leaves, "words": options.words, "columns": len(wanted), "forum": forum_found, "folds": options.folds,
             "cross_validated": json.loads(path.read_text(encoding="utf-8")).get("cross_validated") if path.exists() else None}
    path.write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")
    note(f"model of {len(data)} bytes")
    if options.final_only:
        return

    outcome = {}
    for fold in range(options.folds):
        rows = {s.name: s.page.rows(lexicons.without(fold, s.fold)) for s in samples + made}
        trees = Trees([s for s in samples if s.fold != fold] + made, rows, wanted, options, fold)
        for sample in samples:
            if sample.fold == fold and sample.page.count > 0:
                outcome[sample.name] = labels.word_f1(sample.page.select(lab.probabilities(trees.predict(rows[sample.name])))[0], sample.truth)
            elif sample.fold == fold:
                outcome[sample.name] = labels.word_f1("", sample.truth)
        note(f"fold {fold}: {numpy.mean([outcome[s.name][0] for s in samples if s.fold == fold]):.4f}")
    result = trainer.report(samples, outcome)
    facts["cross_validated"] = {kind: {"f1": row[0], "precision": row[1], "recall": row[2], "pages": row[3]} for kind, row in result.items()}
    path.write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""Trains what tells page types apart, and cross-validates it.

    PYTHONPATH=wasm/tools python3 -m train.page_types --wcxb DIR [--out wasm/rules/model]

Writes page_types.bin (core/score/page_type.h) and page_types.json (digest, cross-validated accuracy and calibration). It sees of a row what is
the page's own. Fixed seeds; folds are by domain.
"""

import argparse
import hashlib
import json
import pathlib

import numpy
import xgboost

from . import corpus, forest, lab

TYPES = ["article", "forum", "product", "collection", "listing", "documentation", "service"]  # in the order of PageType in pith.h
ROUNDS = 18  # more tell a little better (.80 of the pages at 100), but grow the model by 180 bytes each
COLUMNS = [i for i in range(lab.COLUMNS) if lab.feature_name(i).startswith(("kPage", "kKind", "kAddress"))]
SCALE = 64  # of scores, per unit


def train(rows, types):
    parameters = {
        "objective": "multi:softprob", "num_class": len(TYPES), "base_score": 0.5, "tree_method": "hist", "max_bin": 256, "max_depth": 3, "eta": 0.3,
        "min_child_weight": 3, "subsample": 0.8, "colsample_bytree": 0.5, "lambda": 2.0, "nthread": 2, "seed": 1,
    }
    return xgboost.train(parameters, xgboost.DMatrix(rows, label=types), num_boost_round=ROUNDS)


def encode(booster):
    """Trees as the core reads them; XGBoost's rounds hold one a type, too."""
    def columns_of_row(node):
        if "leaf" not in node:
            node["split"] = f"f{COLUMNS[int(node['split'][1:])]}"
            for child in node["children"]:
                columns_of_row(child)
        return node
    return b"PT1" + b"".join(forest.encode(forest.nodes(columns_of_row(json.loads(text)), SCALE)) for text in booster.get_dump(dump_format="json"))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--wcxb", required=True)
    parser.add_argument("--out", default="wasm/rules/model")
    options = parser.parse_args()
    samples = [sample for sample in corpus.read_wcxb(options.wcxb, 5) if sample.page.count]
    rows = numpy.array([sample.page.rows()[0][COLUMNS] for sample in samples])
    types = numpy.array([TYPES.index(sample.kind) for sample in samples])
    folds = numpy.array([sample.fold for sample in samples])
    beliefs = numpy.zeros((len(samples), len(TYPES)))
    for fold in range(5):
        beliefs[folds == fold] = train(rows[folds != fold], types[folds != fold]).predict(xgboost.DMatrix(rows[folds == fold]))
    said, sure = beliefs.argmax(1), beliefs.max(1)
    right = said == types
    data = encode(train(rows, types))
    out = pathlib.Path(options.out)
    (out / "page_types.bin").write_bytes(data)
    facts = {
        "sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data), "pages": len(samples),
        "cross_validated": {"accuracy": round(float(right.mean()), 4), **{name: {"recall": round(float(right[types == i].mean()), 3), "precision": round(float(right[said == i].mean()), 3)} for i, name in enumerate(TYPES)}},
        "calibration": [[round(float(sure[group].mean()), 3), round(float(right[group].mean()), 3)] for group in numpy.array_split(numpy.argsort(sure, kind="stable"), 8)],
    }
    (out / "page_types.json").write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(facts, indent=1))


if __name__ == "__main__":
    main()

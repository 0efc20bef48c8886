"""Boosted trees by XGBoost → the core's model format (core/score/model.h)."""

import json
import struct

import numpy
import xgboost

from . import lab

SCALE = 256  # of log-odds, per unit
LEAF = 255
LEAF_STEP = 8  # of log-odds in 1/256: leaves of fewer values pack better, and tell as much
LARGEST_LEAF = 120

# Small thresholds (max_bin) and few leaves pack well. What other values gave: docs/scoring.md.
PARAMETERS = {
    "objective": "binary:logistic", "base_score": 0.5, "tree_method": "hist", "max_bin": 32, "grow_policy": "lossguide", "max_depth": 12,
    "eta": 0.1, "subsample": 0.7, "colsample_bytree": 0.5, "min_child_weight": 60, "lambda": 3.0, "nthread": 2,
}


class Forest:
    """Trees as the core reads them, with the same integer sums."""

    def __init__(self, rows, targets, weights, trees, leaves, seed):
        """Soft targets 0..1; integer features, so that thresholds are bytes."""
        matrix = xgboost.DMatrix(rows, label=targets, weight=weights)
        self.booster = xgboost.train({**PARAMETERS, "max_leaves": leaves, "seed": seed}, matrix, num_boost_round=trees)
        dumped = [json.loads(text) for text in self.booster.get_dump(dump_format="json")]
        self.trees = [nodes(root, leaf=rounded) for root in dumped]
        self.leaves = [leaf_table(root) for root in dumped]  # of each tree, the values of its leaves by XGBoost's number

    def encode(self):
        return b"".join(encode(tree) for tree in self.trees)

    def predict(self, rows):
        """Log-odds in 1/256, as the core sums them."""
        found = self.booster.predict(xgboost.DMatrix(rows), pred_leaf=True).astype(numpy.int32).reshape(len(rows), -1)
        total = numpy.zeros(len(rows), dtype=numpy.int64)
        hopeless = numpy.zeros(len(rows), dtype=bool)
        for number, table in enumerate(self.leaves):
            if number == lab.GLANCE_TREES:
                hopeless = total < lab.HOPELESS
                ended = -(-total[hopeless] * lab.PERCENT // 100)  # rounds towards zero, as the core does
            total += table[found[:, number]]
        if hopeless.any():
            total[hopeless] = ended
        return total


def rounded(value):
    """A leaf's value in the core's steps."""
    return max(-LARGEST_LEAF, min(LARGEST_LEAF, round(value * SCALE / LEAF_STEP) * LEAF_STEP))


def leaf_table(root):
    values, todo = {}, [root]
    while todo:
        node = todo.pop()
        todo.extend(node.get("children", ()))
        if "leaf" in node:
            values[node["nodeid"]] = rounded(node["leaf"])
    table = numpy.zeros(max(values) + 1, dtype=numpy.int64)
    for number, value in values.items():
        table[number] = value
    return table


def nodes(root, leaf):
    """A dumped tree's nodes in pre-order: (feature, threshold, left, right), or (LEAF, value, 0, 0).

    leaf: makes a leaf's value the core's, -128..127
    """
    found = []

    def add(node):
        index = len(found)
        if "leaf" in node:
            found.append((LEAF, leaf(node["leaf"]), 0, 0))
            return index
        found.append(None)
        children = {child["nodeid"]: child for child in node["children"]}
        threshold = int(numpy.ceil(node["split_condition"]))
        left = add(children[node["yes"]])
        right = add(children[node["no"]])
        found[index] = (int(node["split"][1:]), max(0, min(255, threshold)), left, right)
        return index

    add(root)
    return found


def encode(tree):
    return b"".join(struct.pack("<Bb" if feature == LEAF else "<BB", feature, value) for feature, value, _, _ in tree)


def model_bytes(forest):
    return b"PM5" + struct.pack("<H", len(forest.trees)) + forest.encode()

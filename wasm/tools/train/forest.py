"""Boosted trees by XGBoost → the core's model format (core/score/model.h)."""

import json
import struct

import numpy
import xgboost

SCALE = 256  # of log-odds, per unit
LEAF = 255
GLANCES = {48: (-576, 215), 96: (-640, 150)}  # core/score/model.h: after so many trees, a sum below the first is that many per cent of itself in the end


def train(rows, targets, weights, trees, leaves, seed, rate=0.06):
    """Soft targets 0..1; integer features, so that thresholds are bytes."""
    matrix = xgboost.DMatrix(rows, label=targets, weight=weights)
    parameters = {
        "objective": "binary:logistic", "base_score": 0.5, "tree_method": "hist", "max_bin": 256, "grow_policy": "lossguide", "max_leaves": leaves, "max_depth": 12,
        "eta": rate, "subsample": 0.7, "colsample_bytree": 0.4, "min_child_weight": 60, "lambda": 3.0, "nthread": 2, "seed": seed,
    }
    return xgboost.train(parameters, matrix, num_boost_round=trees)


class Forest:
    """Trees as the core reads them, with the same integer sums."""

    def __init__(self, booster):
        self.trees = [nodes(json.loads(text)) for text in booster.get_dump(dump_format="json")]

    def encode(self):
        return b"".join(encode(tree) for tree in self.trees)

    def predict(self, rows):
        """Log-odds in 1/256, as the core sums them."""
        total = numpy.zeros(len(rows), dtype=numpy.int64)
        alive = numpy.arange(len(rows))
        for number, tree in enumerate(self.trees):
            if number in GLANCES:
                hopeless, percent = GLANCES[number]
                ended = total[alive] < hopeless
                total[alive[ended]] = -(-total[alive[ended]] * percent // 100)  # rounds towards zero, as the core does
                alive, rows = alive[~ended], rows[~ended]
            node = numpy.zeros(len(rows), dtype=numpy.int32)
            feature = numpy.array([n[0] for n in tree])
            threshold = numpy.array([n[1] for n in tree])
            left = numpy.array([n[2] for n in tree])
            right = numpy.array([n[3] for n in tree])
            while True:
                inner = numpy.nonzero(feature[node] != LEAF)[0]
                if len(inner) == 0:
                    break
                at = node[inner]
                go_left = rows[inner, feature[at]] < threshold[at]
                node[inner] = numpy.where(go_left, left[at], right[at])
            total[alive] += threshold[node]
        return total


def nodes(root, scale=SCALE):
    """A dumped tree's nodes in pre-order: (feature, threshold, left, right), or (LEAF, value, 0, 0)."""
    found = []

    def add(node):
        index = len(found)
        if "leaf" in node:
            found.append((LEAF, int(max(-127, min(127, round(node["leaf"] * scale)))), 0, 0))
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


def model_bytes(lexicon, forest):
    return b"PM3" + struct.pack("<HH", len(lexicon) // 3, len(forest.trees)) + lexicon + forest.encode()

"""Selects again with cross-validated scores that were saved, to measure a change to selection alone.

    PYTHONPATH=wasm/tools python3 -m train.evaluate --wcxb DIR --scores FILE.npz [--worst KIND]
"""

import argparse

import numpy

from . import __main__ as trainer
from . import corpus, labels


def calibration(samples, outcome, confidence):
    """Ten groups of as many pages each, by confidence: what was promised, and what came out."""
    order = sorted(samples, key=lambda sample: confidence[sample.name])
    print("pages  confidence  F1")
    for group in numpy.array_split(numpy.arange(len(order)), 10):
        promised = numpy.mean([confidence[order[i].name] for i in group])
        reached = numpy.mean([outcome[order[i].name][0] for i in group])
        print(f"{len(group):5}  {promised:10.3f}  {reached:.3f}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--wcxb", required=True)
    parser.add_argument("--scores", required=True)
    parser.add_argument("--worst", help="lists the worst pages of this kind")
    options = parser.parse_args()
    scores = numpy.load(options.scores)
    samples = [sample for sample in corpus.read_wcxb(options.wcxb, 5) if sample.name in scores]
    outcome, confidence = {}, {}
    for sample in samples:
        outcome[sample.name] = labels.word_f1(sample.page.select(scores[sample.name])[0], sample.truth)
        confidence[sample.name] = sample.page.confidence()
    trainer.report(samples, outcome)
    calibration(samples, outcome, confidence)
    for sample in sorted((s for s in samples if s.kind == options.worst), key=lambda s: outcome[s.name])[:25]:
        print(sample.name, "F1 %.3f P %.3f R %.3f" % outcome[sample.name])


if __name__ == "__main__":
    main()

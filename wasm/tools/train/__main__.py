"""Trains the block scorer and cross-validates it.

    PYTHONPATH=wasm/tools python3 -m train --wcxb DIR [--made DIR] [--out wasm/rules/model] [--folds 5] [--cv-only]

Writes model.bin and model.json (digests, parameters, cross-validated scores). Fixed seeds: the same corpora give the same model.
Folds are by domain. The first look of a fold never saw the fold; the second look of a fold is trained on the other folds' rows,
whose beliefs come from first looks that saw this fold. `--nested` trains those anew, five times as slow.
"""

import argparse
import collections
import hashlib
import json
import pathlib
import sys
import time

import numpy

from . import corpus, forest, labels


def stack(samples, values):
    return numpy.concatenate([values(sample) for sample in samples]) if samples else numpy.zeros(0)


def fit(samples, rows, options, seed, trees):
    """Trains one look. Most blocks are menu entries of a word or two: a third of those, with three times the weight, tells as much."""
    values, targets, weights = (stack(samples, lambda s: rows[s.name]), stack(samples, lambda s: s.labels), stack(samples, lambda s: s.weights))
    words = stack(samples, lambda s: s.page.words)
    long = (words >= 4) | (targets > 0.02)
    chosen = long | (numpy.arange(len(words)) % 3 == 0)
    weights = numpy.where(long, weights, 3 * weights)
    return forest.Forest(forest.train(values[chosen], targets[chosen], weights[chosen], trees, options.leaves, seed))


def report(samples, outcome):
    by_kind = collections.defaultdict(list)
    for sample in samples:
        for kind in ("all", sample.kind):
            by_kind[kind].append(outcome[sample.name])
    table = {kind: [round(float(numpy.mean([row[i] for row in rows])), 4) for i in range(3)] + [len(rows)] for kind, rows in by_kind.items()}
    for kind, row in sorted(table.items(), key=lambda item: -item[1][3]):
        print(f"{kind:15} {row[3]:5}  F1 {row[0]:.4f}  P {row[1]:.4f}  R {row[2]:.4f}")
    return table


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--wcxb", required=True)
    parser.add_argument("--made")
    parser.add_argument("--made-weight", type=float, default=0.3)
    parser.add_argument("--out", default="wasm/rules/model")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--leaves", type=int, default=32)
    parser.add_argument("--trees", type=int, nargs=2, default=(110, 110))
    parser.add_argument("--limit", type=int)
    parser.add_argument("--cv-only", action="store_true")
    parser.add_argument("--final-only", action="store_true")
    parser.add_argument("--scores", help="writes each page's cross-validated scores here (numpy)")
    options = parser.parse_args()
    started = time.time()

    def note(message):
        print(f"[{time.time() - started:6.0f} s] {message}", file=sys.stderr, flush=True)

    samples = corpus.read_wcxb(options.wcxb, options.folds, options.limit)
    made = corpus.read_made(options.made, options.made_weight) if options.made else []
    note(f"{len(samples)} pages, {len(made)} made, {sum(s.page.count for s in samples + made)} blocks")
    rows = {s.name: s.page.rows() for s in samples + made}

    # First look: out-of-fold beliefs for every page.
    beliefs = {}
    for fold in range(options.folds):
        look = fit([s for s in samples if s.fold != fold] + made, rows, options, fold, options.trees[0])
        for sample in samples:
            if sample.fold == fold:
                beliefs[sample.name] = forest_beliefs(look, rows[sample.name])
        if fold == 0:  # made pages: half of the folds' models would do; one that did not see half of them is not to be had
            for sample in made:
                beliefs[sample.name] = None
        note(f"first look, fold {fold}")
    half = [fit(samples + made[parity::2], rows, options, 90 + parity, options.trees[0]) for parity in (0, 1)] if made else []
    for index, sample in enumerate(made):
        beliefs[sample.name] = forest_beliefs(half[1 - index % 2], rows[sample.name])
    second_rows = {s.name: s.page.context_rows(beliefs[s.name]) for s in samples + made}
    note("context")

    result = {}
    if not options.final_only:
        outcome, scores = {}, {}
        for fold in range(options.folds):
            look = fit([s for s in samples if s.fold != fold] + made, second_rows, options, 10 + fold, options.trees[1])
            for sample in samples:
                if sample.fold == fold:
                    scores[sample.name] = forest_beliefs(look, second_rows[sample.name])
                    outcome[sample.name] = labels.word_f1(sample.page.select(scores[sample.name])[0], sample.truth)
            note(f"second look, fold {fold}")
        result = report(samples, outcome)
        ceiling = {s.name: labels.word_f1("\n".join(t for t, l in zip(s.page.texts, s.labels) if l > 0.5), s.truth) for s in samples}
        print("labels themselves:")
        report(samples, ceiling)
        if options.scores:
            numpy.savez_compressed(options.scores, **scores)
    if options.cv_only:
        return

    first = fit(samples + made, rows, options, 100, options.trees[0])
    second = fit(samples + made, second_rows, options, 101, options.trees[1])
    data = forest.model_bytes(first, second)
    check(samples[:20], data, first, second, rows)
    out = pathlib.Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    (out / "model.bin").write_bytes(data)
    digest = hashlib.sha256()
    for sample in samples + made:
        digest.update(rows[sample.name].tobytes())
        digest.update(sample.labels.tobytes())
    facts = {
        "sha256": hashlib.sha256(data).hexdigest(), "corpus_sha256": digest.hexdigest(), "bytes": len(data), "pages": len(samples), "made": len(made),
        "trees": list(options.trees), "leaves": options.leaves, "folds": options.folds, "cross_validated": {kind: {"f1": row[0], "precision": row[1], "recall": row[2], "pages": row[3]} for kind, row in result.items()},
    }
    (out / "model.json").write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")
    note(f"model of {len(data)} bytes")


def forest_beliefs(look, rows):
    from . import lab
    return lab.probabilities(look.predict(rows))


def check(samples, data, first, second, rows):
    """The core must predict what the trainer predicts, on every block."""
    for sample in samples:
        expected = forest_beliefs(second, sample.page.context_rows(forest_beliefs(first, rows[sample.name])))
        if not numpy.array_equal(sample.page.score(data), expected):
            raise SystemExit(f"{sample.name}: the core and the trainer disagree")


if __name__ == "__main__":
    main()

"""Ground truth text → how much of each block is content, 0..1."""

import re

import numpy

_WORD = re.compile(r"\w+")
GRAM = 4  # words; shorter blocks are judged with the words around them


def tokens(text):
    return _WORD.findall(text.lower())


def labels(block_texts, truth):
    """The share of each block's 4-grams that the truth holds. A block of fewer words is content where it is a line of the
    truth, or where the truth holds it next to words of its neighbours."""
    stream = tokens(truth)
    grams = {tuple(stream[i:i + size]) for size in (2, 3, 4, 5, 6) for i in range(len(stream) - size + 1)}
    lines = {tuple(tokens(line)) for line in truth.splitlines()}
    blocks = [tokens(text) for text in block_texts]
    result = numpy.zeros(len(blocks))
    for i, words in enumerate(blocks):
        if len(words) >= GRAM:
            hits = sum(tuple(words[k:k + GRAM]) in grams for k in range(len(words) - GRAM + 1))
            result[i] = hits / (len(words) - GRAM + 1)
    for i, words in enumerate(blocks):
        if not words or len(words) >= GRAM:
            continue
        before = next((b for b in reversed(blocks[max(0, i - 3):i]) if b), [])
        after = next((b for b in blocks[i + 1:i + 4] if b), [])
        joined = tuple(before[-3:]) + tuple(words)
        if len(before) and joined in grams or len(after) and tuple(words) + tuple(after[:3]) in grams:
            result[i] = 1
        elif tuple(words) in lines and (_near(result, i) or not stream):
            result[i] = 1
    return result


def _near(result, i):
    return max(result[max(0, i - 6):i + 7], default=0) > 0.5


def word_f1(text, truth):
    """Word F1 of two texts over lower-cased words as multisets, with precision and recall; 1 where both are empty."""
    import collections
    have, want = collections.Counter(tokens(text)), collections.Counter(tokens(truth))
    common = sum((have & want).values())
    total_have, total_want = sum(have.values()), sum(want.values())
    if total_have == 0 and total_want == 0:
        return 1.0, 1.0, 1.0
    precision = common / total_have if total_have else 0.0
    recall = common / total_want if total_want else 0.0
    return (2 * precision * recall / (precision + recall) if common else 0.0), precision, recall

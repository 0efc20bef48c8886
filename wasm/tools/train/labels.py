"""Ground truth text → how much of each block is content, 0..1, by aligning the page's words with the truth's in order."""

import bisect
import collections
import re

import numpy

_WORD = re.compile(r"\w+")
GRAM = 4  # words; shorter blocks are too common to be told by their words alone
MOST_PLACES = 40  # of one block in the truth; commoner ones say nothing about order
NEAR = 8  # words of the truth between a short block and an aligned one


def tokens(text):
    return _WORD.findall(text.lower())


def labels(block_texts, truth):
    """A block is content as far as its words stand in the truth in one piece. Long blocks are told by the share of their 4-grams
    that the truth holds; short ones must stand in the truth next to a block that the alignment has there too."""
    stream = tokens(truth)
    blocks = [tokens(text) for text in block_texts]
    result = numpy.zeros(len(blocks))
    if not stream:
        return result
    grams = {tuple(stream[i:i + GRAM]) for i in range(len(stream) - GRAM + 1)}
    for i, words in enumerate(blocks):
        if len(words) >= GRAM:
            hits = sum(tuple(words[k:k + GRAM]) in grams for k in range(len(words) - GRAM + 1))
            result[i] = hits / (len(words) - GRAM + 1)
    placed = _align(blocks, _places(blocks, stream))
    ends = sorted((place, place + len(blocks[i])) for i, place in placed.items())
    for i, words in enumerate(blocks):
        if 0 < len(words) < GRAM and i in placed:
            result[i] = float(_is_near(placed[i], placed[i] + len(words), ends))
    return result


def _places(blocks, stream):
    """Where each block stands in the truth: whole, or, of a long one, its first words that do."""
    at = collections.defaultdict(list)
    for position, word in enumerate(stream):
        at[word].append(position)
    places = {}
    for i, words in enumerate(blocks):
        for start in range(0, max(1, len(words) - GRAM + 1)):
            head = words[start:start + max(GRAM, 1)] if len(words) >= GRAM else words
            if not head:
                break
            found = [p - start for p in at[head[0]] if stream[p:p + len(head)] == head and p >= start]
            if found:
                if len(found) <= MOST_PLACES:
                    places[i] = found
                break
            if len(words) < GRAM or start >= 12:
                break
    return places


def _align(blocks, places):
    """The heaviest set of blocks whose places in the truth rise with the page's order (weighted longest increasing subsequence)."""
    positions = sorted({place for found in places.values() for place in found})
    index = {place: k + 1 for k, place in enumerate(positions)}
    best = [(0, None)] * (len(positions) + 1)  # Fenwick tree of (weight, chain)

    def query(k):
        top = (0, None)
        while k > 0:
            if best[k][0] > top[0]:
                top = best[k]
            k -= k & -k
        return top

    def update(k, value):
        while k < len(best):
            if value[0] > best[k][0]:
                best[k] = value
            k += k & -k

    for i in sorted(places):
        weight = min(len(blocks[i]), 30) - 0.5
        updates = []
        for place in places[i]:
            below, chain = query(index[place] - 1)
            updates.append((index[place], (below + weight, (i, place, chain))))
        for k, value in updates:
            update(k, value)
    chain = query(len(positions))[1]
    placed = {}
    while chain is not None:
        i, place, chain = chain
        placed[i] = place
    return placed


def _is_near(start, end, ends):
    """Whether another aligned block ends shortly before, or begins shortly after, in the truth."""
    k = bisect.bisect_left(ends, (start, end))
    before = k > 0 and start - ends[k - 1][1] <= NEAR
    after = k + 1 < len(ends) and ends[k + 1][0] - end <= NEAR
    return before or after


def word_f1(text, truth):
    """Word F1 of two texts over lower-cased words as multisets, with precision and recall; 1 where both are empty."""
    have, want = collections.Counter(tokens(text)), collections.Counter(tokens(truth))
    common = sum((have & want).values())
    total_have, total_want = sum(have.values()), sum(want.values())
    if total_have == 0 and total_want == 0:
        return 1.0, 1.0, 1.0
    precision = common / total_have if total_have else 0.0
    recall = common / total_want if total_want else 0.0
    return (2 * precision * recall / (precision + recall) if common else 0.0), precision, recall

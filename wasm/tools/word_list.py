"""How tools/*_table.py write words: as one C++ text, which core/unicode/word_list.h reads, or by their hashes, for core/metadata/word_hashes.h."""


def text_of(words):
    """A string literal of the words in the given order."""
    assert all(0 < len(word.encode()) < 256 and '"' not in word and "\\" not in word for word in words)
    return '"' + "".join(f"\\{len(word.encode()):03o}{word}" for word in words) + '"'


def hashes(name, meanings):
    """C++ of a table `name` of WordHashes, and the list of meanings that it points into.

    :param meanings: each word's hash → its meaning, which can be sorted
    """
    known = sorted(set(meanings.values()))
    assert len(known) <= 256, f"{name}: a meaning has one byte"
    words = sorted(meanings)
    columns = ([word >> 16 for word in words], [word & 0xFFFF for word in words], [known.index(meanings[word]) for word in words])
    rows = ", ".join("{" + ",".join(map(str, column)) + "}" for column in columns)
    return f"inline constexpr WordHashes<{len(words)}> {name} = {{{rows}}};\n", known

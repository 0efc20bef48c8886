"""The core (libpith_lab.so) for Python: pages as blocks, feature rows and selections. No feature is computed here."""

import ctypes
import pathlib

import numpy

ROOT = pathlib.Path(__file__).resolve().parents[3]
LIBRARY = ROOT / "build" / "release" / "wasm" / "libpith_lab.so"

_lab = ctypes.CDLL(str(LIBRARY))
_page, _size, _bytes = ctypes.c_void_p, ctypes.c_size_t, ctypes.c_char_p
_lab.lab_open.argtypes, _lab.lab_open.restype = [_bytes, _size, ctypes.c_bool], _page
_lab.lab_close.argtypes, _lab.lab_close.restype = [_page], None
_lab.lab_block_count.argtypes, _lab.lab_block_count.restype = [_page], _size
_lab.lab_columns.argtypes, _lab.lab_columns.restype = [], _size
_lab.lab_block_words.argtypes, _lab.lab_block_words.restype = [_page, _size], ctypes.c_uint32
_lab.lab_block_text.argtypes, _lab.lab_block_text.restype = [_page, _size, ctypes.POINTER(_size)], ctypes.c_void_p
_lab.lab_appeal_keys.argtypes, _lab.lab_appeal_keys.restype = [_bytes, _size, ctypes.POINTER(ctypes.c_uint32)], _size
_lab.lab_appeal.argtypes, _lab.lab_appeal.restype = [_bytes, _size, _bytes, _size], ctypes.c_uint8
_lab.lab_rows.argtypes, _lab.lab_rows.restype = [_page, _bytes, _size, ctypes.c_void_p], None
_lab.lab_probability.argtypes, _lab.lab_probability.restype = [ctypes.c_int32], ctypes.c_uint16
_lab.lab_select.argtypes, _lab.lab_select.restype = [_page, ctypes.c_void_p, ctypes.c_void_p, ctypes.POINTER(_size)], ctypes.c_void_p
_lab.lab_predict.argtypes, _lab.lab_predict.restype = [_bytes, _size, ctypes.c_void_p, _size, ctypes.c_void_p], ctypes.c_bool
_lab.lab_confidence.argtypes, _lab.lab_confidence.restype = [_page], ctypes.c_float
_lab.lab_feature_name.argtypes, _lab.lab_feature_name.restype = [_size], _bytes

_lab.lab_glance_trees.argtypes, _lab.lab_glance_trees.restype = [], _size
_lab.lab_hopeless.argtypes, _lab.lab_hopeless.restype = [], ctypes.c_int32
_lab.lab_percent.argtypes, _lab.lab_percent.restype = [], ctypes.c_int32
_lab.lab_page_types.argtypes, _lab.lab_page_types.restype = [], _size
_lab.lab_page_type_name.argtypes, _lab.lab_page_type_name.restype = [_size], _bytes

COLUMNS = _lab.lab_columns()
# Of Model in core/score/model.h: after so many trees, a sum below the second is that many per cent of itself in the end.
GLANCE_TREES, HOPELESS, PERCENT = _lab.lab_glance_trees(), _lab.lab_hopeless(), _lab.lab_percent()
# In the order of PageType in pith.h.
PAGE_TYPES = [_lab.lab_page_type_name(number).decode() for number in range(_lab.lab_page_types())]


def feature_name(column):
    return _lab.lab_feature_name(column).decode()


# Probability of log-odds in 1/256, as the core rounds it, for every sum that occurs (beyond, it does not change).
_LIMIT = 256 * 11
_PROBABILITIES = numpy.array([_lab.lab_probability(x) for x in range(-_LIMIT, _LIMIT + 1)], dtype=numpy.uint16)


def probabilities(log_odds):
    """Log-odds in 1/256 (integers) → probabilities 0..65535."""
    return _PROBABILITIES[numpy.clip(log_odds, -_LIMIT, _LIMIT) + _LIMIT]


def predict(model, rows):
    """Probabilities of rows of features, by a model file's bytes."""
    rows = numpy.ascontiguousarray(rows)
    scores = numpy.zeros(len(rows), dtype=numpy.uint16)
    if not _lab.lab_predict(model, len(model), rows.ctypes.data, len(rows), scores.ctypes.data):
        raise ValueError("not a model of this build")
    return scores


def appeal_keys(line):
    """The keys that the model of appeals has for a line of text."""
    found = (ctypes.c_uint32 * 128)()
    line = line.encode()
    return found[:_lab.lab_appeal_keys(line, len(line), found)]


def appeal(line, model):
    """What a model of appeals says of a line of text: 0..255."""
    line = line.encode()
    return _lab.lab_appeal(line, len(line), model, len(model))


class Page:
    """One page, held open in the core. `texts` has each block's text, `words` its words."""

    def __init__(self, content, plain=False):
        self._page = _lab.lab_open(content, len(content), plain)
        self.count = _lab.lab_block_count(self._page)
        size = _size()
        self.texts = []
        for block in range(self.count):
            at = _lab.lab_block_text(self._page, block, ctypes.byref(size))
            self.texts.append(ctypes.string_at(at, size.value).decode("utf-8", "replace"))
        self.words = numpy.array([_lab.lab_block_words(self._page, block) for block in range(self.count)], dtype=numpy.uint32)

    def __del__(self):
        _lab.lab_close(self._page)

    def rows(self, model=b""):
        """Every block's features, with a model of appeals."""
        rows = numpy.zeros((self.count, COLUMNS), dtype=numpy.uint8)
        _lab.lab_rows(self._page, model, len(model), rows.ctypes.data)
        return rows

    def select(self, scores):
        """The article's text and each block's reason number (0: kept)."""
        scores = numpy.ascontiguousarray(scores, dtype=numpy.uint16)
        reasons = numpy.zeros(self.count, dtype=numpy.uint8)
        size = _size()
        at = _lab.lab_select(self._page, scores.ctypes.data, reasons.ctypes.data, ctypes.byref(size))
        return ctypes.string_at(at, size.value).decode("utf-8", "replace"), reasons

    def confidence(self):
        """Of the article that `select` gave last."""
        return _lab.lab_confidence(self._page)

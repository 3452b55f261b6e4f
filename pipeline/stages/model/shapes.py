"""What the uncased encoder cannot see of a word: its shape, its first letter, its ending, and whether a space follows.

Each is one of spaCy's lexical attributes, a 64-bit hash of a string, folded into a table of `ROWS` rows: the same
numbers on every machine, without a vocabulary to keep.
"""

from typing import Any

import numpy as np
from spacy.attrs import IS_SPACE, PREFIX, SHAPE, SPACY, SUFFIX
from spacy.tokens import Doc

ATTRIBUTES = (SHAPE, PREFIX, SUFFIX, SPACY)
ROWS = (512, 256, 2048, 2)
"""Rows of each table; two strings in one row are told apart by the other attributes and by the encoder."""


def shapes(doc: Doc) -> Any:
    """int64 array, tokens × attributes. The end of a line or of the text is as good as a space."""
    hashes = doc.to_array(list(ATTRIBUTES)).astype("uint64")
    found = (hashes % np.array(ROWS, dtype="uint64")).astype("int64")
    ends = np.ones(len(doc), dtype=bool)
    ends[:-1] = doc.to_array(IS_SPACE)[1:] != 0
    found[ends, ATTRIBUTES.index(SPACY)] = 1
    return found

"""A tree to be: heads and labels are gathered, then written at once."""

import numpy as np
from spacy.tokens import Doc, Token


class Tree:
    """A head set alone may make two sentences of one; so a new root is written together with all that hangs on it."""

    def __init__(self, doc: Doc):
        self.doc = doc
        self.heads = [token.head.i for token in doc]
        self.labels = [token.dep_ for token in doc]
        self.changed = False

    def hang(self, token: Token, head: Token, label: str | None = None) -> None:
        self.heads[token.i], self.changed = head.i, True
        self.labels[token.i] = label or self.labels[token.i]

    def write(self) -> None:
        if not self.changed:
            return
        rows = zip(self.heads, self.labels, strict=True)
        strings = self.doc.vocab.strings
        cells = [(head - i, strings.add(label)) for i, (head, label) in enumerate(rows)]
        array = np.array([(head % 2**64, label) for head, label in cells], dtype="uint64")
        self.doc.from_array(["HEAD", "DEP"], array)  # type: ignore[arg-type]

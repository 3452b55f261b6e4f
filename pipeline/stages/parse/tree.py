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
        """Hang a token on a head, or on itself as the root; not where that would close a circle."""
        if token != head and token.i in self.above(head):
            return
        self.heads[token.i], self.changed = head.i, True
        self.labels[token.i] = label or self.labels[token.i]

    def above(self, token: Token) -> list[int]:
        """The token and all that it hangs on, up to the root."""
        found = [token.i]
        while self.heads[found[-1]] != found[-1]:
            found.append(self.heads[found[-1]])
        return found

    def write(self) -> None:
        """Into the Doc, unless sentences have gained or lost a root."""
        roots = [i for i, head in enumerate(self.heads) if i == head]
        if not self.changed or len(roots) != sum(token.head == token for token in self.doc):
            return
        rows = zip(self.heads, self.labels, strict=True)
        strings = self.doc.vocab.strings
        cells = [(head - i, strings.add(label)) for i, (head, label) in enumerate(rows)]
        array = np.array([(head % 2**64, label) for head, label in cells], dtype="uint64")
        self.doc.from_array(["HEAD", "DEP"], array)  # type: ignore[arg-type]

"""A tree to be: heads and labels are gathered, then written at once."""

import numpy as np
from spacy.attrs import DEP, HEAD
from spacy.tokens import Doc, Token


class Tree:
    """A head set alone may make two sentences of one; so a new root is written together with all that hangs on it."""

    def __init__(self, doc: Doc):
        self.doc = doc
        cells = doc.to_array([HEAD, DEP])
        self.heads: list[int] = (cells[:, 0].astype("int64") + np.arange(len(doc))).tolist()
        self.labels: list[int] = cells[:, 1].tolist()
        self.roots = sum(i == head for i, head in enumerate(self.heads))
        self.changed = False

    def hang(self, token: Token, head: Token, label: str | None = None) -> None:
        """Hang a token on a head, or on itself as the root; not where that would close a circle."""
        if token != head and token.i in self.above(head):
            return
        self.heads[token.i], self.changed = head.i, True
        if label is not None:
            self.labels[token.i] = self.doc.vocab.strings.add(label)

    def above(self, token: Token) -> list[int]:
        """The token and all that it hangs on, up to the root."""
        found = [token.i]
        while self.heads[found[-1]] != found[-1]:
            found.append(self.heads[found[-1]])
        return found

    def write(self) -> None:
        """Into the Doc, unless sentences have gained or lost a root."""
        if not self.changed or self.roots != sum(i == head for i, head in enumerate(self.heads)):
            return
        away = (np.array(self.heads) - np.arange(len(self.heads))).astype("uint64")
        self.doc.from_array([HEAD, DEP], np.stack([away, np.array(self.labels, dtype="uint64")], axis=1))

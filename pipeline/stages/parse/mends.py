"""Slips that are put right token by token: of a table of functions the first that finds its slip."""

from collections.abc import Callable

from spacy.tokens import Doc, Token

Mend = Callable[[Token], bool]
"""Puts one sort of slip right, in place; whether it was there."""


class Mends:
    """A table: each function with the relations of a token that it may mend, None for any."""

    def __init__(self, *table: tuple[Mend, frozenset[str] | None]):
        self._table = table
        self._by_relation: dict[str, tuple[Mend, ...]] = {}

    def run(self, doc: Doc) -> None:
        """Over all tokens, in order; for each the first function that mends it ends the search."""
        for token in doc:
            for mend in self._of(token.dep_):
                if mend(token):
                    break

    def _of(self, relation: str) -> tuple[Mend, ...]:
        if relation not in self._by_relation:
            fit = (mend for mend, wanted in self._table if wanted is None or relation in wanted)
            self._by_relation[relation] = tuple(fit)
        return self._by_relation[relation]

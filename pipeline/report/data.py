"""The errors as the page's script wants them: short lists, each sentence and each word once."""

import json
from collections.abc import Iterable
from typing import Any

from pipeline.score import Error

FIELDS = ("document", "stage", "sort", "field", "cause", "rule", "gold", "found", "claim", "state")
"""Columns that hold words, as places in the list of words. "state" is new, otherwise or mended, of a comparison."""


class Errors:
    """`words`, `sentences` and `rows` of the page. A row: the columns above, then sentence, offset of the sentence,
    start and end of gold, start and end of found (null where there is none)."""

    def __init__(self) -> None:
        self._words: dict[str | None, int] = {None: 0}
        self._sentences: dict[tuple[str, int, str], int] = {}
        self._rows: list[list[Any]] = []

    def add(self, errors: Iterable[tuple[Error, str | None]]) -> None:
        """Each with what a comparison says of it, in the order of documents and of their texts."""
        for error, state in sorted(errors, key=lambda pair: (pair[0].document, pair[0].start)):
            said = [*(getattr(error, name) for name in FIELDS[:-1]), state]
            home = (error.document, error.offset, error.sentence)
            place = self._sentences.setdefault(home, len(self._sentences))
            ends = [end for edges in (error.gold_span, error.found_span) for end in edges or (None, None)]
            self._rows.append([*map(self._word, said), place, *ends])

    def json(self) -> str:
        """Safe inside a script element: no `<` of a text may end it."""
        data = {
            "fields": FIELDS,
            "words": list(self._words),
            "sentences": [[offset, text] for _, offset, text in self._sentences],
            "rows": self._rows,
        }
        return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")

    def _word(self, word: str | None) -> int:
        return self._words.setdefault(word, len(self._words))

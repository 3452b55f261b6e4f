"""Words → word pieces, as the encoder was pretrained on them: lower case, no accents, longest match first.

The scheme is BERT's (Devlin et al. 2019, uncased): every punctuation mark and Chinese character is a word of its own, a
piece inside a word starts with `##`, and what cannot be put together from the vocabulary is `[UNK]`. Over the 16,251
sentences of the training treebanks the ids are those of Hugging Face's `tokenizers`.
"""

import re
import unicodedata
from collections.abc import Sequence

from curated_tokenizers import WordPieceProcessor  # type: ignore[attr-defined] # it has no `__all__`

UNKNOWN, OPENS, CLOSES = "[UNK]", "[CLS]", "[SEP]"
LONGEST = 24
"""Pieces of one word: addresses and runs of marks are longer, and their tail says nothing."""
READ = 100
"""Characters of one word that are looked at (as in BERT)."""
REMEMBERED = 50_000
"""Words whose pieces are kept: a few megabytes, however much is read."""
_CHINESE = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_MARKS = re.compile(rf"[{_CHINESE}]|[^\W_{_CHINESE}]+|[^\w\s]|_")
_DROPPED = frozenset({"Mn", "Cc", "Cf"})
"""Unicode categories: accents, control characters, soft hyphens and other signs without a shape."""


class Pieces:
    """`pieces(words) -> ids of each word`, never empty; `opens` and `closes` are the ids that frame a window."""

    def __init__(self, vocabulary: Sequence[str]):
        self.vocabulary = list(vocabulary)
        self._split = WordPieceProcessor(self.vocabulary)
        ids = {piece: at for at, piece in enumerate(self.vocabulary)}
        self.unknown, self.opens, self.closes = (ids[name] for name in (UNKNOWN, OPENS, CLOSES))
        self._known: dict[str, tuple[int, ...]] = {}

    def __call__(self, words: Sequence[str]) -> list[tuple[int, ...]]:
        return [self._known.get(word) or self._learn(word) for word in words]

    def _learn(self, word: str) -> tuple[int, ...]:
        if len(self._known) >= REMEMBERED:
            self._known.clear()
        found: list[int] = []
        for part in _MARKS.findall(plain(word[:READ])):
            ids = self._split.encode(part)[0]
            found.extend([self.unknown] if -1 in ids else ids)
        pieces = tuple(found[:LONGEST]) or (self.unknown,)
        self._known[word] = pieces
        return pieces


def plain(word: str) -> str:
    """Lower case, without accents and signs that are not seen: `Ébène` → `ebene`."""
    return "".join(
        c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) not in _DROPPED
    )

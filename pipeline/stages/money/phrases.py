"""A table of phrases, found at a place in a list of tokens: the longest that begins there, or that ends there."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from .scan import Token, scan

T = TypeVar("T")


class Phrases(Generic[T]):
    """`Phrases([("more than", x), ...])`; upper and lower case do not matter, except that a phrase of at most
    three letters in one word (`MW`, `ha`) is matched as it is written when `exact_short` is set."""

    def __init__(self, entries: Iterable[tuple[str, T]], *, exact_short: bool = False):
        self.by_first: dict[str, list[tuple[tuple[str, ...], str, T]]] = {}
        self.by_last: dict[str, list[tuple[tuple[str, ...], str, T]]] = {}
        for phrase, value in entries:
            words = tuple(token.low for token in scan(phrase))
            exact = (
                phrase if exact_short and len(words) == 1 and phrase.isalpha() and len(phrase) <= 3 else ""
            )
            self.by_first.setdefault(words[0], []).append((words, exact, value))
            self.by_last.setdefault(words[-1], []).append((words, exact, value))
        for group in (*self.by_first.values(), *self.by_last.values()):
            group.sort(key=lambda entry: -len(entry[0]))

    def starting(self, tokens: list[Token], i: int) -> tuple[T, int] | None:
        """The longest phrase whose first word is token `i`: its value and the index behind it."""
        if not 0 <= i < len(tokens):
            return None
        for words, exact, value in self.by_first.get(tokens[i].low, ()):
            if _stands(tokens, i, words) and exact in ("", tokens[i].text):
                return value, i + len(words)
        return None

    def ending(self, tokens: list[Token], i: int) -> tuple[T, int] | None:
        """The longest phrase whose last word is token `i - 1`: its value and the index of its first word."""
        if not 0 < i <= len(tokens):
            return None
        for words, exact, value in self.by_last.get(tokens[i - 1].low, ()):
            first = i - len(words)
            if first >= 0 and _stands(tokens, first, words) and exact in ("", tokens[first].text):
                return value, first
        return None


def _stands(tokens: list[Token], i: int, words: tuple[str, ...]) -> bool:
    """Of the words one is known to stand there: the first or the last."""
    if len(words) == 1:
        return True
    return len(tokens) - i >= len(words) and all(tokens[at].low == word for at, word in enumerate(words, i))

"""The network's votes on the words of a claim → one figure, and the words that made it. Pure.

The network was trained to tell sentences worth checking by a weighed mean of votes, one a word (attention pooling,
Bahdanau et al. 2015). A mean is a sum of parts: so each word's part of the score is known.
"""

from collections.abc import Mapping, Sequence
from math import exp
from typing import NamedTuple

NAME = "wording"
SHOWN = 3
"""Words that are named; the rest of the votes is one part."""
Vote = tuple[float, float]  # weight (of which the exponential counts), vote in log-odds


class Heard(NamedTuple):
    """`value`: log-odds; `words`: what each word added to it, the weightiest first, `SHOWN` at most."""

    value: float
    words: tuple[tuple[str, float], ...]


def heard(words: Sequence[str], votes: Sequence[Vote]) -> Heard:
    """`words` and `votes` go together; without words there is nothing to hear."""
    if not words:
        return Heard(0.0, ())
    top = max(weight for weight, _ in votes)
    shares = [exp(weight - top) for weight, _ in votes]
    total = sum(shares)
    parts: dict[str, float] = {}
    for word, share, (_, vote) in zip(words, shares, votes, strict=True):
        parts[word] = parts.get(word, 0.0) + share * vote / total
    ordered = sorted(parts.items(), key=lambda part: (-abs(part[1]), part[0]))
    return Heard(sum(parts.values()), tuple(ordered[:SHOWN]))


def named(heard: Heard, weights: Mapping[str, float]) -> list[tuple[str, float]]:
    """(name, log-odds) of the words that are named and of what all others add: `word "billion"`, `wording`."""
    weight = weights.get(NAME, 0.0)
    parts = [(f'word "{word}"', weight * part) for word, part in heard.words]
    return [*parts, (NAME, weight * (heard.value - sum(part for _, part in heard.words)))]

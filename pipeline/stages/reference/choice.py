"""Features of the candidates → which is meant, and how sure that is. Pure.

A log-linear choice (McFadden 1974, conditional logit) among the candidates and "nothing": the odds of each are the
exponentials of its weights, those of candidates for one thing are added up. Weights from `antecedents.csv`, one column
for each group of pronouns, trained by `models/scripts/train_reference.py` on coreference in GUM.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from math import exp
from types import MappingProxyType
from typing import NamedTuple

from pipeline import lexicon

COLUMNS = {"he": "person", "she": "person", "it": "it", "they": "they"}
ENOUGH = {"person": 0.65, "it": 0.7, "they": 0.6}
"""Below this probability a pronoun is left as it is: on our own gold (train and dev) four of five that are named are
right from there on, of "it" too; a wrong name is worse than a pronoun that says that it points."""
BESIDE = 0.1
"""So much surer for one that is no subject: it does not carry the claim, and gold says nothing of it."""
DIGITS = 4


class Choice(NamedTuple):
    """`same`: the thing that is meant (None: nothing, or it is not told); `probability` of it."""

    same: str | None
    probability: float


@cache
def weights(column: str) -> Mapping[str, float]:
    """Feature → weight in log-odds, for `person`, `it` or `they`."""
    return MappingProxyType({row["feature"]: float(row[column]) for row in lexicon.table("antecedents")})


def choose(
    candidates: Sequence[tuple[str, Mapping[str, float]]], nothing: Mapping[str, float], column: str
) -> Choice:
    """`candidates`: of each the thing that it mentions, and its features."""
    known = weights(column)
    odds: dict[str | None, float] = {None: exp(_sum(nothing, known))}
    for same, features in candidates:
        odds[same] = odds.get(same, 0.0) + exp(_sum(features, known))
    best = max(odds, key=lambda same: odds[same])
    return Choice(best, round(odds[best] / sum(odds.values()), DIGITS))


def _sum(features: Mapping[str, float], known: Mapping[str, float]) -> float:
    total = sum(known.get(name, 0.0) * value for name, value in sorted(features.items()))
    return max(-30.0, min(30.0, total))

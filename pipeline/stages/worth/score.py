"""Features → how much a fact-checker would want to check it. Pure: a logistic score whose parts can be read.

The weights are rows of `weights.csv`, trained by `models/scripts/train_worth.py` on ClaimBuster's sentences
(label: would a checker look into this?); the row `base` is the intercept. There are two columns: `weight` where the
trained network has voted (`wording`), `alone` where another model stands in its place.
"""

from collections.abc import Mapping
from functools import cache
from math import exp
from types import MappingProxyType
from typing import NamedTuple

from pipeline import lexicon

BASE = "base"
DIGITS = 4
"""Decimals kept: the last bits of a float may differ between machines, a record may not."""


class Part(NamedTuple):
    """What one feature adds to the log-odds."""

    name: str
    weight: float


class Score(NamedTuple):
    """`value` is 0 to 1; `parts` the features that are there, the weightiest first (ties by name)."""

    value: float
    parts: tuple[Part, ...]


@cache
def weights(column: str = "weight") -> Mapping[str, float]:
    """Feature to weight in log-odds. `column`: `weight`, or `alone` for features without votes."""
    return MappingProxyType({row["feature"]: float(row[column]) for row in lexicon.table("weights")})


def score(features: Mapping[str, float], table: Mapping[str, float] | None = None) -> Score:
    """The score of features (name → 0 or 1, or how much of it); names without a weight count nothing."""
    known = weights() if table is None else table
    parts = [
        Part(name, round(known[name] * x, DIGITS)) for name, x in features.items() if name in known and x
    ]
    odds = known.get(BASE, 0.0) + sum(part.weight for part in sorted(parts))
    ordered = sorted(parts, key=lambda part: (-abs(part.weight), part.name))
    return Score(round(_logistic(odds), DIGITS), tuple(ordered))


def _logistic(odds: float) -> float:
    bounded = max(-40.0, min(40.0, odds))
    return 1.0 / (1.0 + exp(-bounded))

"""How CaRB compares open facts (Bhardwaj, Aggarwal and Mausam 2019, "CaRB: A Crowdsourced Benchmark for Open IE",
3.2).

Token by token within the slots: a pair of facts has a precision and a recall, the words that relation, subject and
rest have in common over those found and over those of gold; none at all where the relations share no word. A fact of
gold may be answered by any found fact (multi match): recall takes the best. A found fact answers one fact of gold
(single match): precision takes pairs greedily, the most precise first. Both are means over facts; each level of
confidence gives a point, F1 is that of the best point, AUC the area under the curve with (recall 0, precision 1)
added. As the authors' scorer has it: arguments behind the first count as one, "be" found stands for any of its
forms, and a saying may stand turned around.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

BE = frozenset(["be", "is", "am", "are", "was", "were", "been", "being"])
SAID = frozenset(["said", "told", "added", "adds", "says"])
Words = tuple[str, ...]


class Fact(NamedTuple):
    """`arguments`: the subject and what follows, each as words."""

    relation: Words
    arguments: tuple[Words, ...]
    confidence: float = 1.0


class Point(NamedTuple):
    """Facts with at least this confidence."""

    confidence: float
    precision: float
    recall: float
    f1: float


def words(text: str) -> Words:
    return tuple(text.split())


def compared(gold: Fact, found: Fact) -> tuple[float, float]:
    """Precision and recall of a pair."""
    straight = _compared(gold, found)
    if SAID & set(gold.relation) and len(found.arguments) > 1:
        subject, *rest = found.arguments
        turned = found._replace(arguments=(tuple(word for each in rest for word in each), subject))
        return max(straight, _compared(gold, turned))
    return straight


def _compared(gold: Fact, found: Fact) -> tuple[float, float]:
    wanted, given = _binary(gold), _binary(found)
    if len(given) < len(wanted):
        return 0.0, 0.0
    said = _shared(gold.relation, found.relation)
    if not said:
        return 0.0, 0.0
    slots = list(zip(wanted, given, strict=False))
    both = said + sum(len(_common(a, b)) for a, b in slots)
    precision = both / (len(found.relation) + sum(len(b) for _, b in slots))
    return precision, both / (len(gold.relation) + sum(len(a) for a, _ in slots))


def _binary(fact: Fact) -> list[Words]:
    """The subject, and all that follows as one."""
    subject, *rest = fact.arguments
    return [subject, tuple(word for each in rest for word in each)] if rest else [subject]


def _shared(gold: Words, found: Words) -> int:
    """Words of two relations in common; a "be" that is left over stands for any of its forms."""
    common = _common(gold, found)
    left = Counter(gold) - Counter(common)  # a form that was found as it is stands for no second word
    be = found.count("be") > common.count("be") and bool(BE & set(left))
    return len(common) + be


def _common(one: Words, other: Words) -> Words:
    return tuple((Counter(one) & Counter(other)).elements())


def curve(gold: Mapping[str, Sequence[Fact]], found: Mapping[str, Sequence[Fact]]) -> list[Point]:
    """A point for each level of confidence, the lowest first."""
    tables = {
        key: [[compared(g, f) for f in found.get(key, ())] for g in facts] for key, facts in gold.items()
    }
    levels = sorted({fact.confidence for key in gold for fact in found.get(key, ())})
    return [_point(level, gold, found, tables) for level in levels]


def _point(
    level: float,
    gold: Mapping[str, Sequence[Fact]],
    found: Mapping[str, Sequence[Fact]],
    tables: Mapping[str, list[list[tuple[float, float]]]],
) -> Point:
    precise = recalled = given = wanted = 0.0
    for key, facts in gold.items():
        kept = [at for at, fact in enumerate(found.get(key, ())) if fact.confidence >= level]
        precise += _single([[row[at][0] for at in kept] for row in tables[key]])
        recalled += sum(max((row[at][1] for at in kept), default=0.0) for row in tables[key])
        given, wanted = given + len(kept), wanted + len(facts)
    precision, recall = precise / given, recalled / wanted
    return Point(level, precision, recall, f1(precision, recall))


def _single(table: Sequence[Sequence[float]]) -> float:
    """Sum over pairs that share no row and no column, the greatest first."""
    rows: set[int] = set()
    columns: set[int] = set()
    total = 0.0
    for value, i, j in sorted((-value, i, j) for i, row in enumerate(table) for j, value in enumerate(row)):
        if i not in rows and j not in columns:
            rows.add(i)
            columns.add(j)
            total -= value
    return total


def f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def best(points: Sequence[Point]) -> Point:
    """The point of the best F1; without facts nought of everything."""
    return max(points, key=lambda point: point.f1, default=Point(1.0, 0.0, 0.0, 0.0))


def area(points: Sequence[Point]) -> float:
    """By trapezes over recall."""
    edges = [(point.recall, point.precision) for point in points] + [(0.0, 1.0)]
    return sum((a[0] - b[0]) * (a[1] + b[1]) / 2 for a, b in pairwise(edges)) if points else 0.0

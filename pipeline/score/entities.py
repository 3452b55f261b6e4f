"""Names: the four readings of a match of SemEval-2013 task 9.1.

Counted here rather than by `nervaluate`, which needs Python 3.11 (we hold 3.10) and counts per tag, not per document.
"""

from pipeline.record import Entity
from pipeline.score.figures import Count, Key, Tally
from pipeline.score.match import Match
from pipeline.score.pair import Pair
from pipeline.score.spans import same


def tally(match: Match) -> Tally:
    """`strict` edges and label, `exact` edges, `type` overlap and label, `partial` overlap (half where the
    edges differ); `type` also for each label."""
    names = match.entities
    sizes = (len(names.gold), len(names.found))
    counts = {
        Key("entities", "strict"): Count(*sizes, sum(_edges(p) and _label(p) for p in names.pairs)),
        Key("entities", "exact"): Count(*sizes, sum(_edges(p) for p in names.pairs)),
        Key("entities", "partial"): Count(*sizes, sum(1.0 if _edges(p) else 0.5 for p in names.pairs)),
        Key("entities", "type"): Count(*sizes, sum(_label(p) for p in names.pairs)),
    }
    right = [pair.gold.label for pair in names.pairs if _label(pair)]
    gold, found = [e.label for e in names.gold], [e.label for e in names.found]
    for label in sorted({*gold, *found}):
        counts[Key("entities", "type", label=label)] = Count(
            gold.count(label), found.count(label), right.count(label)
        )
    return counts


def _edges(pair: Pair[Entity]) -> bool:
    return same(pair.gold.span, pair.found.span)


def _label(pair: Pair[Entity]) -> bool:
    return pair.gold.label == pair.found.label

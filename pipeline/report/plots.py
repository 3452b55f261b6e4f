"""What is drawn: places in per cent of a bar's width, shades of a matrix, the points of a curve."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from pipeline.score import Error, Row
from pipeline.score.calibration import Calibration
from pipeline.score.confusion import Confusion

SIDE = 240  # units of a square plot


class Bar(NamedTuple):
    """One figure: the row itself, the F1 of the same measure on paired claims."""

    row: Row
    paired: float | None


def bars(rows: Iterable[Row]) -> dict[str, list[Bar]]:
    """Stage → its figures, in order."""
    rows = list(rows)
    paired = {(row.stage, row.measure, row.label): row.f1 for row in rows if row.scope == "paired"}
    stages: dict[str, list[Bar]] = {}
    for row in rows:
        if row.scope != "paired":
            stages.setdefault(row.stage, []).append(Bar(row, paired.get((row.stage, row.measure, row.label))))
    return stages


def shades(confusion: Confusion) -> list[list[float]]:
    """Of each cell, the share of its row: 0 to 1."""
    return [[n / sum(row) if sum(row) else 0.0 for n in row] for row in confusion.cells]


def causes(errors: Iterable[Error]) -> tuple[list[str], list[str], dict[tuple[str, str], int]]:
    """Stages, causes (the most frequent first), and how often each came together."""
    counts = Counter((error.stage, error.cause) for error in errors)
    stages = list(dict.fromkeys(stage for stage, _ in counts))
    by_cause: Counter[str] = Counter()
    for (_, cause), n in counts.items():
        by_cause[cause] += n
    order = ("entities", "money", "dates", "claims", "attribution", "transfers")
    stages.sort(key=lambda stage: order.index(stage) if stage in order else len(order))
    named = {(stage, str(cause)): n for (stage, cause), n in counts.items()}
    return stages, [cause for cause, _ in by_cause.most_common()], named


def curve(points: Sequence[tuple[float, float]]) -> str:
    """Points of the unit square → those of an SVG polyline, the origin at the bottom left."""
    return " ".join(f"{x * SIDE:.1f},{(1 - y) * SIDE:.1f}" for x, y in points)


def reliability(known: Calibration | None) -> dict[str, Any] | None:
    """Confidence against the share that is right, and risk against coverage."""
    if known is None:
        return None
    return {
        "known": known,
        "bins": [(b.confidence * SIDE, (1 - b.right) * SIDE, b) for b in known.bins],
        "line": curve([(b.confidence, b.right) for b in known.bins]),
        "risk": curve(known.risk),
        "side": SIDE,
    }

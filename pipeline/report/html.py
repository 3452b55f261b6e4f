"""Scores → the page."""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from pipeline.page.template import template
from pipeline.report.data import Errors
from pipeline.report.plots import bars, causes, reliability, shades
from pipeline.score import Comparison, Count, Error, Key, Scores

HERE = Path(__file__).parent
COLUMNS = (
    ("entities", "strict", ""),
    ("money", "+bounds", ""),
    ("dates", "+relation", ""),
    ("claims", "strict", ""),
    ("claims", "partial", ""),
    ("claims", "whole", ""),
    ("claims", "kind", ""),
    ("attribution", "reported", ""),
)
"""Stage, measure and label of the figures that are shown of each document."""


def render(scores: Scores, comparison: Comparison | None = None, *, title: str = "opclaims") -> str:
    """The page as one string. With a comparison, errors say whether they are new, and mended ones are listed too."""
    made = scores.errors()
    errors = Errors()
    errors.add(states(made, comparison))
    stages, by_cause, counts = causes(made)
    page: str = template(HERE / "report.html.j2").render(
        title=title,
        scores=scores,
        stages=bars(scores.rows(labels=False)),
        confusions=[(each, shades(each)) for each in scores.confusions()],
        causes={"stages": stages, "causes": by_cause, "counts": counts},
        rules=scores.rules(),
        columns=COLUMNS,
        documents=[(id, [f1(counts, *column) for column in COLUMNS]) for id, counts in scores.documents()],
        reliability=reliability(scores.calibration()),
        comparison=comparison,
        total=len(made),
        measured={"library": bool(scores.beside.library), "on_gold": bool(scores.beside.on_gold)},
        data=errors.json(),
        css=(HERE / "report.css").read_text("utf-8"),
        script=(HERE / "report.js").read_text("utf-8"),
    )
    return page


def f1(counts: Mapping[Key, Count], stage: str, measure: str, label: str) -> float | None:
    """End to end; None where there is nothing to count."""
    known = counts.get(Key(stage, measure, label=label))
    return known.f1 if known else None


def states(made: list[Error], comparison: Comparison | None) -> Iterator[tuple[Error, str | None]]:
    """Each error with what a comparison says of it, and the other run's that are mended."""
    left = {
        "new": Counter(comparison.new if comparison else ()),
        "otherwise": Counter(comparison.otherwise if comparison else ()),
    }
    for error in made:
        state = next((state for state, errors in left.items() if errors[error]), None)
        if state:
            left[state][error] -= 1
        yield error, state
    for error in comparison.mended if comparison else ():
        yield error, "mended"

"""What was read twice → one page: no network, every difference in its sentence, counted and filtered by its kind."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from pipeline.page.template import template
from pipeline.trial.reread import DIFFERENCES, MEANINGS, Reread

HERE = Path(__file__).parent


def counted(cases: Sequence[Reread]) -> list[tuple[str, int]]:
    """How often each kind of difference occurs, in their fixed order, without those that do not."""
    counts: Counter[str] = Counter(case.difference for case in cases)
    return [(kind, counts[kind]) for kind in DIFFERENCES if counts[kind]]


def render(cases: Sequence[Reread]) -> str:
    """The page. Cases on which both agree are counted, not listed."""
    page: str = template(HERE / "reread.html.j2").render(
        counts=counted(cases),
        total=len(cases),
        meanings=MEANINGS,
        cases=[case for case in cases if case.difference != "none"],
        css=(HERE / "reread.css").read_text("utf-8"),
    )
    return page

"""`--fail-under`: which F1 a measure must not fall below."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.cli.message import USAGE, stop

if TYPE_CHECKING:
    from pipeline.score import Row

_FLOOR = re.compile(r"([^.=]+\.[^=]+)=(\d+(?:\.\d+)?|\.\d+)")


def floor(given: str) -> tuple[str, float]:
    """`claims.strict=0.7` → its two halves; `claims.kind.macro`, `money.+bounds.currency` name a label."""
    found = _FLOOR.fullmatch(given)
    if found is None:
        stop(f"--fail-under wants STAGE.MEASURE=F1, as in claims.strict=0.7, not {given!r}", USAGE)
    least = float(found.group(2))
    if least > 1:
        stop(f"--fail-under: F1 is from 0 to 1, not {found.group(2)}", USAGE)
    return found.group(1), least


def known(names: Sequence[str]) -> None:
    """Stop at a measure that does not exist, before any work is done for it."""
    from pipeline.score import measures

    there = measures()
    for name in names:
        stage, measure, *_ = name.split(".")
        if f"{stage}.{measure}" not in there:
            stop(f"--fail-under knows no {name!r}; it knows {', '.join(there)}", USAGE)


def below(rows: Sequence["Row"], name: str, least: float) -> str | None:
    """What fell, in a few words; None if it holds. Measures are named as in the table."""
    from pipeline.score import MACRO

    stage, measure, *rest = name.split(".")
    label = MACRO if rest == ["macro"] else ".".join(rest)
    wanted = (stage, measure, label)
    row = next((r for r in rows if r.scope != "paired" and (r.stage, r.measure, r.label) == wanted), None)
    if row is None:
        labels = sorted({r.label for r in rows if (r.stage, r.measure) == (stage, measure) and r.label})
        stop(
            f"--fail-under: {stage}.{measure} has no label {label!r}; it has {', '.join(labels) or 'none'}",
            USAGE,
        )
    return f"{name} is {row.f1 or 0:.4f}, under {least:g}" if (row.f1 or 0) < least else None

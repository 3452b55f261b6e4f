"""`--fail-under`: which F1 a measure must not fall below."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.cli.message import USAGE, stop

if TYPE_CHECKING:
    from pipeline.score import Row

_FLOOR = re.compile(r"([^.=]+\.[^=]+)=(\d+(?:\.\d+)?|\.\d+)")
_MACRO = "macro average"


def floor(given: str) -> tuple[str, float]:
    """`claims.strict=0.7` → its two halves; `claims.kind.macro`, `money.+bounds.currency` name a label."""
    found = _FLOOR.fullmatch(given)
    if found is None:
        stop(f"--fail-under wants STAGE.MEASURE=F1, as in claims.strict=0.7, not {given!r}", USAGE)
    return found.group(1), float(found.group(2))


def below(rows: Sequence["Row"], name: str, least: float) -> str | None:
    """What fell, in a few words; None if it holds. Measures are named as in the table."""
    stage, measure, *rest = name.split(".")
    label = _MACRO if rest == ["macro"] else ".".join(rest)
    wanted = (stage, measure, label)
    row = next((r for r in rows if r.scope != "paired" and (r.stage, r.measure, r.label) == wanted), None)
    if row is None:
        known = sorted({f"{row.stage}.{row.measure}" for row in rows})
        stop(f"--fail-under knows no {name!r}; it knows {', '.join(known)}", USAGE)
    return f"{name} is {row.f1 or 0:.4f}, under {least:g}" if (row.f1 or 0) < least else None

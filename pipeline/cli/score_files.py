"""Scores on disk: JSON for programs, CSV for frames, a page for people."""

import json
from dataclasses import asdict, fields
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli.message import FAILED, reason, say, stop

if TYPE_CHECKING:
    from pipeline.score import Comparison, Scores

PAGE, CHANGES = "report.html", "changes.csv"
SPANS = ("gold_span", "found_span")


def write(scores: "Scores", comparison: "Comparison | None", out: Path) -> None:
    """`out`, the same figures as CSV, the page, and with a comparison what changed; or a sentence and the end."""
    from pipeline.report import render
    from pipeline.score import Row
    from pipeline.store import flat_csv

    whole = scores.to_dict()
    texts = {
        out: json.dumps(whole, indent=2, ensure_ascii=False) + "\n",
        out.with_suffix(".csv"): flat_csv(map(asdict, scores.rows()), [f.name for f in fields(Row)]),
        out.with_name(PAGE): render(scores, comparison),
    }
    if comparison is not None:
        texts[out.with_name(CHANGES)] = _changes(comparison)
    for path, text in texts.items():
        try:
            path.write_text(text, encoding="utf-8", newline="")
        except OSError as error:
            stop(f"cannot write {reason(error)}", FAILED)
    say(f"every error in its sentence: {out.with_name(PAGE)}")


def _changes(comparison: "Comparison") -> str:
    from pipeline.score import Error
    from pipeline.store import flat_csv

    columns = ["state", *(f.name for f in fields(Error) if f.name not in SPANS)]
    states = (("mended", comparison.mended), ("new", comparison.new))
    return flat_csv(
        ({"state": state, **asdict(error)} for state, errors in states for error in errors), columns
    )

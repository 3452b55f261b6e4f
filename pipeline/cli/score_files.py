"""Scores on disk: JSON for programs, CSV for frames, a page for people."""

import json
from dataclasses import asdict, fields
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli.message import FAILED, USAGE, say, stop
from pipeline.cli.records import save

if TYPE_CHECKING:
    from pipeline.score import Comparison, Scores

USUAL = "scores.json"
SPANS = ("gold_span", "found_span")


def checked(out: Path) -> None:
    """Stop, before any work is done, where the scores could not be written or would overwrite something else."""
    from pipeline.store import TABLES

    if out.suffix != ".json":
        stop(f"--out wants the name of a .json file, not {out}", USAGE)
    if out.stem in TABLES:
        stop(
            f"--out {out} would overwrite the table {out.with_suffix('.csv').name}: take another name", USAGE
        )
    if not out.parent.is_dir():
        stop(f"cannot write {out}: there is no folder {out.parent}", FAILED)


def _beside(out: Path, name: str) -> Path:
    """`report.html` beside scores.json, `dev-report.html` beside dev.json."""
    return out.with_name(name if out.name == USUAL else f"{out.stem}-{name}")


def write(scores: "Scores", comparison: "Comparison | None", out: Path, title: str) -> None:
    """`out`, the same figures as CSV, the page, and with a comparison what changed; or a sentence and the end."""
    from pipeline.report import render
    from pipeline.score import Row
    from pipeline.store import flat_csv

    whole = scores.to_dict()
    texts = {
        out: json.dumps(whole, indent=2, ensure_ascii=False) + "\n",
        out.with_suffix(".csv"): flat_csv(
            map(asdict, scores.rows()), [f.name for f in fields(Row)], own=("measure",)
        ),
        _beside(out, "report.html"): render(scores, comparison, title=title),
    }
    if comparison is not None:
        texts[_beside(out, "changes.csv")] = _changes(comparison)
    for path, text in texts.items():
        save(path, text)
    say(f"every error in its sentence: {_beside(out, 'report.html')}")


def _changes(comparison: "Comparison") -> str:
    from pipeline.score import Error
    from pipeline.store import flat_csv

    columns = ["state", *(f.name for f in fields(Error) if f.name not in SPANS)]
    states = (("mended", comparison.mended), ("new", comparison.new), ("otherwise", comparison.otherwise))
    return flat_csv(
        ({"state": state, **asdict(error)} for state, errors in states for error in errors), columns
    )

"""What a run found, as a table on standard error."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.run import Summary

Row = tuple[str, str, str]


def print_summary(summary: "Summary", out: Path, seconds: float) -> None:
    """`seconds`: how long it took in all."""
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(style="bold")
    table.add_column(justify="right")
    table.add_column(style="dim")
    for rows in (_found(summary, out), _lost(summary), _pace(summary, seconds)):
        for row in rows:
            table.add_row(*row)
    Console(stderr=True).print(table)


def _found(summary: "Summary", out: Path) -> Iterator[Row]:
    counts = summary.counts
    kinds = " · ".join(f"{kind} {number}" for kind, number in counts.kinds.most_common())
    yield (
        "documents",
        str(counts.documents),
        str(out / ("documents.jsonl" if summary.assembled else "shards")),
    )
    yield "claims", str(counts.claims), kinds
    for name in ("amounts", "dates", "entities"):
        yield name, str(getattr(counts, name)), ""
    if counts.sums:
        yield "sums", str(counts.sums), f"contradicted {counts.contradicted}"


def _lost(summary: "Summary") -> Iterator[Row]:
    """What is listed in files of its own."""
    for name, number, file in (
        ("not read", summary.failed, "errors.jsonl"),
        ("passed over", summary.skipped, "errors.jsonl, duplicates.csv"),
        ("near duplicates", summary.near, "duplicates.csv"),
        ("notes", summary.notes, "notes.jsonl"),
    ):
        if number:
            yield name, str(number), file


def _pace(summary: "Summary", seconds: float) -> Iterator[Row]:
    rate = f"{summary.words:,} words read, {summary.words / seconds:,.0f} a second" if summary.words else ""
    yield "seconds", f"{seconds:.1f}", rate

"""Scores in the terminal: a heading a stage, a line a measure."""

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from pipeline.score import Change, Comparison, Error, Row

WIDEST = 400
"""Columns that no table needs."""
SHOWN = 12
"""Errors that are listed of each sort; the files have all."""
CAPTION = "P precision, R recall, F1; right, found and gold are counts; base is the F1 of a trivial baseline"
NOTES = {
    "library": "lib. that of the library alone (triples of the parse for claims)",
    "on_gold": "gold in that of the stage on gold input",
    "paired": "paired that among the claims that were found",
}


def print_rows(rows: "Sequence[Row]") -> None:
    """Intervals only where there are documents enough; what else stands beside only where it was measured."""
    paired = {(row.stage, row.measure, row.label): row.f1 for row in rows if row.scope == "paired"}
    rows = [row for row in rows if row.scope != "paired"]
    intervals = any(row.low is not None for row in rows)
    beside = [name for name in ("library", "on_gold") if any(getattr(row, name) is not None for row in rows)]
    names = ["P", "R", "F1", *(["95 %"] if intervals else []), "right", "found", "gold", "base"]
    names += [{"library": "lib.", "on_gold": "gold in"}[name] for name in beside] + ["paired"]
    notes = [note for name, note in NOTES.items() if name in (*beside, "paired")]
    table = _table(names, "; ".join([CAPTION, *notes]) + ".")
    for stage, group in groupby(rows, key=lambda row: row.stage):
        table.add_row(f"[bold]{stage}[/bold]")
        for row in group:
            cells = _cells(row, with_interval=intervals, beside=beside)
            key = (row.stage, row.measure, row.label)
            table.add_row(*cells, share(paired[key]) if key in paired else "")
        table.add_section()
    console_for(table).print(table)


def print_changes(comparison: "Comparison") -> None:
    """The figures that differ, and the first of the errors that are new or mended."""
    from rich.markup import escape

    from pipeline.cli.paint import safe

    changed = [c for c in comparison.changes if c.scope != "paired" and c.difference]
    table = _table(
        ["this", "other", "difference", "95 %"],
        "F1. The interval is that of the difference (paired bootstrap, ten documents or more); * it leaves out zero.",
    )
    for change in changed:
        name = "  " + ", ".join(filter(None, (f"{change.stage} {change.measure}", change.label)))
        table.add_row(name, share(change.f1), share(change.against), *_difference(change))
    console = console_for(table)
    console.print(table if changed else "No figure differs from the other run's.")
    titles = ("mended errors", "new errors", "errors of both, answered otherwise")
    for title, errors in zip(titles, (comparison.mended, comparison.new, comparison.otherwise), strict=True):
        console.print(f"[bold]{len(errors)} {title}[/bold]" + (" (gold | found):" if errors else "."))
        for error in errors[:SHOWN]:
            console.print(
                escape(safe(f"  {line_of(error)}")), highlight=False, overflow="ellipsis", no_wrap=True
            )
        if len(errors) > SHOWN:
            console.print(f"  … and {len(errors) - SHOWN} more, in the CSV of changes and on the page")


def console_for(table: "Table") -> "Console":
    """As wide as the table needs: in a pipe nothing may be cut off."""
    from rich.console import Console
    from rich.measure import Measurement

    wide = Console(width=WIDEST)
    caption, table.caption = table.caption, None
    needed = Measurement.get(wide, wide.options, table).maximum
    table.caption = caption
    return Console(width=max(Console().width, needed))


def _table(names: Sequence[str], caption: str) -> "Table":
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, caption=caption, caption_justify="left")
    table.add_column("", no_wrap=True)
    for name in names:
        table.add_column(name, justify="right", no_wrap=True)
    return table


def _cells(row: "Row", *, with_interval: bool, beside: Sequence[str]) -> list[str]:
    interval = [f"{share(row.low)} to {share(row.high)}"] if with_interval else []
    counts = (f"{row.right:g}", str(row.found), str(row.gold))
    name = "  " + ", ".join(filter(None, (row.measure, row.label)))
    others = [share(getattr(row, other)) for other in ("baseline", *beside)]
    return [name, *map(share, (row.precision, row.recall, row.f1)), *interval, *counts, *others]


def _difference(change: "Change") -> tuple[str, str]:
    mark = " *" if change.certain else ""
    ends = "–" if change.low is None else f"{change.low:+.3f} to {change.high:+.3f}{mark}"
    return f"{change.difference:+.3f}", ends


def line_of(error: "Error") -> str:
    """An error in a line: gold | found."""
    field = f".{error.field}" if error.field else ""
    return f"{error.document} {error.stage}{field} {error.sort}: {error.gold or '–'} | {error.found or '–'}"


def share(value: float | None) -> str:
    """Two decimals; a dash for none."""
    return "–" if value is None else f"{value:.2f}"

"""`opclaims gold merge` and `gold rates`: reviews → gold, and what they say of the rules."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.message import FAILED, plain, reason, say, stop
from pipeline.cli.records import documents, file_name, save
from pipeline.cli.reviews import Logs, logs, reviewed
from pipeline.cli.score_table import console_for, share

if TYPE_CHECKING:
    from pipeline.gold import Merged
    from pipeline.review import Rate, Together

Found = Annotated[
    Path,
    typer.Argument(exists=True, metavar="FOUND", help="The records that were reviewed: a file or folder."),
]


def merge(
    found: Found,
    reviews: Logs = None,
    out: Annotated[
        Path, typer.Option(file_okay=False, metavar="DIR", help="Where <id>.jsonl is written.")
    ] = Path("gold"),
    partial: Annotated[
        bool,
        typer.Option(
            "--partial",
            help="Also documents on which not all is decided; what is open is `optional` there and counts neither way.",
        ),
    ] = False,
) -> None:
    """Reviews → gold records, one file a document.

    A document is complete when somebody has accepted, edited, added or rejected each of its claims. Rejected claims
    are left out. Decisions on an older text or extraction are anchored anew by the words they quote; those that
    cannot be are named, and so are conflicts between several logs. What breaks a rule of `gold check` is not written.

    Ends with 1 if something is in conflict, orphaned or against the rules; documents that are not complete yet are
    only named.

    Examples:

    - `opclaims gold merge outputs --out gold`

    - `opclaims gold merge outputs --reviews ada.jsonl --reviews bob.jsonl --out gold --partial`
    """
    from pipeline.gold import merged

    done = reviewed(documents(found), logs(reviews, found))
    if not done:
        stop(f"nothing to merge: no document of {found} has been reviewed", FAILED)
    failed = False
    for each in done:
        made = merged(each.reviewed, each.unseen)
        failed |= bool(made.findings or each.conflicts or each.orphaned)
        _tell(each, made, partial)
        if not made.findings and not each.conflicts and (made.complete or partial):
            _write(made, out)
    if failed:
        raise typer.Exit(FAILED)


def rates(
    found: Found,
    reviews: Logs = None,
    out: Annotated[
        Path | None, typer.Option(dir_okay=False, metavar="FILE", help="Also write the table as CSV.")
    ] = None,
) -> None:
    """How often what a rule decided was accepted, edited or rejected.

    The same columns as the rules of `opclaims score`: `fired`, `right` and `precision`, by what people decided; then
    how it came about. "claim any" are the claims as a whole. Undecided and flagged claims do not count.

    Example:

    - `opclaims gold rates outputs --reviews outputs/reviews.jsonl --out rates.csv`
    """
    from pipeline.review import Rate
    from pipeline.review import rates as counted
    from pipeline.store import flat_csv

    made = counted(each.reviewed for each in reviewed(documents(found), logs(reviews, found)))
    _table(made)
    if out is not None:
        save(out, flat_csv([rate._asdict() for rate in made], Rate._fields, own=("rule",)))


def _tell(each: "Together", made: "Merged", partial: bool) -> None:
    """One line a document; then what is open or against the rules."""
    document = each.reviewed.document
    counts = Counter(each.reviewed.status(claim.id) or "undecided" for claim in document.claims)
    told = ", ".join(f"{n} {status}" for status, n in sorted(counts.items()))
    state = "complete" if made.complete and not each.conflicts else "not complete"
    say(f"{document.id}: {state}; {len(document.claims)} claims" + (f" ({told})" if told else ""))
    for claim, why in made.undecided if not partial else ():
        say(f"  {claim}: {why}")
    for entry, why in made.findings:
        say(f"  {entry}: {why}")


def _write(made: "Merged", out: Path) -> None:
    from pipeline.store import write

    path = out / file_name(made.document.id)
    try:
        out.mkdir(parents=True, exist_ok=True)
        write([made.document], path)
    except OSError as error:
        stop(f"cannot write {out}: {reason(error)}", FAILED)
    typer.echo(path)


def _table(made: "list[Rate]") -> None:
    from rich import box
    from rich.markup import escape
    from rich.table import Table

    caption = "By what was decided: right is what was accepted as it was."
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, caption=caption, caption_justify="left")
    for name in ("", "precision", "fired", "accepted", "edited", "rejected"):
        table.add_column(name, justify="right" if name else "left", no_wrap=True)
    for rate in made:
        counts = (rate.fired, rate.accepted, rate.edited, rate.rejected)
        name = f"{rate.stage} {rate.field} [dim]{escape(plain(rate.rule))}[/dim]"
        table.add_row(name, share(rate.precision), *map(str, counts))
    console_for(table).print(table)

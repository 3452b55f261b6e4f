"""`opclaims load`: records into a database."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.cli.message import FAILED, INTERRUPTED, USAGE, reason, say, stop
from pipeline.cli.records import documents
from pipeline.cli.reviews import logs, reviewed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.review import Decision, Reviewed
    from pipeline.store.sql import Loaded

DEFAULT = "sqlite:///outputs/claims.db"
Url = Annotated[
    str,
    typer.Option(
        "--to", metavar="URL", help="sqlite:///FILE or postgresql+psycopg://USER:PASSWORD@HOST/NAME."
    ),
]
_IN_MEMORY = re.compile(r"sqlite(?:\+\w{1,20})?:/{2,3}(?::memory:)?(?:\?.{0,200})?")
VERDICTS = ("accepted", "rejected", "edited", "flagged")
"""What the table takes; skipped claims are undecided."""
LONGEST = 20
"""Failures and orphaned reviews that are named; the rest are counted."""


def load(
    found: Annotated[
        Path, typer.Argument(exists=True, metavar="FOUND", help="documents.jsonl, or the folder it is in.")
    ],
    to: Url = DEFAULT,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would change, and change nothing.")
    ] = False,
    workers: Annotated[
        int, typer.Option(min=1, metavar="N", help="Processes: with 2, one reads while the other writes.")
    ] = 1,
    reviews: Annotated[
        list[Path] | None,
        typer.Option(
            "--reviews",
            exists=True,
            dir_okay=False,
            metavar="LOG",
            help="Also what was decided of these records, into the table reviews; again for another log.",
        ),
    ] = None,
    wait: Annotated[
        float,
        typer.Option(
            min=0, metavar="SECONDS", help="How long to wait for a database that is being written to."
        ),
    ] = 30.0,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No summary.")] = False,
) -> None:
    """Load records into a database, once or again.

    The same again changes nothing. A document whose record has changed is replaced whole, in one transaction; reviews
    of its claims are kept, and find their claims by their words. Documents that are not in FOUND stay as they are.
    The tables are made, and brought to the present version, by themselves.

    Ends with 0 if all was loaded, 1 if something was not, 2 if the database cannot be used.

    Examples:

    - `opclaims load outputs`

    - `opclaims load outputs --to postgresql+psycopg://ada@localhost/claims --dry-run`

    - `opclaims load outputs --reviews outputs/reviews.jsonl`
    """
    given = logs(reviews, found) if reviews else []
    done = _load(found, to, dry_run=dry_run, workers=workers, wait=wait)
    for failure in done.failures[:LONGEST]:
        say(f"{failure.where}: {failure.reason}")
    _more(len(done.failures), "were not loaded")
    for document, review in done.orphaned[:LONGEST]:
        would = "would lose" if dry_run else "has lost"
        say(f"{document}: review {review.id} {would} its claim, none has the words {review.quote!r} any more")
    _more(len(done.orphaned), "reviews are without a claim")
    if not quiet:
        say(_summary(done, dry_run=dry_run))
    if given:
        _reviews(found, given, to, wait, dry_run=dry_run, quiet=quiet)
    if done.failures:
        raise typer.Exit(FAILED)


def _reviews(
    found: Path, given: "list[list[Decision]]", to: str, wait: float, *, dry_run: bool, quiet: bool
) -> None:
    """What the logs say now of the claims that were loaded. A claim that a person made is in no record, and so in no
    row."""
    sql, done = room(), reviewed(documents(found), given)
    rows = [row for each in done for row in _rows(sql.ReviewRow, each.reviewed)]
    told = "would be written"
    if not dry_run:
        try:
            counts = sql.write_reviews(rows, [each.reviewed.original.id for each in done], to, wait=wait)
        except sql.BadTarget as error:
            stop(str(error), USAGE)
        told = ", ".join(f"{n} {how}" for how, n in counts.items() if n) or "none"
    if not quiet:
        say(f"reviews: {len(rows)} {told}" if dry_run else f"reviews: {told}")


def _rows(row: Any, each: "Reviewed") -> "Iterator[Any]":
    for claim in each.original.claims:
        status, act = each.status(claim.id), each.act(claim.id)
        if act is not None and status in VERDICTS:
            yield row(
                each.original.id, claim.id, claim.span.text, claim.span.start, status, act.who, act.note
            )


def _load(found: Path, to: str, **options: Any) -> "Loaded":
    from pipeline.store import BadRecord

    if _IN_MEMORY.fullmatch(to):
        stop(f"{to} names no file, and would be gone at the end: take sqlite:///FILE", USAGE)
    sql = room()
    try:
        return sql.load(found, to, **options)
    except (sql.BadTarget, ImportError) as error:
        stop(str(error), USAGE)
    except (OSError, BadRecord) as error:
        stop(reason(error), FAILED)
    except KeyboardInterrupt:
        stop("interrupted; what was loaded stays, load again for the rest", INTERRUPTED)


def room() -> Any:
    """`pipeline.store.sql`, or a sentence that says what to install."""
    try:
        from pipeline.store import sql
    except ImportError as error:
        stop(str(error), USAGE)
    return sql


def _more(number: int, what: str) -> None:
    if number > LONGEST:
        say(f"… {number} in all {what}")


def _summary(done: "Loaded", *, dry_run: bool) -> str:
    documents, claims = done.documents, done.claims
    parts = [f"{documents[how]} {how}" for how in ("added", "replaced", "unchanged") if documents[how]]
    changed = (
        f"claims: {claims['new']} new, {claims['gone']} gone, {claims['kept']} kept" if done.changes else ""
    )
    before, after = done.versions
    tables = "" if before in (None, after) else f"; tables {before} → {after}"
    said = f"documents: {', '.join(parts) or 'none'}{tables}"
    said = "; ".join(part for part in (said, changed) if part)
    if not done.changes:
        return f"nothing changes ({said})" if dry_run else f"nothing changed ({said})"
    return f"would load {said}" if dry_run else f"loaded {said}"

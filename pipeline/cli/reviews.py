"""Logs of reviews, on the command line; or a sentence and the end."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.message import FAILED, reason, say, stop

if TYPE_CHECKING:
    from pipeline.record import Document
    from pipeline.review import Decision, Together

Logs = Annotated[
    list[Path] | None,
    typer.Option(
        "--reviews",
        exists=True,
        dir_okay=False,
        metavar="LOG",
        help="Decisions of `opclaims review`; again for those of others [default: reviews.jsonl beside FOUND].",
    ),
]


def logs(paths: Sequence[Path] | None, found: Path) -> "list[list[Decision]]":
    """The decisions of each log. What a crash has cut off is said."""
    from pipeline.review import BadLog, Log

    usual = (found if found.is_dir() else found.parent) / "reviews.jsonl"
    if not paths and not usual.exists():
        stop(f"there is no {usual}: name the log with --reviews", FAILED)
    read = []
    for path in paths or [usual]:
        try:
            log = Log(path)
        except (BadLog, OSError) as error:
            stop(reason(error), FAILED)
        for torn in log.torn:
            say(f"opclaims: {torn}")
        read.append(log.decisions)
    return read


def reviewed(found: "Sequence[Document]", given: "Sequence[Sequence[Decision]]") -> "list[Together]":
    """The documents that somebody has decided on, in order, as they are now. What could not be taken is said."""
    from pipeline.review import together

    own = [_by_document(log) for log in given]
    decided = {id for log in own for id in log}
    done = []
    for document in found:
        if document.id in decided:
            done.append(together(document, [log.get(document.id, []) for log in own]))
            for sort, refusals in (("orphaned", done[-1].orphaned), ("conflict", done[-1].conflicts)):
                for decision, why in refusals:
                    say(
                        f"{document.id}: {sort}, {decision.verdict} by {decision.who} at {decision.when}: {why}"
                    )
    for unknown in sorted(decided - {document.id for document in found}):
        say(f"{unknown}: was reviewed, and is not in FOUND")
    return done


def _by_document(log: "Sequence[Decision]") -> "dict[str, list[Decision]]":
    found: dict[str, list[Decision]] = {}
    for decision in log:
        found.setdefault(decision.document, []).append(decision)
    return found


def is_log(path: Path) -> bool:
    """Whether a path is a log of reviews, and not records."""
    from pipeline.store.jsonl import begins_as_log

    return path.is_file() and begins_as_log(path)


def finished(found: "Sequence[Document]", log: Path) -> "list[Document]":
    """The documents on which a log decides all, as gold would have them; the others are named."""
    from pipeline.gold import merged

    done = []
    for each in reviewed(found, logs([log], log)):
        made = merged(each.reviewed)
        if made.undecided:
            n = len(made.undecided)
            say(f"{made.document.id}: left out, {log} leaves {n} claim{'' if n == 1 else 's'} open")
        else:
            done.append(made.document)
    return done

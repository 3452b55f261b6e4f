"""`opclaims diff`: what changed between two runs, without gold."""

from collections import Counter
from dataclasses import asdict, fields
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.message import FAILED, USAGE, say, stop
from pipeline.cli.records import documents

if TYPE_CHECKING:
    from rich.text import Text

    from pipeline.score import Difference

LONGEST = 70
"""Characters of a quote or a value in the list."""


def diff(
    before: Annotated[
        Path, typer.Argument(exists=True, metavar="A", help="documents.jsonl, or the folder it is in.")
    ],
    after: Annotated[Path, typer.Argument(exists=True, metavar="B", help="The same, of the other run.")],
    field: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Only what changed in this field: kind, span, text …; repeatable."),
    ] = None,
    csv: Annotated[bool, typer.Option("--csv", help="As CSV, every value in full.")] = False,
    summary: Annotated[bool, typer.Option("--summary", help="Only the numbers.")] = False,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="End with 1 if anything differs.")] = False,
) -> None:
    """What changed from run A to run B: by document, claim (amount, date, name) and field. No gold is needed.

    Numbers are code points of the op-ed, where the words stand.

    Example:

    - `opclaims diff old new --summary`

    - `opclaims diff old new --field kind --field modality`
    """
    from pipeline.score import Difference, ScoreError
    from pipeline.score import diff as compared
    from pipeline.store import flat_csv

    try:
        found = compared(documents(before), documents(after))
    except ScoreError as error:
        stop(str(error), FAILED)
    if field:
        _known(field)
        found = [each for each in found if each.field in field]
    if csv and not summary:
        typer.echo(flat_csv(map(asdict, found), [f.name for f in fields(Difference)]), nl=False)
    else:
        _print(found, summary=summary)
    if found and exit_code:
        raise typer.Exit(FAILED)


def _known(names: list[str]) -> None:
    """Stop at a field that nothing has: a slip would look like "no difference"."""
    from pipeline.record import Amount, Claim, Date, Document, Entity

    there = sorted({name for item in (Amount, Claim, Date, Document, Entity) for name in item.model_fields})
    for name in names:
        if name not in there:
            stop(f"no field is called {name!r}; there are {', '.join(there)}", USAGE)


def _print(found: "list[Difference]", *, summary: bool) -> None:
    from rich.console import Console

    from pipeline.cli.paint import safe

    console = Console(highlight=False, soft_wrap=True)
    if not found:
        say("no difference")
        return
    if not summary:
        for document, group in groupby(found, key=lambda d: d.document):
            console.print(safe(document), style="bold", markup=False)
            for each in group:
                console.print(_line(each))
    counts = Counter((d.item, d.how if d.field is None else d.field) for d in found)
    for (item, what), n in sorted(counts.items(), key=lambda pair: (pair[0][0], -pair[1], pair[0][1])):
        console.print(f"{n:>6}  {item} {what}", markup=False)


def _line(each: "Difference") -> "Text":
    from rich.text import Text

    from pipeline.cli.paint import safe

    colour = {"gone": "red", "new": "green", "changed": "yellow"}[each.how]
    mark = {"gone": "-", "new": "+", "changed": "~"}[each.how]
    line = Text(f"  {mark} {each.item} ", colour)
    line.append(f"{'' if each.at is None else each.at} ", "dim").append(_short(safe(each.quote)))
    if each.field is not None:
        before, after = _apart(safe(each.before or "–"), safe(each.after or "–"))
        line.append(f"\n      {each.field}: ", "dim").append(before, "red")
        line.append(" → ").append(after, "green")
    return line


def _apart(before: str, after: str) -> tuple[str, str]:
    """Two values in short, so that it can be seen where they differ."""
    if _short(before) == _short(after):
        same = next((at for at, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), 0)
        start = max(0, same - LONGEST // 2)
        before, after = f"…{before[start:]}", f"…{after[start:]}"
    return _short(before), _short(after)


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"

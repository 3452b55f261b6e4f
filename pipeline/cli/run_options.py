"""The options of `opclaims run`: what each takes, and what help says of it."""

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

LONGEST = 604_800
"""Seconds that one op-ed may be given: a week."""


class Engine(str, Enum):
    """Who does the work."""

    LOCAL = "local"
    RAY = "ray"


class OnError(str, Enum):
    """What a failure does to the rest."""

    STOP = "stop"
    CONTINUE = "continue"


Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="SOURCE...",
        help="Files (.txt, .md with front matter, .html, .pdf, .docx, .jsonl, .csv, .parquet, feeds, .zip and "
        ".gz of these), folders, patterns, or - for standard input.",
        show_default=False,
    ),
]
Out = Annotated[Path, typer.Option(metavar="DIR", help="Folder to write to.")]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help='Day of publication, for op-eds that name none: what "last year" is measured from.',
    ),
]
Workers = Annotated[
    int | None,
    typer.Option(
        min=1,
        max=1024,
        metavar="N",
        help="Processes that read at the same time: 1, with --engine ray all processors but one.",
        show_default=False,
    ),
]
EngineOption = Annotated[
    Engine, typer.Option("--engine", help="Where they run: on this machine, or in a Ray cluster.")
]
Address = Annotated[
    str | None,
    typer.Option(metavar="ADDRESS", help="Of a running Ray cluster; without it, this machine is one."),
]
Dashboard = Annotated[bool, typer.Option("--dashboard", help="Show Ray's dashboard.")]
Model = Annotated[
    str | None, typer.Option(metavar="PATH", help="A spaCy pipeline to use instead of our own.")
]
WithoutText = Annotated[
    bool, typer.Option("--without-text", help="Leave the source text out of the records.")
]
Convert = Annotated[
    str | None,
    typer.Option(
        metavar="CURRENCY",
        help="Give sums of money in this currency, too (ISO 4217: EUR), by the European Central Bank's rate of "
        "the amount's own day, else of the day of publication. Needs opclaims[convert]; no network.",
    ),
]
Gold = Annotated[
    Path | None,
    typer.Option(exists=True, metavar="DIR", help="Score the result against these records, as `score` does."),
]
Resume = Annotated[
    bool,
    typer.Option(
        "--resume/--fresh", help="Use what an earlier run has finished in the folder, or do all anew."
    ),
]
Limit = Annotated[int | None, typer.Option(min=1, metavar="N", help="Take the first N op-eds only.")]
DryRun = Annotated[
    bool,
    typer.Option("--dry-run", help="Say what would be done, and how long it would take; write nothing."),
]
Watch = Annotated[
    Path | None,
    typer.Option(
        exists=True,
        file_okay=False,
        metavar="DIR",
        help="Wait for op-eds to arrive there, and read them.",
    ),
]
Column = Annotated[
    list[str] | None,
    typer.Option(
        metavar="FIELD=NAME",
        help="What JSON objects and tables call a field: text=body, published=date. May be repeated.",
    ),
]
AnyLanguage = Annotated[
    bool, typer.Option("--any-language", help="Read op-eds that do not look like English, too.")
]
OnErrorOption = Annotated[OnError, typer.Option("--on-error", help="After an op-ed that cannot be read.")]
Timeout = Annotated[
    float, typer.Option(min=1, max=LONGEST, metavar="SECONDS", help="How long one op-ed may take.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no summary.")]

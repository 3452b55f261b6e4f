"""The command `opclaims`: one file a command; the only code that prints.

What a command needs is imported when it runs, so that `opclaims --help` is there at once.
"""

from typing import Annotated

import typer

from pipeline import __version__
from pipeline.cli import (
    agree,
    completion,
    diff,
    exchange,
    explain,
    export,
    gold,
    load,
    model,
    query,
    reread,
    review,
    run,
    schema,
    score,
    show,
    stages,
)
from pipeline.cli.group import Group

app = typer.Typer(
    name="opclaims",
    cls=Group,
    help="Reads op-eds and writes down, as data, what they claim: who says what, how much, when, and where "
    "it stands in the text.",
    epilog="Start with: opclaims show op-ed.txt",
    no_args_is_help=True,
    pretty_exceptions_show_locals=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"opclaims {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Options of `opclaims` itself."""


for _name, _command in (
    ("run", run.run),
    ("show", show.show),
    ("explain", explain.explain),
    ("load", load.load),
    ("query", query.query),
    ("export", export.export),
    ("score", score.score),
    ("diff", diff.diff),
    ("agree", agree.agree),
    ("review", review.review),
    ("reread", reread.reread),
    ("stages", stages.stages),
    ("model", model.model),
    ("schema", schema.schema),
    ("completion", completion.completion),
):
    app.command(_name)(_command)
app.add_typer(gold.app, name="gold")
app.add_typer(exchange.app, name="exchange")

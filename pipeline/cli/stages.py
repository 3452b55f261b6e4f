"""`opclaims stages`: what runs, in which order."""

from typing import Annotated, Any

import typer

from pipeline.cli.message import USAGE, reason, stop


def stages(
    context: typer.Context,
    model: Annotated[
        str | None, typer.Option(metavar="PATH", help="A spaCy pipeline to use instead of our own.")
    ] = None,
) -> None:
    """The stages in their order: what each reads, what it writes, and which of its needs nobody meets.

    Example:

    - `opclaims stages`
    """
    load = (context.obj or {}).get("load")
    if load is None:
        from pipeline.assemble import load
    try:
        nlp = load(model)
    except (OSError, ValueError) as error:
        stop(f"cannot load the pipeline: {reason(error)}", USAGE)
    _print(nlp.analyze_pipes())


def _print(analysis: dict[str, Any]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("stage", "reads", "writes", "unmet"):
        table.add_column(name, overflow="fold", style="bold red" if name == "unmet" else None)
    for stage, contract in analysis["summary"].items():
        unmet = analysis["problems"].get(stage, [])
        table.add_row(
            stage, *("\n".join(names) for names in (contract["requires"], contract["assigns"], unmet))
        )
    Console().print(table)

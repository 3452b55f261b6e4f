"""The texts of gold read by libraries alone, and by each stage on gold; with a bar on a terminal."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.cli.message import FAILED, USAGE, reason, stop

if TYPE_CHECKING:
    from pipeline.record import Document


def trials(
    gold: "Sequence[Document]", model: str | None
) -> "tuple[list[Document], dict[str, list[Document]]]":
    """What `pipeline.score.score` takes as `library` and `on_gold`."""
    from rich.console import Console
    from rich.progress import track

    from pipeline.assemble import load
    from pipeline.trial import GIVEN, alone, on_gold

    try:
        nlp = load(model)
    except (OSError, ValueError) as error:
        stop(f"cannot load the pipeline: {reason(error)}", USAGE)
    library: list[Document] = []
    ours: dict[str, list[Document]] = {stage: [] for stage in GIVEN}
    hidden, console = not sys.stderr.isatty(), Console(stderr=True)
    for document in track(gold, "reading again", console=console, transient=True, disable=hidden):
        try:
            library.append(alone(nlp, document))
            for stage, read in on_gold(nlp, document).items():
                ours[stage].append(read)
        except ValueError as error:
            stop(str(error), FAILED)
    return library, ours

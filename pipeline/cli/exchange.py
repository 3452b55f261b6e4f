"""`opclaims exchange`: records out to annotators' tools, and back."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.exchange_files import chosen, losses, save
from pipeline.cli.message import FAILED, USAGE, count, reason, say, stop
from pipeline.cli.records import documents

if TYPE_CHECKING:
    from pipeline.exchange.label_studio_api import LabelStudio

app = typer.Typer(
    help="""Records out to the annotators' tools, and back as the annotators left them.

    Examples:

    - `opclaims exchange to brat outputs --out brat-data`
    - `opclaims exchange from brat brat-data --base outputs --gold --by ann --out gold`
    - `opclaims exchange push outputs --url http://localhost:8080 --project "Op-eds"`
    """,
    no_args_is_help=True,
)


class Tool(str, Enum):
    label_studio = "label-studio"
    prodigy = "prodigy"
    doccano = "doccano"
    doccano_plain = "doccano-plain"
    brat = "brat"
    inception = "inception"
    w3c = "w3c"


Found = Annotated[
    Path,
    typer.Argument(exists=True, metavar="FOUND", help="documents.jsonl, or the folder it is in; or gold."),
]
Format = Annotated[Tool, typer.Argument(metavar="FORMAT", help=", ".join(tool.value for tool in Tool))]
Base = Annotated[Path, typer.Option(exists=True, metavar="FOUND", help="The records that went out.")]
Out = Annotated[
    Path, typer.Option(file_okay=False, metavar="DIR", help="Folder for <id>.jsonl, one a document.")
]
Gold = Annotated[
    bool, typer.Option("--gold", help="Make gold of them: without a program's scores and rules.")
]
By = Annotated[str, typer.Option(metavar="NAME", help="Who annotated, for gold.")]
Annotator = Annotated[
    str | None, typer.Option(metavar="ID", help="Whose annotations count, where there are several.")
]
Url = Annotated[str, typer.Option(metavar="URL", help="Address of the Label Studio.")]
TOKEN = "LABEL_STUDIO_TOKEN"


@app.command()
def to(
    format: Format,
    found: Found,
    out: Annotated[
        Path, typer.Option(file_okay=False, metavar="DIR", help="Folder for what the tool opens.")
    ],
) -> None:
    """Write records for an annotators' tool, with its labels or configuration; say what the format does not hold.

    Example:

    - `opclaims exchange to label-studio outputs --out tasks`
    """
    from pipeline.exchange import send

    with _said():
        records = documents(found, some=True)
        loss = send(records, format.value, out)
        say(f"wrote {count(len(records), 'document')} to {out}")
        for sentence in losses(format.value, loss):
            say(sentence)


@app.command("from")
def from_(
    format: Format,
    files: Annotated[
        list[Path], typer.Argument(exists=True, metavar="FILE…", help="What the tool exported; or folders.")
    ],
    base: Base,
    out: Out,
    gold: Gold = False,
    by: By = "hand",
    annotator: Annotator = None,
) -> None:
    """Read what annotators made of records: each op-ed as a record, with what the format does not hold from --base.

    One that came back unchanged has the same bytes. A text that was edited, and a mark that does not fit its words, is
    refused, and then nothing is written.

    Example:

    - `opclaims exchange from label-studio export.json --base outputs --gold --by ann --out gold`
    """
    from pipeline.exchange import fetch

    with _said():
        records = documents(base, some=True)
        paths = chosen(files, format.value)
        save(fetch(paths, format.value, records, annotator=annotator), base, records, out, gold, by)


@app.command()
def push(
    found: Found,
    url: Url,
    project: Annotated[
        str, typer.Option(metavar="TITLE|ID", help="Title of a new project, or number of one.")
    ],
) -> None:
    """Records into a running Label Studio: a new project with our labelling configuration, or one that is there.

    The token is read from LABEL_STUDIO_TOKEN: a personal access token (or a legacy token).

    Example:

    - `opclaims exchange push outputs --url http://localhost:8080 --project "Op-eds"`
    """
    from pipeline.exchange import outgoing

    with _said():
        server, records = _server(url), documents(found, some=True)
        sheets = [outgoing(document, Tool.label_studio.value) for document in records]
        number = int(project) if project.isdecimal() and len(project) < 10 else server.create(project)
        say(f"{count(server.push(number, sheets), 'task')} in project {number} of {url}")


@app.command()
def pull(
    url: Url,
    project: Annotated[int, typer.Option(metavar="ID", help="Number of the project.")],
    base: Base,
    out: Out,
    gold: Gold = False,
    by: By = "hand",
    annotator: Annotator = None,
) -> None:
    """Records back from a running Label Studio, as `from` reads them from its export.

    Example:

    - `opclaims exchange pull --url http://localhost:8080 --project 3 --base outputs --gold --by ann --out gold`
    """
    import tempfile

    from pipeline.exchange import fetch

    with _said(), tempfile.TemporaryDirectory() as room:
        records = documents(base, some=True)
        path = Path(room) / f"project-{project}.json"
        path.write_text(json.dumps(_server(url).pull(project)), encoding="utf-8")
        save(
            fetch([path], Tool.label_studio.value, records, annotator=annotator), base, records, out, gold, by
        )


def _server(url: str) -> "LabelStudio":
    from pipeline.exchange.label_studio_api import LabelStudio

    token = os.environ.get(TOKEN, "")
    if not token.strip():
        stop(
            f"set {TOKEN} to your access token (Label Studio, Account & Settings, Personal Access Token)",
            USAGE,
        )
    server = LabelStudio(url, token)
    if server.open_to_all:
        say(f"{url} is not encrypted: who is on the way there can read the token (https://… is)")
    return server


@contextmanager
def _said() -> Iterator[None]:
    """What went wrong in one sentence, and the end."""
    from pipeline.exchange import Refused
    from pipeline.store.missing import MissingExtra

    try:
        yield
    except MissingExtra as error:
        stop(str(error), USAGE)
    except Refused as error:
        stop(str(error), FAILED)
    except OSError as error:
        stop(reason(error), FAILED)

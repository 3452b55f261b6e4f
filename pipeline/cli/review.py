"""`opclaims review`: the annotator's desk, in a browser on this machine."""

import getpass
import os
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.message import FAILED, USAGE, reason, say, stop

if TYPE_CHECKING:
    from socket import socket

    from pipeline.desk.room import Room
    from pipeline.desk.shelf import Shelf

PORT = 8642
"""Where the desk listens if nobody says otherwise: always the same, so that a page finds it again after a crash."""
LONGEST = 20
"""Records that break off and are named."""


def review(
    found: Annotated[
        Path, typer.Argument(exists=True, metavar="FOUND", help="documents.jsonl, or the folder it is in.")
    ],
    gold: Annotated[
        Path | None,
        typer.Option(
            exists=True, metavar="DIR", help="Other records of the same op-eds, shown beside: adjudication."
        ),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option("--as", metavar="NAME", help="Who decides (default: your name on this machine)."),
    ] = None,
    blind: Annotated[
        bool, typer.Option("--blind", help="Show the op-eds alone: what was found is neither shown nor sent.")
    ] = False,
    log: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Where decisions go (default: reviews.jsonl beside FOUND; blind, reviews-NAME.jsonl).",
        ),
    ] = None,
    port: Annotated[
        int, typer.Option(min=0, max=65535, metavar="N", help="0 takes any that is free.")
    ] = PORT,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the browser.")] = True,
) -> None:
    """Accept, mend and reject claims in the browser, with the keyboard.

    The page is served to this machine alone (127.0.0.1). Every decision is saved at once, in a log that is only ever
    appended to. Ctrl-C ends the desk.

    Examples:

    - `opclaims review outputs`

    - `opclaims review outputs --gold corpus/gold --as ada`
    """
    if not all(map(find_spec, ("starlette", "uvicorn"))):
        stop("the desk needs more than opclaims alone: pip install 'opclaims[review]'", USAGE)
    who = (name if name is not None else _login()).strip()
    if not who:
        stop("--as: give a name", USAGE)
    if blind and gold is not None:
        stop("--blind hides what is known: it cannot go with --gold", USAGE)
    try:
        _serve(_room(found, log or _beside(found, who, blind), who, blind, gold), port, browser)
    except (ValueError, OSError) as error:
        stop(reason(error), FAILED)


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "somebody"


def _beside(found: Path, who: str, blind: bool) -> Path:
    """Two who annotate blind write into two logs: neither sees the other's."""
    plain = "".join(c if c.isalnum() or c in "-_" else "-" for c in who.casefold())
    folder = found if found.is_dir() else found.parent
    return folder / (f"reviews-{plain}.jsonl" if blind else "reviews.jsonl")


def _room(found: Path, log: Path, who: str, blind: bool, gold: Path | None) -> "Room":
    from pipeline.desk.room import Room
    from pipeline.desk.shelf import Shelf
    from pipeline.review import Log

    if log.is_dir() or (found.is_file() and log.exists() and log.samefile(found)):
        stop(f"{log}: decisions need a file of their own", USAGE)
    _appendable(log)
    written = Log(log)
    for torn in written.torn:
        say(f"opclaims: {torn}")
    room = Room(Shelf(found), written, who, blind, Shelf(gold) if gold else None, str(gold or ""))
    _readable(room.shelf)
    return room


def _appendable(log: Path) -> None:
    """Stop where no decision could be written down, before one is made."""
    there = next(path for path in (log, *log.absolute().parents) if path.exists())
    if not os.access(there, os.W_OK) or (there != log and not there.is_dir()):
        stop(f"cannot write to {log}: {there} may not be written to; choose another with --log", FAILED)


def _readable(shelf: "Shelf") -> None:
    """Say which records break off; raise BadRecord where not one can be read, before a browser opens."""
    from pipeline.store import BadRecord

    for where in shelf.torn[:LONGEST]:
        say(f"{where}: breaks off, and cannot be reviewed")
    broken = None
    for each in shelf.entries:
        try:
            shelf.document(each.number)
            return
        except BadRecord as error:
            broken = broken or error
    if broken is not None:
        raise broken


def _serve(room: "Room", port: int, browser: bool) -> None:
    from pipeline.desk.serve import listen

    listening = listen(port)
    with suppress(KeyboardInterrupt):  # the way to end it
        _answer(room, listening, browser)
    say("ended; every decision is in the log")


def _answer(room: "Room", listening: "socket", browser: bool) -> None:
    import secrets

    from pipeline.desk.app import desk
    from pipeline.desk.serve import open_browser, serve

    port, token = listening.getsockname()[1], secrets.token_urlsafe(24)
    address = f"http://127.0.0.1:{port}/?token={token}"
    count = len(room.shelf.entries)
    say(f"{count} document{'' if count == 1 else 's'}, decisions of {room.who} go to {room.log.path}")
    typer.echo(address)
    say("Ctrl-C ends the desk.")
    Thread(target=room.warm, daemon=True).start()
    if browser:
        open_browser(address)
    serve(desk(room, port, token), listening)

"""A URL → an engine on which foreign keys count and nobody waits for ever; and what went wrong, in a sentence."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from pipeline.store.missing import extra

WAIT = 30.0
"""Seconds that we wait for a database that somebody else is writing to."""
DIALECTS = {"sqlite": "sqlite", "postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}


class BadTarget(Exception):
    """A database that cannot be used; the message is one sentence, without the password."""


class NoDatabase(BadTarget):
    """There is no such file."""


def engine_of(url: str, *, wait: float = WAIT, write: bool = True) -> sa.Engine:
    """The engine for a database URL. With `write=False` nothing can be changed, and no file is made.

    Raises BadTarget for a URL that is none of SQLite's or PostgreSQL's, NoDatabase for a file that is not there and
    may not be made, and MissingExtra without a driver.
    """
    known = _url(url)
    if known.get_backend_name() == "sqlite":
        return _sqlite(known, wait, write)
    with extra("postgres"):
        import psycopg  # noqa: F401
    options = {"connect_timeout": max(2, int(wait)), "application_name": "opclaims"}
    engine = sa.create_engine(known, connect_args=options, pool_size=1, max_overflow=0)

    @event.listens_for(engine, "connect")
    def patience(connection: Any, _: Any) -> None:
        connection.execute(f"SET lock_timeout = {int(wait * 1000)}")
        if not write:
            connection.execute("SET default_transaction_read_only = on")
        connection.commit()

    return engine


def shown(engine: sa.Engine) -> str:
    """The URL as a person may see it."""
    return engine.url.render_as_string(hide_password=True)


def _url(text: str) -> sa.URL:
    try:
        url = sa.make_url(text)
    except ArgumentError:
        example = f"sqlite:///{text}" if text and "://" not in text else "sqlite:///outputs/claims.db"
        raise BadTarget(f"{text!r} is no database URL; one looks like {example}") from None
    backend = url.drivername.split("+")[0]
    if backend not in DIALECTS:
        raise BadTarget(f"{backend} is not supported: take sqlite:///FILE or postgresql+psycopg://HOST/NAME")
    return url.set(drivername=DIALECTS[backend])


def _sqlite(url: sa.URL, wait: float, write: bool) -> sa.Engine:
    file = url.database
    named = bool(file) and file != ":memory:" and "uri" not in url.query
    path = Path(file or "")
    if named and path.is_dir():
        raise BadTarget(f"{file} is a folder, not a database")
    if named and write:
        _folder(path.parent)
    elif named and not path.is_file():
        raise NoDatabase(f"{file} does not exist")
    engine = sa.create_engine(url, connect_args={"timeout": wait})
    if named and not write:
        _never_made(engine, path)

    @event.listens_for(engine, "connect")
    def pragmas(connection: Any, _: Any) -> None:
        connection.isolation_level = None  # we begin transactions ourselves, see below
        connection.execute("PRAGMA foreign_keys = ON")
        if write:
            connection.execute("PRAGMA page_size = 8192")  # of a new file: half as large, for our long rows
            _logged(connection, wait)  # who reads sees the old state and does not wait
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA wal_autocheckpoint = 10000")  # pages
            connection.execute("PRAGMA cache_size = -65536")  # KiB
        else:  # and not mode=ro, which would leave files of the log behind
            connection.execute("PRAGMA query_only = ON")

    @event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    return engine


def still_there(engine: sa.Engine) -> None:
    """Raises BadTarget where SQLite's file was removed while it was written to: of that it knows nothing."""
    file = engine.url.database
    named = engine.dialect.name == "sqlite" and file and file != ":memory:" and "uri" not in engine.url.query
    if named and not Path(file or "").is_file():
        raise BadTarget(f"{file} was removed while it was written to: load again")


def _never_made(engine: sa.Engine, path: Path) -> None:
    """SQLite opens the file as it is, and makes none; the engine's URL stays the one that was given."""

    @event.listens_for(engine, "do_connect")
    def existing(_: Any, __: Any, arguments: list[Any], options: dict[str, Any]) -> None:
        arguments[0] = f"{Path(os.path.realpath(path)).as_uri()}?mode=rw"
        options["uri"] = True


def _logged(connection: sqlite3.Connection, wait: float) -> None:
    """Switch to the write-ahead log. Two that switch a new file at once do not wait for each other in SQLite itself:
    the busy timeout is not heeded there."""
    until = time.monotonic() + wait
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.01)


def _folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadTarget(f"cannot make the folder {folder}: {error.strerror}") from None


@contextmanager
def disposing(engine: sa.Engine) -> Iterator[None]:
    """The engine's connections are closed at the end; what SQLAlchemy raises becomes BadTarget."""
    try:
        yield
    except DBAPIError as error:
        raise BadTarget(f"{shown(engine)}: {why(error)}") from None
    except ChildProcessError as error:
        raise BadTarget(str(error)) from None
    except SQLAlchemyError as error:
        raise BadTarget(f"{shown(engine)}: {str(error).splitlines()[0]}") from None
    finally:
        engine.dispose()


def why(error: DBAPIError) -> str:
    """What the database says, in one line."""
    lines = [line.strip() for line in str(error.orig).splitlines() if line.strip()] or [
        type(error.orig).__name__
    ]
    return _PLAINER.get(lines[0], lines[0])


_PLAINER = {
    "database is locked": "another program is writing to it and did not finish in time; load again later",
    "attempt to write a readonly database": "it may only be read",
    "database or disk is full": "the disk is full; what was there is as it was",
    "disk I/O error": "the disk took no more; what was there is as it was",
    "file is not a database": "the file is no SQLite database",
    "unable to open database file": "the file cannot be opened",
}

"""What goes in, and what is told of what could not be read."""

import datetime as dt
from typing import Literal

from pipeline.record.span import Record

MAX_CHARS = 200_000
"""Code points in one op-ed. The longest newspaper essays have under 100,000; beyond this it is a mistake
(a whole feed in one file, a dump), and the parser's memory grows with the text."""


class Article(Record):
    """One op-ed as it was read from a file: what goes in. `where` names the file (and line) for messages; `notes` are
    what a person should know of the reading (a guessed encoding), one sentence each. Neither changes the record."""

    where: str
    text: str
    id: str | None = None
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    published: dt.date | None = None
    notes: tuple[str, ...] = ()


class Failure(Record):
    """One thing that could not be done: where (file, line) and why, in one sentence for a person; `advice` is what
    that person can do, where the reason does not say it."""

    where: str
    reason: str
    advice: str | None = None


class Skip(Failure):
    """One thing passed over by rule, and no mistake: not English, or a copy of what was read before."""

    kind: Literal["language", "copy"]
    of: str | None = None
    """Of a copy: the id of the document that it is."""

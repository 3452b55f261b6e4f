"""A Markdown file is one op-ed, with what is known about it in YAML front matter:

---
title: A bridge too cheap
published: 2024-05-31
---
The text begins here, directly after the line end of the closing fence, and is kept as it stands.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from pipeline.read.check import Unreadable, whole
from pipeline.read.columns import Columns
from pipeline.read.encoding import decode
from pipeline.read.metadata import metadata
from pipeline.read.parted import parted
from pipeline.record import Article, Failure

_OPEN = re.compile(r"---[ \t]*\r?\n")
_CLOSE = re.compile(r"^---[ \t]*(?:\r?\n(?:\r?\n)?|\Z)", re.MULTILINE)


def read(stream: Iterable[bytes], where: str, columns: Columns) -> Iterator[Article | Failure]:
    """One article, of a very long text its parts. A file without front matter is all text. Raises Unreadable."""
    source, notes = decode(whole(stream))
    given, text = split(source)
    known, lost = metadata(given)
    yield from parted(where, text, (*notes, *lost), **known)


def split(source: str) -> tuple[dict[str, Any], str]:
    """The front matter's keys, all values as written (`007` stays "007"), and the text after it."""
    if not (fence := _OPEN.match(source)):
        return {}, source
    if not (close := _CLOSE.search(source, fence.end())):
        raise Unreadable("opens front matter on line 1 and never closes it (a line of three hyphens)")
    return _keys(source[fence.end() : close.start()]), source[close.end() :]


def _keys(front: str) -> dict[str, Any]:
    import yaml

    try:  # BaseLoader makes nothing but strings, lists and dicts: no dates, no numbers, no objects
        given = yaml.load(front, Loader=yaml.BaseLoader) if front.strip() else {}
    except yaml.MarkedYAMLError as error:
        line = f"line {error.problem_mark.line + 2}: " if error.problem_mark else ""
        raise Unreadable(f"has front matter that is not YAML ({line}{error.problem})") from None
    except (yaml.YAMLError, RecursionError):
        raise Unreadable("has front matter that is not YAML") from None
    if not isinstance(given, dict):
        raise Unreadable('has front matter that is not "key: value" lines')
    return {
        key: None if value in ("null", "~") else value for key, value in given.items() if isinstance(key, str)
    }

"""A file whose text is longer than an op-ed is cut at empty lines, so that memory stays bounded however long it is.

Each part is an article of its own: its offsets count in its own text, which its record holds; names, pronouns and "that
year" do not reach over a cut. All parts behind one another are the text, code point for code point.
"""

import re
from collections.abc import Iterator
from typing import Any

from pipeline.read.check import Unreadable, check
from pipeline.record import MAX_CHARS, Article, Failure

_EMPTY_LINE = re.compile(r"\n[ \t\r]{0,100}\n\s{0,1000}")


def parted(where: str, text: str, notes: tuple[str, ...] = (), **known: Any) -> Iterator[Article | Failure]:
    """One article, or each part of a text that is too long for one; a part that cannot be read is a Failure.

    Raises Unreadable for a text of one part that cannot be read."""
    pieces = cut(text)
    if len(pieces) == 1:
        yield Article(where=where, text=check(text), notes=notes, **known)
        return
    start = 0
    for number, piece in enumerate(pieces, start=1):
        place = f"{where} part {number}"
        told = f"is part {number} of {len(pieces)}, from character {start:,} on: an op-ed has at most {MAX_CHARS:,}"
        own = {**known, "id": f"{known['id']}-{number}"} if known.get("id") else known
        try:
            yield Article(where=place, text=check(piece), notes=(*notes, told), **own)
        except Unreadable as error:
            yield Failure(where=place, reason=str(error), advice=error.advice)
        start += len(piece)


def cut(text: str, most: int = MAX_CHARS) -> list[str]:
    """Parts of at most so many code points, each as long as can be; longer is only a part without an empty line."""
    if len(text) <= most:
        return [text]
    parts, start, last = list[str](), 0, 0
    for end in (*(match.end() for match in _EMPTY_LINE.finditer(text)), len(text)):
        if end - start > most and last > start:
            parts.append(text[start:last])
            start = last
        last = end
    return [*parts, text[start:]] if start < len(text) else parts

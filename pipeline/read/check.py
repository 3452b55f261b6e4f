"""What a text must be before the pipeline is handed it. Reasons are for people."""

import io
from collections.abc import Iterable, Iterator

from pipeline.record import MAX_CHARS

MAX_BYTES = 16 * 2**20
"""Of a file that is one op-ed, and of one record in a file of many: what is longer is not held in memory."""


class Unreadable(ValueError):
    """Why this file or line gives no article: one clause that follows its name, "is empty"; and what to do."""

    def __init__(self, reason: str, advice: str | None = None) -> None:
        super().__init__(reason)
        self.advice = advice


def missing(library: str, extra: str) -> Unreadable:
    """What a reader says whose library is not installed."""
    return Unreadable(f"cannot be read without {library}: pip install 'opclaims[{extra}]'")


def whole(stream: Iterable[bytes], most: int = MAX_BYTES) -> bytes:
    """All the bytes. Raises Unreadable where there are more."""
    data = bytearray()
    for line in pieces(stream):
        data += line
        if len(data) > most:
            raise Unreadable(f"has more than {most // 2**20} MB", "split it")
    return bytes(data)


def pieces(stream: Iterable[bytes]) -> Iterator[bytes]:
    """The lines of a stream, a very long one in pieces: a file of one line must not fill the memory."""
    if isinstance(stream, io.IOBase):
        while piece := stream.readline(MAX_BYTES):
            yield piece
    else:
        yield from stream


def lines(stream: Iterable[bytes]) -> Iterator[bytes | None]:
    """The lines of a stream; None in the place of one that is longer than `MAX_BYTES`."""
    passing = False
    for piece in pieces(stream):
        ends = piece.endswith(b"\n")
        if passing:
            passing = not ends
        elif ends or len(piece) < MAX_BYTES:
            yield piece
        else:
            yield None
            passing = True


def check(text: str) -> str:
    """The text itself, if it can be an op-ed. Raises Unreadable."""
    if not text:
        raise Unreadable("is empty")
    if len(text) > MAX_CHARS:
        lines = text.count("\n") + (not text.endswith("\n"))
        on = "one line" if lines == 1 else f"{lines:,} lines"
        raise Unreadable(
            f"has {len(text):,} characters on {on}; an op-ed has at most {MAX_CHARS:,}: split it"
        )
    check_characters(text)
    if not any(character.isalnum() for character in text):
        raise Unreadable("holds no words")
    return text


def check_characters(text: str) -> str:
    """The text itself, without what UTF-8 cannot hold and what no text holds. Raises Unreadable."""
    for at, character in enumerate(text):
        if character == "\0":
            raise Unreadable(f"holds a NUL character at position {at}: is it text?")
        if "\ud800" <= character <= "\udfff":
            raise Unreadable(f"holds half a surrogate pair (\\u{ord(character):04x}) at position {at}")
    return text

"""What tools count, and what they do to texts. Ours are code points of the source."""

from itertools import accumulate
from typing import Literal

Unit = Literal["code points", "UTF-16"]
"""What a tool counts. Browsers count UTF-16, where 😀 is two."""


def units(said: Unit, text: str) -> tuple[Unit, ...]:
    """The unit that a tool counts in, then the other; one where they are the same."""
    other: Unit = "UTF-16" if said == "code points" else "code points"
    return (said,) if all(char <= "\uffff" for char in text) else (said, other)


def points(text: str) -> dict[int, int]:
    """UTF-16 offset → code point; none for the middle of a pair."""
    ends = accumulate((1 + (char > "\uffff") for char in text), initial=0)
    return {unit: point for point, unit in enumerate(ends)}


def plain(words: str) -> str:
    """Without white space, which tools write in their ways."""
    return "".join(words.replace("\\n", "\n").split())


def positions(told: str, source: str) -> list[int] | None:
    """For each offset of the told text the one in the source; None where they differ in more than line ends and
    outer blanks."""
    lead = len(source) - len(source.lstrip())
    for start in dict.fromkeys((0, lead)):
        at, places = start, []
        for char in told:
            if char == "\n" and source.startswith("\r\n", at):
                places.append(at)
                at += 2
            elif at < len(source) and (source[at] == char or (source[at] == "\r" and char == "\n")):
                places.append(at)
                at += 1
            else:
                break
        else:
            if not source[at:].strip():
                return [*places, at]
    return None

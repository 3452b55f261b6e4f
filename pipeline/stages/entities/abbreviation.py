"""Text → the abbreviations it defines: "International Rice Council (IRC)". Knows no spaCy.

The long form is the shortest run of words before the bracket whose initials give the short form's letters
(after Schwartz and Hearst 2003, "A simple algorithm for identifying abbreviation definitions").
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_SHORT = re.compile(r"\(([A-Z][A-Za-z.&-]{1,11})\)")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_SMALL = frozenset("a an and at by for from in of on the to with de la du des".split())  # noqa: SIM905
REACH = 160  # code points before the bracket


class Definition(NamedTuple):
    """Code points of the long form and of the short form inside its brackets."""

    long: tuple[int, int]
    short: tuple[int, int]


def definitions(text: str) -> Iterator[Definition]:
    """Every definition in a text, from the left."""
    for match in _SHORT.finditer(text):
        letters = [c.lower() for c in match.group(1) if c.isupper()]
        start = None
        if len(letters) > 1:  # "Outlook on the Pacific (OP)" first, then "Rule of Law (ROL)"
            start = _start(text, match.start(), letters, False)
            if start is None:
                start = _start(text, match.start(), letters, True)
        if start is not None:
            yield Definition((start, len(text[: match.start()].rstrip())), match.span(1))


def _start(text: str, end: int, letters: list[str], small: bool) -> int | None:
    """Walk back over the words before `end`, spending a letter on each: on small words only if `small`."""
    left = list(letters)
    first = max(0, end - REACH, *(text.rfind(mark, 0, end) + 1 for mark in "()\n;"))
    for word in reversed(list(_WORD.finditer(text, first, end))):
        minor = word.group().lower() in _SMALL
        if word.group()[0].lower() == left[-1] and (small or not minor):
            left.pop()
        elif not minor:
            return None
        if not left:
            return word.start()
    return None

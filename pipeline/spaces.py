"""White space, paragraphs, hyphens and quotation marks, whatever the printer took."""

import re

_RUN = re.compile(r"[^\S ]\s{0,1000}")
_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_END = re.compile(r"\r\n|\n|\r")
_WRAPPED = 100
"""A text of several lines, none longer than this many code points, is hard-wrapped: its line ends mean nothing."""
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")


def unwrapped(text: str) -> str:
    """The text, as long as before, with spaces for no-break spaces, tabs and the like, and for a single line break:
    lines that were cut at 72 characters read on. Where lines are empty it stays as it is."""
    return _RUN.sub(lambda run: run[0] if len(_BREAK.findall(run[0])) > 1 else " " * len(run[0]), text)


def folded(text: str) -> str:
    """The words to compare two quotations by: case, quotation marks and the width of white space do not count."""
    return " ".join(text.translate(_NO_QUOTES).casefold().split())


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Each line that is not empty, without the white space around it (code points, half-open); in a hard-wrapped text
    each block between empty lines. corpus/GUIDELINES.md, 1: gold counts by it, so it must stay."""
    lines = [line for line in _LINE.finditer(text) if line.group().strip()]
    wrapped = len(lines) > 2 and max(len(line.group()) for line in lines) <= _WRAPPED
    found: list[tuple[int, int]] = []
    for line in lines:
        piece = line.group()
        start, end = line.end() - len(piece.lstrip()), line.start() + len(piece.rstrip())
        if wrapped and found and len(_END.findall(text[found[-1][1] : start])) == 1:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def hyphened(text: str) -> str:
    """The text with plain hyphens for those that hold a word together at the end of a line."""
    return text.translate(_HYPHENS)


_HYPHENS = str.maketrans("\u2010\u2011", "--")
_NO_QUOTES = str.maketrans("", "", "\"'“”‘’«»")

"""White space, hyphens and quotation marks, whatever the printer took."""

import re

_RUN = re.compile(r"[^\S ]\s{0,1000}")
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")


def unwrapped(text: str) -> str:
    """The text, as long as before, with spaces for no-break spaces, tabs and the like, and for a single line break:
    lines that were cut at 72 characters read on. Where lines are empty it stays as it is."""
    return _RUN.sub(lambda run: run[0] if len(_BREAK.findall(run[0])) > 1 else " " * len(run[0]), text)


def folded(text: str) -> str:
    """The words to compare two quotations by: case, quotation marks and the width of white space do not count."""
    return " ".join(text.translate(_NO_QUOTES).casefold().split())


def hyphened(text: str) -> str:
    """The text with plain hyphens for those that hold a word together at the end of a line."""
    return text.translate(_HYPHENS)


_HYPHENS = str.maketrans("\u2010\u2011", "--")
_NO_QUOTES = str.maketrans("", "", "\"'“”‘’«»")

"""What is said to a person, on standard error; standard output is for data."""

from typing import TYPE_CHECKING, NoReturn

import typer

if TYPE_CHECKING:
    import datetime as dt

FAILED = 1
"""Exit code: what was asked could not be done."""
USAGE = 2
"""Exit code: nothing was done, because of how the command was called."""
PARTIAL = 3
"""Exit code: a part was done; what was not is listed, and the same command again tries only that."""
INTERRUPTED = 130
"""Exit code: stopped from the keyboard (128 + SIGINT, as shells have it)."""


_BIDI = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
# A text from elsewhere must not be able to move the cursor, recolour the screen or turn the words around.
_HARMLESS = {n: chr(0x2400 + n) for n in range(32) if chr(n) not in "\n\t"} | dict.fromkeys(
    (*range(127, 160), *_BIDI), "\ufffd"
)


def plain(text: str) -> str:
    """Without control characters but line ends and tabs."""
    return text.translate(_HARMLESS)


def say(sentence: str) -> None:
    """One line on standard error."""
    typer.echo(plain(sentence), err=True)


def stop(sentence: str, code: int) -> NoReturn:
    """Say why, and end with this exit code."""
    say(f"opclaims: {sentence}")
    raise typer.Exit(code)


def reason(error: Exception) -> str:
    """An exception in one sentence: its first line; for an OSError, the file and what is wrong with it."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return (str(error).strip() or type(error).__name__).splitlines()[0]


def published_day(text: str | None, option: str = "--published") -> "dt.date | None":
    """The day of an option, or a sentence and the end."""
    from pipeline.read.metadata import day

    try:
        return day(text)
    except ValueError as error:
        stop(f"{option} {error}", USAGE)


def currency(code: str | None) -> str | None:
    """The currency of `--convert` if there are rates for it, or a sentence and the end."""
    from pipeline.convert import NoRates, Rates

    try:
        return None if code is None else Rates(code.upper()).currency
    except NoRates as error:
        stop(f"--convert: {error}", USAGE)


def count(number: int, what: str) -> str:
    """`1 finding`, `2,000 findings`."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"

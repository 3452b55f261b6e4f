"""Standard input and output as the shell gave them: closed, full, or a pipe that nobody reads any more."""

import errno
import io
import os
import sys
from typing import Any

from pipeline.cli.message import FAILED, reason, say

OUTPUT = "standard output"
"""The `filename` of an OSError that comes of printing."""

_STREAMS = (("stdin", os.O_WRONLY, "r"), ("stdout", os.O_RDONLY, "w"), ("stderr", os.O_RDWR, "w"))
"""How a closed one is held open: not to be read, not to be written to, and, with nobody to tell, forgotten."""


class _Output(io.FileIO):
    """Says of itself who it is, when it cannot be written to."""

    def write(self, data: Any) -> Any:
        try:
            return super().write(data)
        except OSError as error:
            error.filename = OUTPUT
            raise


def opened() -> None:
    """One that was closed (`>&-`) keeps its number, so that no file of ours gets it, and fails when it is used."""
    for number, (name, use, mode) in enumerate(_STREAMS):
        if getattr(sys, name) is None and os.open(os.devnull, use) == number:
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8", closefd=False))
    _named()
    for stream in (sys.stdout, sys.stderr):  # a pipe that is not UTF-8 gets "?" for what it cannot hold
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _named() -> None:
    """An error of standard output carries its name; on a console of Windows, and in a test, all stays as it is."""
    out: Any = sys.stdout
    buffer = getattr(out, "buffer", None)
    if type(getattr(buffer, "raw", buffer)) is io.FileIO:
        raw = io.BufferedWriter(_Output(out.fileno(), "w", closefd=False))
        at_once = out.line_buffering or out.write_through  # the latter where PYTHONUNBUFFERED is set
        sys.stdout = io.TextIOWrapper(raw, out.encoding, line_buffering=at_once)


def ended(code: int) -> int:
    """The exit code, when all that was printed has gone out; a pipe that was closed is nothing to speak of."""
    try:
        sys.stdout.flush()
        return code
    except OSError as error:
        # the rest is let go, lest Python try again at its end, and complain in words of its own
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
        if not code and error.errno != errno.EPIPE:
            say(f"opclaims: {reason(error)}")
        return code or FAILED

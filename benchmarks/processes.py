"""What a process and those below it use (Linux: it looks into /proc)."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

GONE = (FileNotFoundError, ProcessLookupError)
"""What a process that has ended raises."""


def below(pid: int) -> Iterator[int]:
    """All processes that this one has started, and those that they have."""
    with suppress(*GONE):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in map(int, (task / "children").read_text().split()):
                yield child
                yield from below(child)


def seconds(pid: int) -> float:
    """Processor time of one process, and of those of its children that have ended; 0 where it is gone."""
    with suppress(*GONE):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
    return 0.0


def tree_seconds(pid: int) -> float:
    """The same of a process and all below it."""
    return seconds(pid) + sum(map(seconds, below(pid)))


def busiest(pid: int) -> int | None:
    """The process below this one that has used most."""
    return max(below(pid), key=seconds, default=None)


def command(pid: int) -> str:
    return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")


def mebibytes(pid: int, name: str = "VmRSS") -> float:
    """Resident memory, or another line of /proc/…/status."""
    text = Path(f"/proc/{pid}/status").read_text()
    return int(text.split(f"{name}:")[1].split()[0]) / 1024

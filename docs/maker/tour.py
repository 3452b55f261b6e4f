"""Terminal sessions in a page (```console), run again: under each `$ command` stands what the program prints now."""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from maker import ROOT

BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
WIDTH = 92


def rerun(page: str) -> str:
    """The page with the output of its sessions as it is now. They share one folder, in which `corpus` is the corpus.
    Raises RuntimeError if a command fails."""
    with tempfile.TemporaryDirectory() as name:
        room = Path(name)
        prepare(room)
        return BLOCK.sub(lambda block: "".join(_run(line, room) for line in commands(block[0])), page)


def commands(block: str) -> list[str]:
    """The commands of a session."""
    return [line[2:] for line in block.splitlines() if line.startswith("$ ")]


def prepare(room: Path) -> None:
    """A folder with the corpus, and a command `opclaims` that runs this checkout."""
    (room / "corpus").symlink_to(ROOT / "corpus")
    (room / ".bin").mkdir()
    script = room / ".bin" / "opclaims"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m pipeline "$@"\n', encoding="utf-8")
    script.chmod(0o755)


def environment(room: Path) -> dict[str, str]:
    path = os.pathsep.join([str(room / ".bin"), os.environ.get("PATH", "")])
    return os.environ | {
        "PATH": path,
        "OMP_NUM_THREADS": "1",
        "PYTHONPATH": str(ROOT),
        "COLUMNS": str(WIDTH),
        "NO_COLOR": "1",
        "TERM": "dumb",
    }


def _run(command: str, room: Path) -> str:
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=room,
        env=environment(room),
        text=True,
        stdout=-1,
        stderr=subprocess.STDOUT,
    )
    if done.returncode:
        raise RuntimeError(f"{command}: {done.stdout}")
    said = "\n".join(line.rstrip() for line in done.stdout.strip("\n").splitlines())
    return f"$ {command}\n{said}\n" if said else f"$ {command}\n"

"""Terminal sessions in a page (```console), run again: under each `$ command` stands what the program prints now."""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from maker import ROOT

BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
WIDTH = 84


def rerun(page: str) -> str:
    """The page with the output of its sessions as it is now. They share one folder, in which `corpus` is the corpus.
    Raises RuntimeError if a command fails."""
    with tempfile.TemporaryDirectory() as name:
        room = Path(name)
        prepare(room)
        return BLOCK.sub(lambda block: "".join(_run(line, room) for line in commands(block[0])), page)


def commands(block: str) -> list[str]:
    """The commands of a session: each begins with `$`, and may go on in lines that begin with `>`."""
    found = re.findall(r"^\$ .*\n(?:^>.*\n)*", block, re.MULTILINE)
    return [re.sub(r"(?m)^(?:\$ |> ?)", "", each).rstrip("\n") for each in found]


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
    shown = "$ " + command.replace("\n", "\n> ")
    return f"{shown}\n{said}\n" if said else f"{shown}\n"

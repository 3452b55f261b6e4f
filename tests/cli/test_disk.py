"""Disks that are full and folders that are shut: one line, and nothing that was finished is lost."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest


@pytest.fixture
def op_eds(here):
    folder = here / "op-eds"
    folder.mkdir()
    for number in range(150):
        (folder / f"{number:03}.txt").write_text(
            " ".join(f"Mill {number * n} closed in the year {n}." for n in range(90))
        )
    return folder


@pytest.fixture
def disk(here):
    """A disk of its own of 256 kB; `disk(size)` makes it larger."""
    folder = here / "disk"
    folder.mkdir()

    def mounted(options):
        command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0

    if not shutil.which("mount") or not mounted("size=256k"):
        pytest.skip("needs the right to mount a disk")
    yield folder, lambda size: mounted(f"remount,size={size}")
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture
def somebody(monkeypatch):
    """As a person who is not root, and a folder that is not theirs."""
    folder = Path(tempfile.mkdtemp(dir="/tmp"))
    folder.chmod(0o755)
    (folder / "shut").mkdir(mode=0o700)
    me = os.geteuid()

    def become():
        if me == 0:
            os.seteuid(65534)
        else:
            folder.chmod(0o555)
            (folder / "shut").chmod(0)

    yield folder, become
    os.seteuid(me)
    folder.chmod(0o755)
    (folder / "shut").chmod(0o755)
    shutil.rmtree(folder)


def files(folder):
    return {str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def test_a_full_disk_is_one_line_and_what_was_finished_is_kept(op_eds, disk, opclaims, extract):
    folder, enlarge = disk
    found = opclaims("run", op_eds, "--out", folder / "out", "--quiet", "--any-language")
    assert found.exit_code == 1
    assert found.stderr == (
        f"opclaims: cannot write to {folder / 'out'}: No space left on device; what was finished is kept\n"
    )
    enlarge("50m")
    done = []

    def counting(articles):
        for article in articles:
            done.append(article.where)
            yield from extract([article])

    again = opclaims(
        "run", op_eds, "--out", folder / "out", "--quiet", "--any-language", obj={"extract": counting}
    )
    assert again.exit_code == 0 and 0 < len(done) < 150
    opclaims("run", op_eds, "--out", "undisturbed", "--quiet", "--any-language")
    assert files(folder / "out") == files(Path("undisturbed"))


@pytest.mark.parametrize("name", ["out", "shut/out"])
def test_a_folder_that_is_shut_is_one_line(op_eds, somebody, opclaims, name):
    folder, become = somebody
    readable = folder / "a.txt"
    readable.write_text("It rained.")
    opclaims("run", readable, "--out", "first", "--quiet")  # what is imported late is imported by us
    become()
    found = opclaims("run", readable, "--out", folder / name, "--quiet")
    assert found.exit_code == 1
    assert found.stderr.startswith(f"opclaims: cannot write to {folder / name}: Permission denied")
    assert found.stderr.count("\n") == 1

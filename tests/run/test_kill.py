"""kill -9 at any moment, and again: in the end the same bytes as an undisturbed run's.

The run is a process of its own, with workers of its own; the stand-in's documents take a few milliseconds each."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.record import Failure
from pipeline.run.result import Made
from pipeline.run.shards import Shards

HERE = Path(__file__).parent


def command(source, out):
    return [sys.executable, str(HERE / "stand_ins" / "slow_run.py"), str(source), str(out)]


def contents(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def size(folder):
    """Bytes of what is finished."""
    total = 0
    for path in folder.glob("shards/0*"):
        with suppress(FileNotFoundError):  # a .part goes when its shard is written
            total += path.stat().st_size
    return total


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGINT])
def test_ended_and_run_again_equals_undisturbed(tmp_path, end):
    source = tmp_path / "many.jsonl"
    source.write_text("".join(f'{{"text": "Op-ed {n} of many, about rain."}}\n' for n in range(150)) + "{\n")
    assert subprocess.run(command(source, tmp_path / "whole"), check=False).returncode == 0
    whole, killed = size(tmp_path / "whole"), tmp_path / "killed"
    for share in (0.0, 0.3, 0.6):
        process = subprocess.Popen(command(source, killed), stderr=subprocess.DEVNULL, start_new_session=True)
        while process.poll() is None and size(killed) <= share * whole:
            time.sleep(0.002)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, end) if end == signal.SIGINT else process.kill()
        process.wait()
    assert size(killed) > 0
    assert subprocess.run(command(source, killed), check=False).returncode == 0
    assert contents(killed) == contents(tmp_path / "whole")


@settings(deadline=None)
@given(st.data())
def test_a_part_cut_off_anywhere_holds_what_was_whole(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("shards")
    shards = Shards(folder)
    results = [
        Made((bytes([n]) * (n * 7 % 30), b"c", b"", b"dd", b"e"), {"id": str(n), "counts": {}})
        for n in range(6)
    ]
    ends = []
    for n, result in enumerate([*results, Failure(where="x", reason="fails")]):
        shards.add(0, f"key{n}", result)
        ends.append((folder / "000000.part").stat().st_size)
    shards.close()
    cut = data.draw(st.integers(0, ends[-1]))
    torn = data.draw(st.binary(max_size=9))
    part = folder / "000000.part"
    before = part.read_bytes()
    after = before[:cut] + torn
    part.write_bytes(after)
    again = Shards(folder)
    whole = sum(after[:end] == before[:end] for end in ends)
    for n, result in enumerate(results[:whole]):
        assert tuple(again.data(f"key{n}", part) for part in range(5)) == result.data
    assert [again.find(f"key{n}") is not None for n in range(7)] == [n < whole for n in range(7)]
    again.add(0, "more", Made((b"more",) * 5, {"id": "more", "counts": {}}))
    assert again.data("more", 4) == b"more"
    again.close()
    assert Shards(folder).data("more", 3) == b"more"

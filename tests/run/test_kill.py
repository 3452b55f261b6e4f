"""kill -9 at any moment, and again: in the end the same bytes as an undisturbed run's.

The run is a process of its own, with workers of its own; the stand-in's documents take a few milliseconds each."""

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.record import Failure
from pipeline.run.result import Made
from pipeline.run.shards import Shards

HERE = Path(__file__).parent


def command(source, out):
    return [sys.executable, str(HERE / "stand_ins" / "slow_run.py"), str(source), str(out)]


def contents(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGINT])
def test_ended_and_run_again_equals_undisturbed(tmp_path, end):
    source = tmp_path / "many.jsonl"
    source.write_text("".join(f'{{"text": "Op-ed {n} of many, about rain."}}\n' for n in range(150)) + "{\n")
    started = time.monotonic()
    assert subprocess.run(command(source, tmp_path / "whole"), check=False).returncode == 0
    took, drawn, finished = time.monotonic() - started, random.Random(9), 0
    for _ in range(4):
        process = subprocess.Popen(
            command(source, tmp_path / "killed"), stderr=subprocess.DEVNULL, start_new_session=True
        )
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=took * drawn.uniform(0.3, 0.8))
            finished += 1
            continue
        with suppress(ProcessLookupError):
            os.killpg(process.pid, end) if end == signal.SIGINT else process.kill()
        process.wait()
    assert finished < 4
    assert subprocess.run(command(source, tmp_path / "killed"), check=False).returncode == 0
    assert contents(tmp_path / "killed") == contents(tmp_path / "whole")


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

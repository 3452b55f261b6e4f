"""A run that is killed again and again until it is done, beside one that is left alone: are they the same bytes?

    python benchmarks/kill.py [--documents 10000] [--every 20] [--workers 2] [--sources FOLDER]

The archive is that of articles.py: real articles and made ones, in five kinds of file, with copies, near copies and
broken lines; or what is in `--sources`. A `kill -9` is now of the whole process group, as when a machine is switched
off, now of the parent alone, now of one worker, which the run must survive. It comes when the run has used so many
processor seconds as are drawn (exponential, seeded): so it also hits the start, the reading anew of what is done, and
the writing at the end, on a busy machine as on a quiet one. Processor seconds tell what a kill costs, too: Linux, which
gives us the processes that a killed parent leaves behind. With `--stand-in` the pipeline is that of the tests, which
takes 20 ms for an article and no processor: all but the model, in a few minutes.
"""

import argparse
import ctypes
import json
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Any

from articles import ROOT, archive
from processes import busiest, tree_seconds

WAYS = ("machine", "parent", "worker")
DONE = (0, 3)
"""Exit codes of a run that came to its end: all was read, or a part."""
STAND_IN = ROOT / "tests" / "run" / "stand_ins" / "slow_run.py"
ADOPT = 36
"""PR_SET_CHILD_SUBREAPER: processes whose parent died become ours."""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--documents", type=int, default=10_000)
    options.add_argument("--sources", type=Path, help="an archive of your own")
    options.add_argument(
        "--every", type=float, default=20.0, help="processor seconds between kills, on the mean"
    )
    options.add_argument("--workers", type=int, default=2)
    options.add_argument(
        "--stand-in", action="store_true", help="a pipeline that sleeps in the place of ours"
    )
    options.add_argument("--seed", type=int, default=10)
    options.add_argument("--json", type=Path, help="write the figures to this file")
    given = options.parse_args()
    ctypes.CDLL(None).prctl(ADOPT, 1, 0, 0, 0)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sources = given.sources or archive(folder / "archive", given.documents)
        found: dict[str, Any] = {
            "documents": given.documents,
            "workers": given.workers,
            "cores": os.cpu_count(),
        }
        found["killed"] = killed(sources, folder / "killed", given)
        print("now one that is left alone", flush=True)
        found["alone"] = alone(sources, folder / "alone", given)
        found |= same(folder / "killed", folder / "alone")
    print(json.dumps(found, indent=1))
    if given.json:
        given.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    sys.exit(bool(found["different"]) or found["killed"]["ended"] != found["alone"]["ended"])


def killed(sources: Path, out: Path, given: argparse.Namespace) -> dict[str, Any]:
    """Run it, kill it, until it comes to its end."""
    drawn, ways, process = random.Random(given.seed), Counter[str](), None
    started, used = time.perf_counter(), processor()
    while True:
        process = process or begun(sources, out, given)
        if not ended(process, tree_seconds(process.pid) + drawn.expovariate(1 / given.every)):
            way = drawn.choice(WAYS)
            ways[way] += 1
            process = end(process, way)
            at = time.perf_counter() - started
            print(f"{at:6.0f} s  {way} killed, {sealed(out):,} articles sealed", flush=True)
            continue
        if process.returncode in DONE:
            return {"ended": process.returncode, "kills": dict(ways), **took(started, used)}
        ways["ended with an error"] += 1  # as when a worker is killed that loads the pipeline
        process = None


def alone(sources: Path, out: Path, given: argparse.Namespace) -> dict[str, Any]:
    started, used = time.perf_counter(), processor()
    return {"ended": begun(sources, out, given).wait(), **took(started, used)}


def begun(sources: Path, out: Path, given: argparse.Namespace) -> "subprocess.Popen[bytes]":
    run = [
        "-m",
        "pipeline",
        "run",
        str(sources),
        "--out",
        str(out),
        "--quiet",
        "--workers",
        str(given.workers),
    ]
    return subprocess.Popen(
        [sys.executable, *([str(STAND_IN), str(sources), str(out)] if given.stand_in else run)],
        cwd=ROOT, start_new_session=True, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def ended(process: "subprocess.Popen[bytes]", most: float) -> bool:
    """Whether it ends before it has used so many processor seconds in all."""
    while process.poll() is None:
        if tree_seconds(process.pid) > most:
            return False
        time.sleep(0.1)
    return True


def end(process: "subprocess.Popen[bytes]", way: str) -> "subprocess.Popen[bytes] | None":
    """The process where it lives on."""
    with suppress(ProcessLookupError):
        if way == "worker":
            if worker := busiest(process.pid):
                os.kill(worker, signal.SIGKILL)
            return process
        os.killpg(process.pid, signal.SIGKILL) if way == "machine" else process.kill()
    process.wait()
    return None


def processor() -> float:
    """Seconds of all processes that came to their end, those among them whose parent was killed."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def took(started: float, used: float) -> dict[str, int]:
    seconds = round(time.perf_counter() - started)
    time.sleep(2)  # until those who were orphaned have ended
    return {"seconds": seconds, "processor_seconds": round(processor() - used)}


def sealed(out: Path) -> int:
    """Lines of the shards that are whole."""
    return sum(len(one.read_bytes().splitlines()) for one in (out / "shards").glob("*.rows"))


def same(one: Path, other: Path) -> dict[str, Any]:
    first, second = contents(one), contents(other)
    different = sorted(name for name in {*first, *second} if first.get(name) != second.get(name))
    count = json.loads((other / "run.json").read_text())["counts"]
    return {
        "counts": count,
        "files": len(second),
        "bytes": sum(map(len, second.values())),
        "different": different,
    }


def contents(folder: Path) -> dict[str, bytes]:
    return {str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


if __name__ == "__main__":
    main()
